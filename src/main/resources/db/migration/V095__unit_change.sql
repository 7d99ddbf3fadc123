-- A unit that was merged into another is closed and keeps its records; its successor goes on with them.
alter table unit add column closed_on date;
alter table unit add column successor_id uuid references unit;
alter table unit add check ((closed_on is null) = (successor_id is null));

create table unit_change (
    id uuid primary key,
    kind varchar(6) not null check (kind in ('MERGE', 'SPLIT')),
    reason varchar(500) not null,
    to_unit uuid not null references unit,
    made_by uuid not null references person,
    made_at timestamptz not null
);
create table unit_change_person (
    change_id uuid not null references unit_change,
    person_id uuid not null references person,
    from_unit uuid not null references unit,
    primary key (change_id, person_id)
);
