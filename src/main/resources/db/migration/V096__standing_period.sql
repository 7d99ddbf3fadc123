-- A standing campaign closes a period at a time and goes on (S3, S8.9, S9). What belongs to a period carries its number;
-- null in standing: the campaign ends with its acceptance.
alter table campaign add column period int not null default 1;
alter table campaign add column standing varchar(8) check (standing in ('MONTH', 'QUARTER', 'YEAR'));

create table campaign_period (
    campaign_id uuid not null references campaign,
    number int not null,
    implementation_start date not null,
    acceptance_start date not null,
    ends_on date not null,
    accepted_by uuid references person,
    closed_at timestamptz not null,
    primary key (campaign_id, number)
);

alter table visit_batch add column period int not null default 1;
alter table visit_batch drop constraint visit_batch_campaign_id_round_name_key;
alter table visit_batch add unique (campaign_id, period, round, name);
alter table visit_batch_unit add column period int not null default 1;
alter table visit_batch_unit drop constraint visit_batch_unit_pkey;
alter table visit_batch_unit add primary key (campaign_id, period, unit_id);
alter table kickoff_item add column period int not null default 1;
alter table kickoff_item drop constraint kickoff_item_pkey;
alter table kickoff_item add primary key (contact_id, period, round);
alter table remedial_order add column period int not null default 1;
alter table remedial_order drop constraint remedial_order_campaign_id_round_key;
alter table remedial_order add unique (campaign_id, period, round);

-- The period whose file it was; null while it is the household's file of the running period.
alter table household_file add column closed_period int;
alter table household_file drop constraint household_file_contact_id_key;
create unique index household_file_contact on household_file (contact_id) where closed_period is null;
create index household_file_closed on household_file (contact_id, closed_period) where closed_period is not null;

alter table unit_summary add column period int not null default 1;
alter table unit_summary drop constraint unit_summary_campaign_id_unit_id_key;
alter table unit_summary add unique (campaign_id, period, unit_id);
alter table campaign_report add column id uuid not null default gen_random_uuid();
alter table campaign_report add column period int not null default 1;
alter table campaign_report drop constraint campaign_report_pkey;
alter table campaign_report add primary key (id);
alter table campaign_report add unique (campaign_id, period);
alter table assessment_result add column period int not null default 1;
alter table assessment_result drop constraint assessment_result_campaign_id_unit_id_item_key;
alter table assessment_result add unique nulls not distinct (campaign_id, period, unit_id, item);
