-- One row per matter a resident raised (民情事项). What is asked of often (unit, host unit, area) is copied here when it
-- is registered: a list of issues joins nothing.
create sequence issue_number;

create table issue (
    id uuid primary key,
    version int not null default 0,
    number varchar(20) not null unique,
    client_key uuid not null unique,
    campaign_id uuid not null,
    host_unit_id uuid not null references unit,
    household_id uuid not null,
    unit_id uuid not null references unit,
    area_code varchar(15) not null,
    first_visitor_id uuid not null references person,
    registered_by uuid not null references person,
    registered_at timestamptz not null,
    category varchar(32) not null,
    title varchar(60) not null,
    description varchar(2000) not null,
    urgent boolean not null,
    solvable varchar(8) not null check (solvable in ('now', 'cadre', 'above', 'policy')),
    vulnerable boolean not null,
    state varchar(16) not null,
    route varchar(24),
    proposed_route varchar(24) not null,
    proposed_level varchar(16) not null,
    proposal_reason varchar(200) not null,
    proposal_source varchar(64) not null,
    override_reason varchar(500) not null default '',
    days int not null,
    calendar_days boolean not null,
    clock_from date not null,
    deadline date not null,
    level varchar(16),
    -- length of the area code of the highest level it reached or was reported to: leaders above do not see it
    reach int not null default 12,
    handler_role varchar(32) not null default 'cadre',
    handler_id uuid references person,
    handler_scope_id uuid,
    colour varchar(8) not null default 'NONE' check (colour in ('NONE', 'BLUE', 'YELLOW', 'RED')),
    result varchar(20),
    answer varchar(2000) not null default '',
    evidence varchar(2000) not null default '',
    told_at timestamptz,
    told_how varchar(16),
    satisfied boolean,
    satisfaction_words varchar(1000) not null default '',
    satisfaction_from varchar(16),
    satisfaction_at timestamptz,
    satisfaction_by uuid references person,
    reopened int not null default 0,
    dissatisfied int not null default 0,
    closed_at timestamptz,
    closed_by uuid references person,
    check (satisfaction_by is null or satisfaction_by <> registered_by),
    check (state <> 'CLOSED' or (told_at is not null and satisfied and closed_at is not null))
);
create index issue_campaign on issue (campaign_id, id);
create index issue_household on issue (household_id, id);
create index issue_first_visitor on issue (first_visitor_id, id);
create index issue_handler on issue (handler_id, id) where handler_id is not null;
create index issue_handler_scope on issue (handler_scope_id, id) where handler_scope_id is not null;
create index issue_unit on issue (unit_id, id);
create index issue_host_unit on issue (host_unit_id, id);
create index issue_area on issue (area_code varchar_pattern_ops, id);
create index issue_clock on issue (deadline) where state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING');

-- What was said by whom and when; nothing is ever changed, a correction is a new entry (R10).
create table issue_entry (
    id uuid primary key,
    issue_id uuid not null references issue,
    at timestamptz not null,
    person_id uuid references person,
    kind varchar(24) not null,
    level varchar(16),
    text varchar(2000) not null default '',
    detail varchar(2000) not null default ''
);
create index issue_entry_issue on issue_entry (issue_id, id);
create index issue_entry_person on issue_entry (issue_id, person_id, kind);
create function issue_entry_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'entries of an issue are never changed (R10)';
end $$;
create trigger issue_entry_is_kept before update on issue_entry for each row execute function issue_entry_is_kept();

-- One row for each time a level received the issue.
create table issue_level (
    id uuid primary key,
    issue_id uuid not null references issue,
    level varchar(16) not null,
    area_id uuid not null references area,
    received_at timestamptz not null,
    received_on date not null,
    acceptance_due date not null,
    level_due date not null,
    return_until date not null,
    decision varchar(16),
    silent boolean not null default false,
    basis varchar(1000) not null default '',
    decided_at timestamptz,
    decided_by uuid references person,
    unit_id uuid references unit,
    outcome varchar(16),
    ended_at timestamptz
);
create unique index issue_level_current on issue_level (issue_id) where ended_at is null;
create index issue_level_issue on issue_level (issue_id, id);
create index issue_level_unit on issue_level (unit_id, issue_id) where unit_id is not null;
