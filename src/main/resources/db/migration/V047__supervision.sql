-- One row for each step of the supervision ladder that was taken for one deadline of an issue (R6): never twice.
create table issue_ladder_step (
    issue_id uuid not null references issue,
    waiting varchar(12) not null check (waiting in ('acceptance', 'handling')),
    due_on date not null,
    action varchar(16) not null,
    at timestamptz not null,
    primary key (issue_id, waiting, due_on, action)
);

-- Somebody was told that something of theirs is late; once_key makes telling repeatable.
create table reminder (
    id uuid primary key,
    once_key varchar(160) not null unique,
    campaign_id uuid,
    subject_type varchar(16) not null check (subject_type in ('ISSUE', 'NOTICE', 'COMMITMENT')),
    subject_id uuid not null,
    subject varchar(200) not null,
    colour varchar(8) not null check (colour in ('NONE', 'BLUE', 'YELLOW', 'RED')),
    reason varchar(200) not null,
    source varchar(64) not null,
    person_id uuid references person,
    role varchar(32),
    scope_id uuid,
    at timestamptz not null,
    seen_at timestamptz,
    seen_by uuid references person,
    check (person_id is not null or (role is not null and scope_id is not null))
);
create index reminder_person on reminder (person_id, id) where seen_at is null and person_id is not null;
create index reminder_role on reminder (role, scope_id, id) where seen_at is null and role is not null;
create index reminder_subject on reminder (subject_id, id);

create sequence supervision_number;

-- A supervision notice (督办通知): rectify by a date, then somebody else checks.
create table notice (
    id uuid primary key,
    once_key varchar(160) not null unique,
    number varchar(20) not null unique,
    campaign_id uuid not null,
    host_unit_id uuid not null references unit,
    subject_type varchar(8) not null check (subject_type in ('ISSUE', 'UNIT', 'FILE')),
    subject_id uuid not null,
    subject varchar(200) not null,
    unit_id uuid not null references unit,
    area_code varchar(15) not null,
    rectifier_role varchar(32) not null,
    rectifier_scope_id uuid not null,
    origin varchar(12) not null check (origin in ('LADDER', 'PERSON')),
    state varchar(12) not null check (state in ('REQUESTED', 'RECTIFYING', 'RECHECKING', 'RECTIFIED', 'CIRCULATED', 'DROPPED')),
    reason varchar(500) not null,
    requirement varchar(500) not null default '',
    due_on date,
    requested_by uuid references person,
    requested_at timestamptz not null,
    ordered_by uuid references person,
    rectified_by uuid references person,
    rectification varchar(2000) not null default '',
    failures int not null default 0,
    rechecked_by uuid references person,
    ended_at timestamptz,
    check (rechecked_by is null or rectified_by is null or rechecked_by <> rectified_by)
);
create index notice_host on notice (host_unit_id, id);
create index notice_rectifier on notice (rectifier_role, rectifier_scope_id, id);
create index notice_area on notice (area_code varchar_pattern_ops, id);
create index notice_subject on notice (subject_id, id);

-- Only ever added (R10).
create table notice_entry (
    id uuid primary key,
    notice_id uuid not null references notice,
    at timestamptz not null,
    person_id uuid references person,
    kind varchar(16) not null,
    text varchar(2000) not null default ''
);
create index notice_entry_notice on notice_entry (notice_id, id);

-- A circular (通报) names units, never persons (S1.10, S2.8).
create table circular (
    id uuid primary key,
    once_key varchar(160) not null unique,
    number varchar(20) not null unique,
    campaign_id uuid not null,
    host_unit_id uuid not null references unit,
    area_code varchar(15) not null,
    kind varchar(10) not null check (kind in ('CRITICISM', 'PRAISE')),
    unit_id uuid not null references unit,
    title varchar(100) not null,
    text varchar(2000) not null,
    issue_id uuid references issue,
    notice_id uuid references notice,
    issued_by uuid references person,
    issued_at timestamptz not null
);
create index circular_host on circular (host_unit_id, id);
create index circular_unit on circular (unit_id, id);
create index circular_area on circular (area_code varchar_pattern_ops, id);

-- A reproducible random sample of answered issues: rank by the hash of seed and number, the first ones are drawn.
create table revisit_draw (
    id uuid primary key,
    campaign_id uuid not null,
    host_unit_id uuid not null references unit,
    seed varchar(64) not null,
    population int not null,
    population_hash varchar(64) not null,
    size int not null,
    drawn_by uuid not null references person,
    drawn_at timestamptz not null,
    unique (campaign_id, seed)
);
create index revisit_draw_host on revisit_draw (host_unit_id, id);

create table revisit (
    id uuid primary key,
    draw_id uuid not null references revisit_draw,
    issue_id uuid not null references issue,
    position int not null,
    due_on date not null,
    answered_at timestamptz,
    answered_by uuid references person,
    told boolean,
    found varchar(20),
    satisfied boolean,
    words varchar(1000) not null default '',
    claimed varchar(20),
    claimed_satisfied boolean,
    confirmed boolean,
    unique (draw_id, issue_id)
);
create unique index revisit_open on revisit (issue_id) where answered_at is null;
create index revisit_draw_order on revisit (draw_id, position);
