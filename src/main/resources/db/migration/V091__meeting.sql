-- The notice board asks for what is ahead, everywhere or in a village.
create index duty_board on duty (day, area_code) where state in ('PLANNED', 'OPEN');

-- A meeting with residents (恳谈会、座谈会、个别访谈、问卷 S3.6, S5.2; 民主议政日 S7.11): planned, held, and every opinion settled.
create table meeting (
    id uuid primary key,
    client_key uuid not null unique,
    campaign_id uuid not null references campaign,
    kind varchar(16) not null check (kind in ('TALK', 'SYMPOSIUM', 'INTERVIEW', 'QUESTIONNAIRE', 'COUNCIL_DAY')),
    title varchar(60) not null,
    area_id uuid not null references area,
    area_code varchar(15) collate "C" not null,
    unit_id uuid not null references unit,
    holder_id uuid not null references person,
    day date not null,
    begins time,
    place varchar(60) not null default '',
    invited varchar(500) not null default '',
    state varchar(10) not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    attendance int,
    minutes varchar(4000) not null default '',
    late boolean not null default false,
    planned_at timestamptz not null,
    recorded_at timestamptz
);
create index meeting_list on meeting (campaign_id, day desc, id desc);
create index meeting_holder on meeting (holder_id) where state <> 'CANCELLED';

create table meeting_cadre (
    meeting_id uuid not null references meeting,
    person_id uuid not null references person,
    primary key (meeting_id, person_id)
);
create index meeting_cadre_person on meeting_cadre (person_id);

-- One opinion (意见征集表 S5.2): it ends as an issue, an explanation or a suggestion.
create table opinion (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    campaign_id uuid not null references campaign,
    unit_id uuid not null references unit,
    area_code varchar(15) collate "C" not null,
    household_id uuid references household,
    speaker varchar(40) not null default '',
    words varchar(1000) not null,
    wish varchar(500) not null default '',
    state varchar(10) not null check (state in ('OPEN', 'ISSUE', 'EXPLAINED', 'SUGGESTION')),
    outcome varchar(1000) not null default '',
    issue_id uuid references issue,
    entered_by uuid references person,
    entered_at timestamptz not null,
    settled_by uuid references person,
    settled_at timestamptz
);
create index opinion_meeting on opinion (meeting_id, id);
create index opinion_campaign on opinion (campaign_id, unit_id, state);

-- A filled questionnaire as it was handed in; its opinions stand in opinion.
create table opinion_sheet (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    household_id uuid references household,
    form varchar(64) not null,
    form_version varchar(64) not null,
    answers jsonb not null,
    entered_by uuid references person,
    entered_at timestamptz not null
);
create index opinion_sheet_meeting on opinion_sheet (meeting_id, id);

-- What the council day speaks of, as it was printed (S7.11).
create table meeting_agenda (
    meeting_id uuid not null references meeting,
    section varchar(8) not null check (section in ('CLOSED', 'NEXT', 'DEED')),
    position int not null,
    number varchar(20) not null,
    words varchar(300) not null,
    primary key (meeting_id, section, position)
);
