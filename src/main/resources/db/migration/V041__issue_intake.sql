-- How a matter came in (S7.7), and matters of a village that no household raised alone, a road say.
alter table issue add column channel varchar(12) not null default 'VISIT'
    check (channel in ('VISIT', 'DUTY_DAY', 'MAILBOX', 'HOTLINE', 'MEETING', 'CARD'));
alter table issue alter column household_id drop not null;

-- Every pair of neighbouring letters. Chinese words mostly have two, which trigrams cannot find; punctuation parts.
create function issue_bigrams(value text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct letters[at] || letters[at + 1]), '{}')
    from (select string_to_array(regexp_replace(lower(value), '[^[:alnum:]]+', ' ', 'g'), null) as letters) cleaned,
        generate_series(1, coalesce(array_length(letters, 1), 0) - 1) at
    where letters[at] <> ' ' and letters[at + 1] <> ' '
$$;
alter table issue add column bigrams text[] not null
    generated always as (issue_bigrams(title || ' ' || description)) stored;
create index issue_bigrams on issue using gin (bigrams);

-- A duplicate is answered by the issue it was merged into (R9).
alter table issue add column merged_into uuid references issue;
alter table issue add column merged_at timestamptz;
alter table issue add constraint issue_merged check ((state = 'MERGED') = (merged_into is not null));
create index issue_merged_into on issue (merged_into) where merged_into is not null;

-- Issues that belong together. RELATED reads the same from both sides; AGAIN: the matter of other_id, closed already,
-- came up again as issue_id.
create table issue_link (
    issue_id uuid not null references issue,
    other_id uuid not null references issue,
    kind varchar(8) not null check (kind in ('RELATED', 'AGAIN')),
    reason varchar(500) not null default '',
    linked_by uuid references person,
    linked_at timestamptz not null,
    primary key (issue_id, other_id),
    check (issue_id <> other_id)
);
create index issue_link_other on issue_link (other_id);
