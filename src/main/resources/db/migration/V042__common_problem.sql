-- Several alike become one with one answer (共性问题, R9).
create sequence common_problem_number;
create table common_problem (
    id uuid primary key,
    version int not null default 0,
    number varchar(20) not null unique,
    client_key uuid not null unique,
    campaign_id uuid not null,
    host_unit_id uuid not null references unit,
    -- the smallest area that holds all its issues
    area_code varchar(15) not null,
    category varchar(32) not null,
    title varchar(60) not null,
    state varchar(12) not null check (state in ('OPEN', 'ANSWERED')),
    owner_id uuid not null references person,
    created_by uuid not null references person,
    created_at timestamptz not null,
    result varchar(20),
    answer varchar(2000) not null default '',
    evidence varchar(2000) not null default '',
    answered_by uuid references person,
    answered_at timestamptz,
    check ((state = 'ANSWERED') = (answered_at is not null))
);
create index common_problem_host on common_problem (host_unit_id, id);
create index common_problem_area on common_problem (area_code varchar_pattern_ops, id);
alter table issue add column common_problem_id uuid references common_problem;
create index issue_common_problem on issue (common_problem_id) where common_problem_id is not null;
