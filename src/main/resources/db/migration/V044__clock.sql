-- The clock of an issue: what started, paused, extended or moved it. Deadlines are computed from these rows alone.
alter table issue add column promised date;
alter table issue add column parked boolean not null default false;
alter table issue add column extensions int not null default 0;
alter table issue add column reminded_for date;
alter table issue add column reported_for date;
alter table issue add column if not exists merged_into uuid references issue;
update issue set promised = deadline;
alter table issue alter column promised set not null;
create index if not exists issue_merged_into on issue (merged_into) where merged_into is not null;

create table clock_entry (
    id uuid primary key,
    seq bigint not null generated always as identity,
    issue_id uuid not null references issue,
    at timestamptz not null,
    person_id uuid references person,
    -- RESIDENT: what the household was promised; HOLDER: until when whoever has it now is to be done
    clock varchar(8) not null check (clock in ('RESIDENT', 'HOLDER')),
    kind varchar(20) not null,
    level varchar(16),
    -- the day it counts from, the days it adds or starts with, and the promised review of a parking
    counts_from date not null,
    days int not null,
    calendar_days boolean not null,
    review_on date,
    -- the deadline after this entry, as the calendar stood then
    deadline date not null
);
create index clock_entry_issue on clock_entry (issue_id, clock, seq);
create function clock_entry_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'entries of the clock are never changed (R10)';
end $$;
create trigger clock_entry_is_kept before update or delete on clock_entry
    for each row execute function clock_entry_is_kept();

insert into clock_entry (id, issue_id, at, clock, kind, counts_from, days, calendar_days, deadline)
select gen_random_uuid(), i.id, i.registered_at, c.clock, 'STARTED', i.clock_from, i.days, i.calendar_days, i.deadline
from issue i cross join (values ('RESIDENT'), ('HOLDER')) c (clock);

-- Applications for more time or for parking (R4, R5); one at a time for an issue.
create table issue_request (
    id uuid primary key,
    issue_id uuid not null references issue,
    kind varchar(12) not null check (kind in ('EXTENSION', 'PARKING')),
    reason varchar(500) not null,
    days int not null default 0,
    review_on date,
    applicant_id uuid not null references person,
    applied_at timestamptz not null,
    approver_role varchar(32) not null,
    approver_level varchar(16),
    state varchar(12) not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    granted_days int not null default 0,
    words varchar(500) not null default '',
    decided_by uuid references person,
    decided_at timestamptz,
    check (decided_by is null or decided_by <> applicant_id)
);
create unique index issue_request_open on issue_request (issue_id) where state = 'OPEN';
create index issue_request_issue on issue_request (issue_id, id);

-- The day from which the time to accept is counted: its receipt, or the last objection of a department.
alter table issue_level add column acceptance_from date;
update issue_level set acceptance_from = received_on;
alter table issue_level alter column acceptance_from set not null;
