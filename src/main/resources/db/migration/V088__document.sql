-- What a template asks to be handed in (材料; S1.9, S6.1, S8.5): one row for each unit, team, cadre or campaign that owes
-- it and each period. WAITING until its process has been started, in chunks, as visits are.
create table document (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    kind varchar(64) not null,
    name varchar(100) not null,
    -- 0, or the year, quarter or month of a standing campaign
    period int not null default 0,
    unit_id uuid not null references unit,
    -- the cadre who owes it; null where a role of the unit does
    person_id uuid references person,
    by_role varchar(32) not null,
    review_role varchar(32) not null,
    form varchar(64) not null default '',
    source varchar(64) not null,
    state varchar(12) not null check (state in
        ('WAITING', 'OPEN', 'HANDED_IN', 'RETURNED', 'ACCEPTED', 'EXCUSED', 'LAPSED')),
    due_on date not null,
    title varchar(100) not null default '',
    body text not null default '',
    answers text not null default '{}',
    handed_in_by uuid references person,
    handed_in_at timestamptz,
    late boolean not null default false,
    reviewed_by uuid references person,
    reviewed_at timestamptz,
    reason varchar(500) not null default '',
    -- printed in full in the summary report
    featured boolean not null default false,
    version int not null default 0,
    check (handed_in_by is null or reviewed_by is null or handed_in_by <> reviewed_by)
);
create unique index document_once on document (campaign_id, kind, unit_id, coalesce(person_id, unit_id), period);
create index document_waiting on document (id) where state = 'WAITING';
create index document_campaign on document (campaign_id, kind, id);
create index document_unit on document (unit_id, id);
create index document_person on document (person_id, id) where person_id is not null;

-- Every version that was handed in and what came of it (R10).
create table document_version (
    id uuid primary key,
    document_id uuid not null references document,
    title varchar(100) not null,
    body text not null,
    answers text not null,
    form_version varchar(64) not null,
    person_id uuid not null references person,
    at timestamptz not null,
    late boolean not null,
    decision varchar(10) check (decision in ('ACCEPTED', 'RETURNED')),
    decided_by uuid references person,
    decided_at timestamptz,
    reason varchar(500) not null default ''
);
create index document_version_document on document_version (document_id, id);

alter table reminder drop constraint reminder_subject_type_check;
alter table reminder add check (subject_type in ('ISSUE', 'NOTICE', 'COMMITMENT', 'DOCUMENT'));
