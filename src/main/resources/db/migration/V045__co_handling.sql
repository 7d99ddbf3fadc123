-- Departments that help the lead unit with an issue a level handed over (协办), and what they reported.
create table issue_co_handler (
    id uuid primary key,
    issue_id uuid not null references issue,
    unit_id uuid not null references unit,
    named_at timestamptz not null,
    named_by uuid not null references person,
    report varchar(2000) not null default '',
    reported_at timestamptz,
    reported_by uuid references person
);
create index issue_co_handler_issue on issue_co_handler (issue_id, id);
create index issue_co_handler_unit on issue_co_handler (unit_id, issue_id);
create unique index issue_co_handler_open on issue_co_handler (issue_id, unit_id) where reported_at is null;
