-- What somebody typed but did not hand in. jsonb: the order of keys is the page's own business.
create table draft (
    person_id uuid not null references person,
    draft_key varchar(120) not null,
    content jsonb not null,
    saved_at timestamptz not null,
    primary key (person_id, draft_key)
);

-- Filters of the task list that somebody keeps under a name, for one role.
create table saved_filter (
    id uuid primary key,
    person_id uuid not null references person,
    role varchar(32) not null,
    name varchar(32) not null,
    content jsonb not null,
    created_at timestamptz not null,
    unique (person_id, role, name)
);

-- The list of one kind of task, and how many wait: shared tasks only, a person's own are few.
create index work_item_role_element on work_item (role, scope_id, element, due_at, id)
    where state = 'OPEN' and person_id is null;
