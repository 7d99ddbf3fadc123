-- The satisfaction poll at acceptance (S7.13): who is asked follows from the seed, so that anybody can draw it again.
create table satisfaction_poll (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    period int not null,
    form_id varchar(64) not null,
    seed varchar(64) not null,
    due_on date not null,
    drawn_at timestamptz not null,
    closed_at timestamptz,
    unique (campaign_id, period)
);
create table poll_sample (
    poll_id uuid not null references satisfaction_poll,
    household_id uuid not null references household,
    contact_id uuid not null,
    contact_person_id uuid not null references person,
    unit_id uuid not null references unit,
    state varchar(12) not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'NOT_REACHED')),
    way varchar(8) check (way in ('VISIT', 'PHONE', 'CARD')),
    verdict varchar(12) check (verdict in ('SATISFIED', 'BASICALLY', 'UNSATISFIED')),
    answers jsonb,
    -- null where the resident answered by the code of the card
    asked_by uuid references person,
    answered_at timestamptz,
    primary key (poll_id, household_id),
    check ((state = 'ANSWERED') = (verdict is not null))
);
create index poll_sample_open on poll_sample (poll_id, household_id) where state <> 'ANSWERED';

-- A breach of the campaign's discipline (S3.8): recorded with its basis, answered by the unit, decided by another.
create table discipline_breach (
    id uuid primary key,
    client_key uuid not null unique,
    campaign_id uuid not null references campaign,
    period int not null,
    unit_id uuid not null references unit,
    line varchar(100) not null,
    happened_on date not null,
    basis text not null,
    state varchar(12) not null check (state in ('HEARD', 'DECIDING', 'CONFIRMED', 'DISMISSED')),
    recorded_by uuid not null references person,
    recorded_at timestamptz not null,
    answer_due date not null,
    objection text not null default '',
    answered_by uuid references person,
    answered_at timestamptz,
    decision text not null default '',
    decided_by uuid references person,
    decided_at timestamptz,
    version int not null
);
create index discipline_breach_campaign on discipline_breach (campaign_id, period, unit_id);

-- A good practice that became a rule of the campaign (S7.14).
create table adopted_practice (
    id uuid primary key,
    client_key uuid not null unique,
    campaign_id uuid not null references campaign,
    unit_id uuid references unit,
    title varchar(100) not null,
    rule text not null,
    effective_on date not null,
    adopted_by uuid not null references person,
    adopted_at timestamptz not null,
    withdrawn_at timestamptz
);
create index adopted_practice_campaign on adopted_practice (campaign_id, id);

alter table assessment_result alter column measure type varchar(200);
alter table assessment_record drop constraint assessment_record_subject_type_check;
alter table assessment_record add constraint assessment_record_subject_type_check
    check (subject_type in ('HOUSEHOLD', 'ISSUE', 'PERSON', 'UNIT', 'BREACH'));
alter table campaign_report add column word_file bytea;
