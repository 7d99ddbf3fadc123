-- What an office does about what could not be solved (S9.8). Only ever added (R10).
create table issue_follow_up (
    id uuid primary key,
    issue_id uuid not null references issue,
    at timestamptz not null,
    person_id uuid not null references person,
    words varchar(500) not null,
    next_on date,
    settled boolean not null,
    check (settled = (next_on is null))
);
create index issue_follow_up_issue on issue_follow_up (issue_id, id);
create index issue_unsolved on issue (host_unit_id, id)
    where result in ('PARTLY_RESOLVED', 'UNRESOLVABLE') or parked or dissatisfied >= 2;

-- A unit reports a problem of its own style of work and sets itself a date (S2.8).
alter table notice drop constraint notice_subject_type_check;
alter table notice add check (subject_type in ('ISSUE', 'UNIT', 'FILE', 'CONDUCT'));
alter table notice drop constraint notice_origin_check;
alter table notice add check (origin in ('LADDER', 'PERSON', 'SELF'));

-- A line that left the ledger says why.
alter table ledger_freeze_change drop constraint ledger_freeze_change_kind_check;
alter table ledger_freeze_change add check (kind in ('ADDED', 'CHANGED', 'CLOSED', 'REMOVED', 'MERGED', 'WITHDRAWN'));

-- How often somebody without an account may still ask, for all nodes together; worth nothing after a crash.
create unlogged table rate_limit (
    kind varchar(24) not null,
    key_hash bytea not null,
    tokens double precision not null,
    at timestamptz not null,
    primary key (kind, key_hash)
);
create index rate_limit_at on rate_limit (at);
