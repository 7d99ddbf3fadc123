-- Which campaigns a unit takes part in, for who may see them.
create index campaign_plan_unit_unit on campaign_plan_unit (unit_id);
create index contact_point_enterprise on contact_point (enterprise_id) where until_date is null;
create index contact_point_unit on contact_point (unit_id) where until_date is null;
create unique index unit_team_name on unit (campaign_id, name) where campaign_id is not null;
create index area_code_pattern on area (code varchar_pattern_ops);

-- Where a team is to work, as the office wants it; without an entry the rule of the template places it.
create table team_place (
    id uuid primary key,
    unit_id uuid not null references unit,
    area_id uuid references area,
    enterprise_id uuid references enterprise,
    check ((area_id is null) <> (enterprise_id is null))
);
create unique index team_place_once on team_place (unit_id, coalesce(area_id, enterprise_id));

-- Whether everything the person has passes to the successor, the contact points (S9.6) along with the households.
alter table handover add column everything boolean not null default false;
