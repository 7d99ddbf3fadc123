create index work_done_household on work_done (campaign_id, household_id, day) where household_id is not null;

-- Other work of a campaign (宣讲、共建、慰问、实事 …). client_key makes recording repeatable; what was written stays: a
-- correction is another version.
create table activity (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    kind varchar(40) not null,
    unit_id uuid not null references unit,
    client_key uuid not null unique,
    recorded_by uuid not null references person,
    state varchar(12) not null check (state in ('COUNTED', 'WAITING', 'REFUSED', 'WITHDRAWN')),
    current_number int not null default 1,
    -- why it was refused or withdrawn, by whom
    reason varchar(500) not null default '',
    decided_by uuid references person,
    decided_at timestamptz
);
create index activity_campaign on activity (campaign_id, id);
create index activity_unit on activity (unit_id, campaign_id, id);
create index activity_recorder on activity (recorded_by, campaign_id, id);

create table activity_version (
    id uuid primary key,
    activity_id uuid not null references activity,
    number int not null,
    client_key uuid not null unique,
    title varchar(100) not null,
    from_day date not null,
    to_day date not null,
    late boolean not null,
    area_id uuid not null references area,
    words varchar(4000) not null,
    participants int,
    enterprise_id uuid references enterprise,
    volunteers varchar(200) not null default '',
    amount numeric(12, 2),
    goods varchar(200) not null default '',
    entered_by uuid not null references person,
    entered_at timestamptz not null,
    -- why it was corrected; empty for the first
    reason varchar(500) not null default '',
    unique (activity_id, number),
    check (from_day <= to_day)
);

create table activity_cadre (
    version_id uuid not null references activity_version,
    person_id uuid not null references person,
    unit_id uuid not null references unit,
    primary key (version_id, person_id)
);
create index activity_cadre_person on activity_cadre (person_id, version_id);

create table activity_household (
    version_id uuid not null references activity_version,
    household_id uuid not null references household,
    amount numeric(12, 2),
    goods varchar(200) not null default '',
    primary key (version_id, household_id)
);
create index activity_household_home on activity_household (household_id, version_id);
