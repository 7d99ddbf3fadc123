-- What a board shows of a campaign, by villagers' group: a province has two million households and some fifty thousand
-- groups. Counted anew as a whole; as_of says when.
create table board_state (
    campaign_id uuid primary key references campaign,
    as_of timestamptz not null,
    took_millis int not null
);
create table board_group (
    campaign_id uuid not null references campaign,
    group_code varchar(15) collate "C" not null,
    registered int not null,
    in_contact int not null,
    visited int not null,
    complete int not null,
    primary key (campaign_id, group_code)
);
create table board_income (
    campaign_id uuid not null references campaign,
    group_code varchar(15) collate "C" not null,
    measure varchar(64) not null,
    households int not null,
    amount numeric(16, 2) not null,
    primary key (campaign_id, group_code, measure)
);
