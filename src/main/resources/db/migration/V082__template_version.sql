-- Each version of each campaign template as text. Released versions never change; a campaign keeps its own copy of the
-- one it was launched with.
create table template_version (
    template_id varchar(40) not null,
    version int not null check (version >= 1),
    name varchar(60) not null,
    text text not null,
    state varchar(16) not null check (state in ('DRAFT', 'RELEASED')),
    source varchar(16) not null check (source in ('SHIPPED', 'OFFICE')),
    -- counts the changes of a draft, so that the second of two editors is told
    revision int not null default 1,
    created_by uuid references person,
    created_at timestamptz not null,
    changed_by uuid references person,
    changed_at timestamptz not null,
    released_by uuid references person,
    released_at timestamptz,
    primary key (template_id, version),
    check ((state = 'RELEASED') = (released_at is not null))
);
create unique index template_version_draft on template_version (template_id) where state = 'DRAFT' and source = 'OFFICE';
