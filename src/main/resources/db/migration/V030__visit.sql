-- The file of one contact's household (帮扶档案). contact_id lasts over handovers, so whoever is the contact is looked up.
create table household_file (
    id uuid primary key,
    contact_id uuid not null unique,
    campaign_id uuid not null,
    unit_id uuid not null references unit,
    household_id uuid not null references household,
    group_code varchar(15) collate "C" not null,
    batch_id uuid not null,
    due_on date not null,
    state varchar(12) not null default 'OPEN'
        check (state in ('OPEN', 'COMPLETE', 'CHECKED', 'STRUCK_OFF', 'CANCELLED')),
    visits int not null default 0,
    last_visit_on date,
    completed_on date,
    opened_on date not null,
    version bigint not null default 0,
    check ((state in ('COMPLETE', 'CHECKED')) = (completed_on is not null))
);
create index household_file_campaign on household_file (campaign_id, unit_id, state);
create index household_file_household on household_file (household_id);

-- One row for each sheet that was handed in; submission_key makes handing in repeatable.
create table visit (
    id uuid primary key,
    file_id uuid not null references household_file,
    household_id uuid not null references household,
    submission_key uuid not null unique,
    person_id uuid not null references person,
    visited_on date not null,
    entered_at timestamptz not null,
    late boolean not null,
    kind varchar(16) not null,
    result varchar(24) not null check (result in ('VISITED', 'NOT_AT_HOME', 'STRIKE_OFF_REQUESTED')),
    met_with varchar(64) not null default '',
    diary text not null default '',
    next_on date,
    file_complete boolean not null default false,
    still_open text[] not null default '{}',
    issue_ids uuid[] not null default '{}'
);
create index visit_file on visit (file_id, id);
create index visit_household on visit (household_id, id);

-- An obligation that a spot check did not find is withdrawn, and can be met again.
create table obligation_met (
    id uuid primary key,
    file_id uuid not null references household_file,
    obligation_id varchar(64) not null,
    evidence varchar(500) not null default '',
    visit_id uuid not null references visit,
    met_on date not null,
    withdrawn_at timestamptz
);
create unique index obligation_met_once on obligation_met (file_id, obligation_id) where withdrawn_at is null;
create index obligation_met_visit on obligation_met (visit_id);

-- Answers are never changed; the newest row of a household and form counts.
create table form_answer (
    id uuid primary key,
    household_id uuid not null references household,
    file_id uuid not null references household_file,
    visit_id uuid not null references visit,
    form_id varchar(64) not null,
    form_version varchar(32) not null,
    answers jsonb not null,
    complete boolean not null,
    answered_on date not null,
    person_id uuid not null references person
);
create index form_answer_newest on form_answer (household_id, form_id, id desc);
create index form_answer_file on form_answer (file_id, form_id);

-- The figures the newest answers of a file come to, e.g. incomeThisYear.wage, so that sums need no reading of answers.
create table file_measure (
    file_id uuid not null references household_file,
    measure varchar(64) not null,
    amount numeric(18, 2) not null,
    primary key (file_id, measure)
);

create table commitment (
    id uuid primary key,
    household_id uuid not null references household,
    file_id uuid not null references household_file,
    visit_id uuid not null references visit,
    text varchar(200) not null,
    due_on date,
    made_on date not null,
    person_id uuid not null references person,
    kept_visit_id uuid references visit,
    kept_on date
);
create index commitment_open on commitment (household_id, id) where kept_on is null;

create table strike_off_request (
    id uuid primary key,
    file_id uuid not null references household_file,
    visit_id uuid not null references visit,
    reason varchar(16) not null check (reason in ('MOVED_AWAY', 'DECEASED')),
    note varchar(500) not null,
    requested_by uuid not null references person,
    requested_on date not null,
    approved boolean,
    decision_reason varchar(500) not null default '',
    decided_by uuid references person,
    decided_at timestamptz
);
create unique index strike_off_request_open on strike_off_request (file_id) where approved is null;

create table spot_check (
    id uuid primary key,
    file_id uuid not null references household_file,
    person_id uuid not null references person,
    checked_on date not null,
    confirmed boolean not null,
    note varchar(500) not null default '',
    disputed text[] not null default '{}'
);
create index spot_check_file on spot_check (file_id, id);
