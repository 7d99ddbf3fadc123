-- A list that was uploaded and read; nothing of it is in the registers before somebody accepts it. The rows hold
-- personal data and are deleted with the end of the run, at the latest after a week.
create table import_run (
    id uuid primary key,
    kind varchar(12) not null check (kind in ('AREAS', 'UNITS', 'CADRES', 'HOUSEHOLDS')),
    file_name varchar(200) not null,
    state varchar(10) not null check (state in ('READING', 'READY', 'DONE', 'DISCARDED')),
    headers jsonb not null default '[]',
    created_by uuid not null references person,
    created_at timestamptz not null,
    accepted_by uuid references person,
    ended_at timestamptz,
    added int not null default 0,
    changed int not null default 0,
    same int not null default 0,
    faulty int not null default 0,
    written int not null default 0
);
create index import_run_person on import_run (created_by, id);
create index import_run_open on import_run (created_at) where state in ('READING', 'READY');
create table import_item (
    run_id uuid not null references import_run on delete cascade,
    -- the line of the file where it begins
    number int not null,
    label varchar(200) not null,
    status varchar(8) not null check (status in ('ADDED', 'CHANGED', 'SAME', 'FAULTY')),
    data jsonb not null,
    changes jsonb not null default '[]',
    raw jsonb not null default '[]',
    faults jsonb not null default '[]',
    done boolean not null default false,
    primary key (run_id, number)
);
create index import_item_status on import_item (run_id, status, number);
create index import_item_open on import_item (run_id, number) where not done and status in ('ADDED', 'CHANGED');

-- A category is valid from a day and, where it is known beforehand, to a day (exclusive); until_date is set when it is
-- over. What was entered wrongly is withdrawn and stays readable (R10).
alter table household_vulnerability add column ends_on date;
alter table household_vulnerability add column withdrawn_at timestamptz;
alter table household_vulnerability add check (ends_on is null or ends_on > from_date);
create index household_vulnerability_ends on household_vulnerability (ends_on) where until_date is null and ends_on is not null;
create index household_vulnerability_of on household_vulnerability (household_id);
