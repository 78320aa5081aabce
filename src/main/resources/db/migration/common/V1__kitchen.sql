-- The family's five tables, with exactly these columns: other programs read and write them too.
-- Foreign keys come after the indexes on just their columns: H2 makes another index for a key that has none.
create table public.users (
    id uuid default gen_random_uuid() primary key,
    username text not null,
    password_hash text not null,
    created_at timestamp with time zone default current_timestamp not null,
    updated_at timestamp with time zone default current_timestamp not null,
    constraint users_username_key unique (username)
);

create table public.recipes (
    id uuid default gen_random_uuid() primary key,
    user_id uuid not null,
    name text not null,
    description text,
    ingredients jsonb default json '[]' not null,
    prep_time_minutes integer,
    instructions text,
    source text,
    created_at timestamp with time zone default current_timestamp not null
);
create index recipes_user_id_idx on public.recipes (user_id);
alter table public.recipes add constraint recipes_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

create table public.chat_sessions (
    id uuid default gen_random_uuid() primary key,
    user_id uuid not null,
    title text,
    created_at timestamp with time zone default current_timestamp not null,
    updated_at timestamp with time zone default current_timestamp not null
);
create index chat_sessions_user_id_idx on public.chat_sessions (user_id);
alter table public.chat_sessions add constraint chat_sessions_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

create table public.chat_messages (
    id uuid default gen_random_uuid() primary key,
    session_id uuid not null,
    role text not null,
    content text not null,
    created_at timestamp with time zone default current_timestamp not null,
    constraint chat_messages_role_check check (role in ('user', 'assistant'))
);
create index chat_messages_session_id_idx on public.chat_messages (session_id);
alter table public.chat_messages add constraint chat_messages_session_id_fkey
    foreign key (session_id) references public.chat_sessions (id) on delete cascade;

create table public.household_ingredients (
    id uuid default gen_random_uuid() primary key,
    user_id uuid not null,
    name text not null,
    quantity text,
    unit text,
    category text,
    added_at timestamp with time zone default current_timestamp not null
);
create index household_ingredients_user_id_idx on public.household_ingredients (user_id);
alter table public.household_ingredients add constraint household_ingredients_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

-- What the five tables have no column for; keyed by the row's id.
create table larder.recipe_details (
    recipe_id uuid primary key,
    user_id uuid not null,
    servings integer,
    yield_text text,
    cook_time_minutes integer,
    total_time_minutes integer,
    tags jsonb default json '[]' not null,
    notes text,
    import_batch uuid
);
create index recipe_details_user_id_idx on larder.recipe_details (user_id, import_batch);
alter table larder.recipe_details add constraint recipe_details_recipe_id_fkey
    foreign key (recipe_id) references public.recipes (id) on delete cascade on update cascade;

-- A deleted row's image, so that Undo can bring it back under the same id.
create table larder.trash (
    row_id uuid not null,
    entity text not null,
    user_id uuid not null,
    name text not null,
    image jsonb not null,
    deleted_at timestamp with time zone default current_timestamp not null,
    constraint trash_pkey primary key (row_id, entity),
    constraint trash_entity_check check (entity in ('recipe', 'household_ingredient'))
);
create index trash_user_id_idx on larder.trash (user_id);
alter table larder.trash add constraint trash_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

-- One row a recipe to sort and search by: search forms of its texts (keys: their first 100 characters, compared byte
-- by byte), its ingredients' names one a line, and copies of what lists are sorted by. The distinct words of its texts,
-- each between blanks, are kept on a server only; beside a local file an index answers for them.
create table larder.recipe_search (
    recipe_id uuid primary key,
    user_id uuid not null,
    created_at timestamp with time zone not null,
    prep_time_minutes integer,
    minutes integer,
    ingredient_count integer not null,
    name_key text${bytewise} not null,
    source_key text${bytewise},
    description_key text${bytewise},
    instructions_key text${bytewise},
    ingredient_text text not null,
    words text${bytewise},
    detail_words text${bytewise}
);
create index recipe_search_created_at_idx on larder.recipe_search (user_id, created_at, recipe_id);
create index recipe_search_name_idx on larder.recipe_search (user_id, name_key, recipe_id);
create index recipe_search_source_idx on larder.recipe_search (user_id, source_key, recipe_id);
create index recipe_search_prep_time_idx on larder.recipe_search (user_id, prep_time_minutes, recipe_id);
-- No index for the keys of the long texts: nobody sorts by them often, and in a file that only grows they double it.
create index recipe_search_ingredient_count_idx on larder.recipe_search (user_id, ingredient_count, recipe_id);
create index recipe_search_id_idx on larder.recipe_search (user_id, recipe_id);
alter table larder.recipe_search add constraint recipe_search_recipe_id_fkey
    foreign key (recipe_id) references public.recipes (id) on delete cascade on update cascade;

-- A person's distinct ingredient names. term_id is the first 8 bytes of the SHA-256 of the person's id and the name, so
-- that nobody has to look a number up or wait for another's. Two writers at once may both add a name: that does no harm,
-- and a unique key would make foreign programs wait for each other inside a trigger.
create table larder.ingredient_terms (
    id bigint generated by default as identity primary key,
    user_id uuid not null,
    term_id bigint not null,
    name text not null,
    display text not null
);
create index ingredient_terms_user_id_idx on larder.ingredient_terms (user_id);
create index ingredient_terms_term_id_idx on larder.ingredient_terms (term_id);
alter table larder.ingredient_terms add constraint ingredient_terms_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

create table larder.recipe_terms (
    term_id bigint not null,
    recipe_id uuid not null,
    user_id uuid not null,
    constraint recipe_terms_pkey primary key (term_id, recipe_id)
);
create index recipe_terms_recipe_id_idx on larder.recipe_terms (recipe_id);
alter table larder.recipe_terms add constraint recipe_terms_recipe_id_fkey
    foreign key (recipe_id) references public.recipes (id) on delete cascade on update cascade;

-- A stamp that every change of a person's recipes renews; a search index beside the file that bears another is stale.
create table larder.search_state (
    user_id uuid primary key,
    stamp bigint not null
);
alter table larder.search_state add constraint search_state_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

-- The oldest program that may open this schema; an older one says "please update".
create table larder.schema_meta (
    only_row integer default 1 primary key,
    min_client integer not null,
    constraint schema_meta_only_row_check check (only_row = 1)
);
insert into larder.schema_meta (min_client) values (1);
