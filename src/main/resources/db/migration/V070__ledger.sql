-- The monthly ledger (台账) of a campaign in a town: what is listed is always read from the issues; here stands only
-- what an office decided about them, and what was frozen.
create sequence ledger_number;

create table ledger (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    host_unit_id uuid not null references unit,
    area_id uuid not null references area,
    area_code varchar(15) not null,
    -- first day of the month that is collected next or being worked on
    month date not null,
    state varchar(10) not null default 'WAITING' check (state in ('WAITING', 'SORTING', 'CHOOSING', 'PUBLISHED', 'ENDED')),
    return_reason varchar(500) not null default '',
    opened_at timestamptz not null,
    unique (campaign_id, area_id)
);

-- Where an office sorted an issue by hand, and the words in which it may be shown in public.
create table ledger_sorting (
    issue_id uuid primary key references issue on delete cascade,
    ledger_id uuid not null references ledger,
    class_code varchar(40),
    public_title varchar(60),
    decided_by uuid references person,
    decided_at timestamptz not null
);
create index ledger_sorting_ledger on ledger_sorting (ledger_id);

-- The month's good deeds (本月实事).
create table ledger_deed (
    ledger_id uuid not null references ledger,
    month date not null,
    issue_id uuid not null references issue on delete cascade,
    chosen_by uuid references person,
    primary key (ledger_id, month, issue_id)
);

-- What hangs on the notice board: the newest publication of each ledger stands for it.
create table ledger_notice (
    id uuid primary key,
    ledger_id uuid not null references ledger,
    issue_id uuid not null references issue on delete cascade,
    area_code varchar(15) collate "C" not null,
    month date not null,
    title varchar(60) not null,
    deed boolean not null,
    published_at timestamptz not null,
    taken_down_at timestamptz,
    unique (ledger_id, month, issue_id)
);
create index ledger_notice_shown on ledger_notice (id) where taken_down_at is null;
create index ledger_notice_area on ledger_notice (area_code, id) where taken_down_at is null;

create table ledger_freeze (
    id uuid primary key,
    ledger_id uuid not null references ledger,
    number int not null,
    serial varchar(20) not null unique,
    month date not null,
    final boolean not null,
    frozen_at timestamptz not null,
    on_the_spot int not null,
    row_count int not null,
    sha256 varchar(64) not null,
    previous_sha256 varchar(64) not null,
    unique (ledger_id, number)
);

-- Surnames only: a household's right to be erased and the hash do not stand in each other's way.
create table ledger_freeze_row (
    freeze_id uuid not null references ledger_freeze,
    position int not null,
    issue_id uuid not null,
    number varchar(20) not null,
    class_code varchar(40) not null,
    applicant varchar(40) not null,
    place varchar(200) not null,
    title varchar(60) not null,
    responsible varchar(200) not null,
    deadline date not null,
    state varchar(16) not null,
    result varchar(20) not null,
    answer varchar(2000) not null,
    deed boolean not null,
    primary key (freeze_id, position),
    unique (freeze_id, issue_id)
);

create table ledger_freeze_change (
    freeze_id uuid not null references ledger_freeze,
    position int not null,
    issue_id uuid not null,
    number varchar(20) not null,
    title varchar(60) not null,
    kind varchar(10) not null check (kind in ('ADDED', 'CHANGED', 'CLOSED', 'REMOVED')),
    field varchar(20) not null,
    before varchar(2000) not null,
    after varchar(2000) not null,
    primary key (freeze_id, position)
);

create function ledger_freeze_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a frozen ledger is never changed';
end $$;
create trigger ledger_freeze_is_kept before update or delete on ledger_freeze
    for each row execute function ledger_freeze_is_kept();
create trigger ledger_freeze_row_is_kept before update or delete on ledger_freeze_row
    for each row execute function ledger_freeze_is_kept();
create trigger ledger_freeze_change_is_kept before update or delete on ledger_freeze_change
    for each row execute function ledger_freeze_is_kept();
