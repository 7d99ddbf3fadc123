create table campaign (
    id uuid primary key,
    name varchar(100) not null,
    template_id varchar(64) not null,
    template_version int not null,
    template text not null,
    host_unit_id uuid not null references unit,
    area_id uuid not null references area,
    area_code varchar(15) not null,
    phase varchar(16) not null check (phase in ('MOBILIZATION', 'IMPLEMENTATION', 'ACCEPTANCE', 'ARCHIVED')),
    mobilization_start date not null,
    implementation_start date not null,
    acceptance_start date not null,
    ends_on date not null,
    confirmation_round int not null default 0,
    launched_by uuid not null references person,
    launched_at timestamptz not null,
    archived_at timestamptz,
    version int not null,
    check (mobilization_start < implementation_start
        and implementation_start < acceptance_start
        and acceptance_start <= ends_on)
);
create index campaign_host on campaign (host_unit_id, id);
create index campaign_area on campaign (area_code, id);

-- A returned plan stays as it was; the next draft is a new version.
create table campaign_plan (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    number int not null,
    state varchar(10) not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    aims text not null,
    work text not null,
    organization text not null,
    discipline text not null,
    drafted_by uuid not null references person,
    drafted_at timestamptz not null,
    submitted_by uuid references person,
    submitted_at timestamptz,
    decided_by uuid references person,
    decided_at timestamptz,
    return_reason varchar(500),
    unique (campaign_id, number)
);
create table campaign_plan_unit (
    plan_id uuid not null references campaign_plan,
    unit_id uuid not null references unit,
    primary key (plan_id, unit_id)
);

create table kickoff_meeting (
    campaign_id uuid primary key references campaign,
    held_on date not null,
    place varchar(100) not null,
    attendees int not null check (attendees > 0),
    minutes text not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
);

-- The id names the running contact of a household and survives a handover: then the term that ended is kept under an
-- id of its own, and until_date (exclusive) of the old term is from_date of the new one.
create table contact (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    household_id uuid not null references household,
    person_id uuid not null references person,
    unit_id uuid not null references unit,
    from_date date not null,
    until_date date,
    card_code varchar(16) unique,
    check (until_date is null or until_date >= from_date)
);
create unique index contact_running on contact (campaign_id, household_id) where until_date is null;
create index contact_person on contact (person_id, campaign_id) where until_date is null;
create index contact_household on contact (household_id) where until_date is null;
create index contact_unit on contact (campaign_id, unit_id, person_id);
create index contact_of_unit on contact (unit_id);

create table contact_confirmation (
    campaign_id uuid not null references campaign,
    round int not null,
    unit_id uuid not null references unit,
    confirmed boolean not null,
    reason varchar(500) not null default '',
    person_id uuid not null references person,
    at timestamptz not null,
    primary key (campaign_id, round, unit_id)
);

create table visit_batch (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    round int not null,
    name varchar(60) not null,
    starts_on date not null,
    due_on date not null,
    unique (campaign_id, round, name)
);
create table visit_batch_unit (
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    batch_id uuid not null references visit_batch,
    primary key (campaign_id, unit_id)
);

-- One row for each visit that has to be started: round 0 in the batches, then one round for each remedial order.
create table kickoff_item (
    contact_id uuid not null references contact,
    round int not null,
    campaign_id uuid not null references campaign,
    batch_id uuid not null references visit_batch,
    state varchar(10) not null default 'PENDING' check (state in ('PENDING', 'STARTED', 'FAILED', 'CANCELLED')),
    reason varchar(500),
    ended_at timestamptz,
    primary key (contact_id, round)
);
create index kickoff_item_pending on kickoff_item (batch_id, contact_id) where state = 'PENDING';
create index kickoff_item_batch on kickoff_item (batch_id, state);
create index kickoff_item_campaign on kickoff_item (campaign_id);

create table remedial_order (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    round int not null,
    deadline date not null,
    reason varchar(500) not null,
    ordered_by uuid not null references person,
    ordered_at timestamptz not null,
    batch_id uuid references visit_batch,
    unique (campaign_id, round)
);
create table remedial_contact (
    order_id uuid not null references remedial_order,
    contact_id uuid not null references contact,
    primary key (order_id, contact_id)
);

create table campaign_reminder (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    phase varchar(16) not null,
    at timestamptz not null
);
create index campaign_reminder_campaign on campaign_reminder (campaign_id, at);

create table handover (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    from_person uuid not null references person,
    successor uuid references person,
    reason varchar(500) not null,
    state varchar(10) not null check (state in ('REQUESTED', 'MOVED', 'DONE', 'WITHDRAWN')),
    requested_by uuid not null references person,
    requested_at timestamptz not null,
    moved_on date,
    note varchar(1000) not null default ''
);
create index handover_campaign on handover (campaign_id, id);
create table handover_contact (
    handover_id uuid not null references handover,
    contact_id uuid not null references contact,
    ended_term uuid references contact,
    primary key (handover_id, contact_id)
);
