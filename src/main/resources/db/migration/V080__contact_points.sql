-- A community (社区) and everything in it: its households are urban (S9.1).
alter table area add column urban boolean not null default false;

create table enterprise (
    id uuid primary key,
    name varchar(64) not null,
    area_id uuid not null references area,
    unique (area_id, name)
);

-- A team (工作组, S5.1, S8.1) is a unit set up for one campaign out of people who belong to others.
alter table unit add column campaign_id uuid references campaign;
create index unit_campaign on unit (campaign_id) where campaign_id is not null;
create table team_member (
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    primary key (unit_id, person_id)
);
create index team_member_person on team_member (person_id);

-- A unit or a person linked to a village, community, enterprise or other unit (联系点; S2.6, S3.1, S3.3, S4.1, S9.1).
-- until_date is exclusive, as with contacts.
create table contact_point (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    kind varchar(16) not null check (kind in ('VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'TOWN', 'COUNTY', 'GROUP')),
    unit_id uuid not null references unit,
    person_id uuid references person,
    area_id uuid references area,
    enterprise_id uuid references enterprise,
    -- what the link is for, as the template names it, e.g. 包解困
    purpose varchar(32) not null default '',
    from_date date not null,
    until_date date,
    check ((area_id is null) <> (enterprise_id is null)),
    check (until_date is null or until_date >= from_date)
);
create unique index contact_point_running on contact_point
    (campaign_id, unit_id, coalesce(person_id, unit_id), coalesce(area_id, enterprise_id), purpose) where until_date is null;
create index contact_point_area on contact_point (area_id) where until_date is null;
create index contact_point_person on contact_point (person_id) where until_date is null;
create index contact_point_campaign on contact_point (campaign_id, unit_id);
