-- Days the office has set itself, over the official calendar the product brings along: a holiday announced late, a
-- year the product does not know yet.
create table workday_override (
    date date primary key,
    workday boolean not null,
    name varchar(40) not null,
    source varchar(120) not null,
    changed_by uuid not null references person,
    changed_at timestamptz not null
);
create table workday_calendar (
    id int primary key default 1 check (id = 1),
    version int not null
);
insert into workday_calendar (version) values (0);
