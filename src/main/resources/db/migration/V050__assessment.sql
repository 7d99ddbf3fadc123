-- One summary for each unit of a campaign; a remedial round opens it again. figures: JSON, written at submission.
create table unit_summary (
    id uuid primary key,
    campaign_id uuid not null,
    unit_id uuid not null references unit,
    state varchar(16) not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    round int not null,
    due_on date not null,
    figures text,
    practice text not null,
    outcome text not null,
    problems text not null,
    next_steps text not null,
    written_by uuid references person,
    submitted_at timestamptz,
    reviewed_by uuid references person,
    reviewed_at timestamptz,
    returned_reason text not null,
    version int not null,
    unique (campaign_id, unit_id)
);

-- The text is the one being worked on; figures and file are what was filed last, file_hash its SHA-256.
create table campaign_report (
    campaign_id uuid primary key,
    number varchar(64) not null,
    overview text not null,
    practice text not null,
    outcome text not null,
    problems text not null,
    next_steps text not null,
    figures text,
    compiled_by uuid references person,
    compiled_at timestamptz,
    file bytea,
    file_hash varchar(64),
    version int not null
);

-- unit_id null: the whole campaign. rate null: nothing to divide by.
create table assessment_result (
    id uuid primary key,
    campaign_id uuid not null,
    unit_id uuid references unit,
    item varchar(64) not null,
    item_name varchar(64) not null,
    measure varchar(32) not null,
    sort_order int not null,
    numerator int not null,
    denominator int not null,
    rate double precision,
    grade varchar(16) not null check (grade in ('good', 'fair', 'poor')),
    reason text not null,
    source varchar(64) not null,
    computed_at timestamptz not null,
    unique nulls not distinct (campaign_id, unit_id, item)
);

-- What speaks against a full mark: a household not visited, an issue not answered. Only for units; the campaign's are
-- those of its units.
create table assessment_record (
    result_id uuid not null references assessment_result on delete cascade,
    subject_type varchar(16) not null check (subject_type in ('HOUSEHOLD', 'ISSUE')),
    subject_id uuid not null,
    primary key (result_id, subject_id)
);
