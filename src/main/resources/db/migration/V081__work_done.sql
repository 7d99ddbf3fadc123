-- What was done, one row for each person, day and household, written by whatever records the work in the same
-- transaction. Obligations are counted from here and nowhere else, so that nothing is typed in twice.
create table work_done (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    kind varchar(40) not null,
    -- the record it comes from: a visit, an activity, a duty, a document
    source_id uuid not null,
    day date not null,
    late boolean not null default false,
    person_id uuid references person,
    unit_id uuid references unit,
    area_code varchar(15) collate "C",
    household_id uuid references household,
    enterprise_id uuid references enterprise,
    amount numeric(12, 2)
);
create unique index work_done_once on work_done (source_id, kind, day,
    coalesce(person_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(household_id, '00000000-0000-0000-0000-000000000000'));
create index work_done_person on work_done (campaign_id, person_id, day) where person_id is not null;
create index work_done_unit on work_done (campaign_id, unit_id, day);
create index work_done_area on work_done (campaign_id, area_code, day);
create index work_done_enterprise on work_done (campaign_id, enterprise_id, day) where enterprise_id is not null;
