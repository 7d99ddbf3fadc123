-- The engine lacks these two: completing a task or acquiring a job is several times slower without them at 100 000 rows.
create index mq_ru_task_parent on act_ru_task (parent_task_id_);
create index mq_ru_job_duedate on act_ru_job (duedate_);

create table app_clock (
    id boolean primary key default true check (id),
    offset_millis bigint not null
);
insert into app_clock (offset_millis) values (0);

create table audit_entry (
    id uuid primary key,
    at timestamptz not null,
    person_id uuid,
    action varchar(64) not null,
    subject_type varchar(32) not null,
    subject_id uuid not null,
    detail jsonb not null
);
create index audit_entry_subject on audit_entry (subject_id, id);

-- code: GB/T 2260 to the county, then three digits for the town, three for the village, three for the group; a longer
-- code lies within every code that it begins with.
create table area (
    id uuid primary key,
    code varchar(15) not null unique,
    code_source varchar(64) not null,
    level varchar(16) not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE', 'GROUP')),
    name varchar(64) not null,
    parent_id uuid references area
);
create index area_parent on area (parent_id, code);

create table unit (
    id uuid primary key,
    name varchar(64) not null,
    parent_id uuid references unit,
    area_id uuid not null references area,
    sort_order int not null default 0,
    unique (parent_id, name)
);

create table person (
    id uuid primary key,
    account varchar(64) not null unique,
    name varchar(32) not null,
    password_hash varchar(100) not null,
    unit_id uuid not null references unit,
    rank varchar(32) not null,
    position varchar(64) not null default '',
    phone varchar(32),
    active boolean not null default true,
    language varchar(10)
);
create index person_unit on person (unit_id, account);

-- scope_id: the area or the unit within which the role is held.
create table role_grant (
    person_id uuid not null references person,
    role varchar(32) not null,
    scope_id uuid not null,
    primary key (person_id, role, scope_id)
);
create index role_grant_scope on role_grant (role, scope_id);

-- One row for each task of the engine. No foreign key to act_ru_task: the listener writes before the engine's flush.
create table work_item (
    id uuid primary key,
    task_id varchar(64) not null unique,
    process varchar(64) not null,
    element varchar(100) not null,
    business_key varchar(64) not null,
    title varchar(200) not null,
    role varchar(32),
    scope_id uuid,
    person_id uuid,
    campaign_id uuid,
    household_id uuid,
    area_code varchar(15) not null default '',
    subject_type varchar(32) not null,
    subject_id uuid not null,
    subject varchar(200) not null default '',
    place varchar(200) not null default '',
    due_at timestamptz not null,
    priority int not null default 50,
    colour varchar(8) not null default 'NONE' check (colour in ('NONE', 'BLUE', 'YELLOW', 'RED')),
    state varchar(12) not null default 'OPEN' check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
    created_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid
);
create index work_item_person on work_item (person_id, due_at, id) where state = 'OPEN';
create index work_item_role on work_item (role, scope_id, due_at, id) where state = 'OPEN' and person_id is null;
create index work_item_subject on work_item (subject_id) where state = 'OPEN';
create index work_item_household on work_item (household_id) where state = 'OPEN';
create index work_item_campaign on work_item (campaign_id, element) where state = 'OPEN';
