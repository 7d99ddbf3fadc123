-- Codes compare byte by byte, so that one index serves both "within an area" and the order of the list.
create table household (
    id uuid primary key,
    village_code varchar(12) collate "C" not null,
    group_code varchar(15) collate "C" not null,
    number varchar(16) not null,
    sort_key varchar(32) collate "C" not null,
    head_name varchar(32) not null,
    head_initials varchar(32) collate "C" not null,
    phone varchar(32) not null default '',
    state varchar(12) not null default 'RESIDENT' check (state in ('RESIDENT', 'STRUCK_OFF')),
    struck_off_reason varchar(16),
    struck_off_on date,
    members_confirmed_on date,
    members_confirmed_by uuid references person,
    version bigint not null,
    unique (village_code, number),
    check ((state = 'STRUCK_OFF') = (struck_off_on is not null))
);
create index household_list on household (group_code, sort_key, id);
create index household_head on household (head_name varchar_pattern_ops);
create index household_initials on household (head_initials varchar_pattern_ops);

-- One row for each thing said about a member; a correction ends the row and adds another with the same member_id (R10).
create table household_member (
    id uuid primary key,
    household_id uuid not null references household,
    member_id uuid not null,
    sort_order int not null,
    name varchar(32) not null,
    relation varchar(20) not null,
    sex varchar(8),
    birth_year int,
    id_number varchar(18) not null default '',
    health varchar(100) not null default '',
    disability varchar(100) not null default '',
    works_away boolean not null default false,
    entered_at timestamptz not null,
    entered_by uuid references person,
    ended_at timestamptz,
    ended_by uuid references person,
    end_reason varchar(200)
);
create index household_member_of on household_member (household_id, sort_order);
create unique index household_member_current on household_member (member_id) where ended_at is null;

create table household_vulnerability (
    id uuid primary key,
    household_id uuid not null references household,
    code varchar(40) not null,
    from_date date not null,
    until_date date,
    entered_by uuid references person,
    ended_by uuid references person
);
create unique index household_vulnerability_current on household_vulnerability (household_id, code)
    where until_date is null;

-- Each look at a masked field with its purpose; the person looked at may ask for it.
create table sensitive_look (
    id uuid primary key,
    at timestamptz not null,
    person_id uuid not null references person,
    household_id uuid not null references household,
    member_id uuid,
    field varchar(16) not null,
    purpose varchar(200) not null
);
create index sensitive_look_household on sensitive_look (household_id, id);
