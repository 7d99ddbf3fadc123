-- Who goes into the work team of a period (S3.9): drawn by a seed that is kept, so that anybody can draw again.
create table rotation_draw (
    campaign_id uuid not null references campaign,
    period int not null,
    seed varchar(36) not null,
    years int not null,
    drawn_by uuid not null references person,
    drawn_at timestamptz not null,
    primary key (campaign_id, period)
);

-- round: the first, second … time that everybody serves once. Who is excused has not served.
create table rotation_member (
    campaign_id uuid not null,
    period int not null,
    person_id uuid not null references person,
    unit_id uuid not null references unit,
    round int not null,
    excused varchar(500),
    primary key (campaign_id, period, person_id),
    foreign key (campaign_id, period) references rotation_draw
);
create index rotation_member_person on rotation_member (person_id);
