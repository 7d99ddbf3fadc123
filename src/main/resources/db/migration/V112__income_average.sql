-- What an area's people have in a year on average, as the statistics office publishes it (S9.5): the measure for the
-- households of a campaign.
create table income_average (
    campaign_id uuid not null references campaign,
    year int not null check (year between 1980 and 2200),
    yuan int not null check (yuan between 1 and 10000000),
    entered_by uuid not null references person,
    entered_at timestamptz not null,
    primary key (campaign_id, year)
);

-- How many households told an outcome, and of how many it holds; counted with board_group.
create table board_outcome (
    campaign_id uuid not null references campaign,
    group_code varchar(15) collate "C" not null,
    outcome varchar(64) not null,
    households int not null,
    fulfilled int not null,
    primary key (campaign_id, group_code, outcome)
);
