-- A village that moved to another town: its code changes, the area itself stays (S9.6).
create table area_change (
    id uuid primary key,
    area_id uuid not null references area,
    old_code varchar(15) not null,
    new_code varchar(15) not null,
    old_parent uuid not null references area,
    new_parent uuid not null references area,
    reason varchar(500) not null,
    made_by uuid not null references person,
    made_at timestamptz not null
);
create index area_change_old_code on area_change (old_code);
