-- One turn of duty (一线工作日, S7.5): one person, one place, one day.
create table duty (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    -- whose roster it is: the village, or the unit where each unit has its own
    place_id uuid not null,
    area_id uuid not null references area,
    area_code varchar(15) collate "C" not null,
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    day date not null,
    leader boolean not null default false,
    state varchar(10) not null check (state in ('DRAFT', 'PLANNED', 'OPEN', 'DONE', 'NOT_HELD', 'WITHDRAWN')),
    visitors int,
    words varchar(2000) not null default '',
    late boolean not null default false,
    recorded_at timestamptz,
    recorded_by uuid references person,
    -- the day went by without a record; a later record does not wipe it out
    missed_at timestamptz,
    version int not null default 0
);
create unique index duty_once on duty (campaign_id, place_id, day, leader) where state <> 'WITHDRAWN';
create index duty_list on duty (campaign_id, day, id) where state <> 'WITHDRAWN';
create index duty_area on duty (area_code, day, id) where state <> 'WITHDRAWN';
create index duty_person on duty (person_id, day, id) where state <> 'WITHDRAWN';
create index duty_waiting on duty (day) where state = 'PLANNED';

-- Who came to the duty and with what; what was registered as an issue leads there.
create table duty_caller (
    id uuid primary key,
    duty_id uuid not null references duty,
    household_id uuid references household,
    words varchar(500) not null,
    issue_id uuid,
    at timestamptz not null
);
create index duty_caller_duty on duty_caller (duty_id, id);

-- Somebody asks another to take the turn, in exchange for one of theirs or without one.
create table duty_swap (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    duty_id uuid not null references duty,
    other_duty_id uuid references duty,
    from_person uuid not null references person,
    to_person uuid not null references person,
    words varchar(200) not null,
    state varchar(10) not null check (state in ('ASKED', 'ACCEPTED', 'REFUSED', 'LAPSED')),
    asked_at timestamptz not null,
    answered_at timestamptz,
    answer varchar(200) not null default ''
);
create unique index duty_swap_asked on duty_swap (duty_id) where state = 'ASKED';
create unique index duty_swap_other on duty_swap (other_duty_id) where state = 'ASKED';

-- What a reminder may be about is said once, by the type in the code.
alter table reminder drop constraint if exists reminder_subject_type_check;
