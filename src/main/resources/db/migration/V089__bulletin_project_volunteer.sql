-- A bulletin (简报, S8.7): compiled from what is on record, signed by the leading group, then numbered and published.
create table bulletin (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    host_unit_id uuid not null references unit,
    -- given when it is published
    number int,
    state varchar(12) not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'DROPPED')),
    from_day date not null,
    to_day date not null,
    title varchar(100) not null,
    body text not null,
    written_by uuid not null references person,
    submitted_at timestamptz,
    signed_by uuid references person,
    reason varchar(500) not null default '',
    published_at timestamptz,
    version int not null default 0,
    unique (campaign_id, number),
    check (from_day <= to_day),
    check (signed_by is null or signed_by <> written_by)
);
create index bulletin_campaign on bulletin (campaign_id, id);
create index bulletin_published on bulletin (id) where state = 'PUBLISHED';

-- A project with funds (S3.5) that came out of an issue, a meeting or a visit.
create table project (
    id uuid primary key,
    client_key uuid not null unique,
    campaign_id uuid not null references campaign,
    host_unit_id uuid not null references unit,
    unit_id uuid not null references unit,
    area_id uuid not null references area,
    name varchar(100) not null,
    content varchar(2000) not null,
    origin varchar(12) not null check (origin in ('ISSUE', 'MEETING', 'VISIT', 'OTHER')),
    issue_id uuid references issue,
    state varchar(12) not null check (state in ('PROPOSED', 'REFUSED', 'RUNNING', 'REPORTED', 'DONE')),
    due_on date not null,
    result varchar(2000) not null default '',
    reason varchar(500) not null default '',
    proposed_by uuid not null references person,
    proposed_at timestamptz not null,
    approved_by uuid references person,
    reported_by uuid references person,
    checked_by uuid references person,
    done_on date,
    version int not null default 0,
    check (approved_by is null or approved_by <> proposed_by),
    check (checked_by is null or reported_by is null or checked_by <> reported_by)
);
create index project_campaign on project (campaign_id, id);
create index project_unit on project (unit_id, id);

-- Each source of a project's funds: what is planned and what has arrived, yuan.
create table project_fund (
    id uuid primary key,
    project_id uuid not null references project,
    source varchar(12) not null check (source in ('FINANCE', 'DEPARTMENT', 'DONATION', 'VILLAGE', 'LOAN')),
    planned numeric(14, 2) not null check (planned >= 0),
    arrived numeric(14, 2) not null default 0 check (arrived >= 0),
    arrived_on date,
    entered_by uuid not null references person,
    unique (project_id, source)
);

-- Who helps without being a cadre (志愿者, S9.10): a person or an enterprise. The telephone is for the office.
create table volunteer (
    id uuid primary key,
    client_key uuid not null unique,
    campaign_id uuid not null references campaign,
    kind varchar(12) not null check (kind in ('PERSON', 'ENTERPRISE')),
    name varchar(64) not null,
    phone varchar(32) not null default '',
    offer varchar(500) not null,
    joined_on date not null,
    left_on date,
    registered_by uuid not null references person,
    check (left_on is null or left_on >= joined_on)
);
create index volunteer_campaign on volunteer (campaign_id, id);

-- Whom a volunteer helps; until_date is exclusive, as with contacts.
create table volunteer_link (
    id uuid primary key,
    volunteer_id uuid not null references volunteer,
    area_id uuid references area,
    household_id uuid references household,
    from_date date not null,
    until_date date,
    check ((area_id is null) <> (household_id is null)),
    check (until_date is null or until_date >= from_date)
);
create unique index volunteer_link_running on volunteer_link (volunteer_id, coalesce(area_id, household_id))
    where until_date is null;
create index volunteer_link_household on volunteer_link (household_id) where household_id is not null and until_date is null;

-- What a volunteer did, as a record of activity tells it.
create table volunteer_help (
    volunteer_id uuid not null references volunteer,
    activity_id uuid not null references activity,
    primary key (volunteer_id, activity_id)
);
create index volunteer_help_activity on volunteer_help (activity_id);
