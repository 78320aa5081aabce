-- What the row of a chat message has no column for. status: how its text came to an end; extra: timings, what was looked
-- up, what was proposed and what became of it; replaces: the answer or question that this one stands in for.
create table larder.message_details (
    message_id uuid primary key,
    user_id uuid not null,
    status text not null,
    model text,
    replaces uuid,
    extra jsonb default json '{}' not null,
    constraint message_details_status_check check (status in ('complete', 'stopped', 'cut_off', 'length', 'error'))
);
create index message_details_user_id_idx on larder.message_details (user_id);
alter table larder.message_details add constraint message_details_message_id_fkey
    foreign key (message_id) references public.chat_messages (id) on delete cascade on update cascade;

-- An answer while it is written: what is left of it after a crash. Never leaves its computer.
create table larder.message_drafts (
    message_id uuid primary key,
    user_id uuid not null,
    session_id uuid not null,
    content text not null,
    model text,
    extra jsonb default json '{}' not null,
    started_at timestamp with time zone default current_timestamp not null,
    updated_at timestamp with time zone default current_timestamp not null
);
create index message_drafts_session_id_idx on larder.message_drafts (session_id);
alter table larder.message_drafts add constraint message_drafts_session_id_fkey
    foreign key (session_id) references public.chat_sessions (id) on delete cascade on update cascade;

-- What was used of a pantry row or added to it, so that two computers that both used some both count. Never changed.
-- delta: a signed exact amount ("-200", "1/2") in unit.
create table larder.pantry_moves (
    id uuid primary key,
    user_id uuid not null,
    item_id uuid not null,
    delta text not null,
    unit text,
    at timestamp with time zone default current_timestamp not null
);
create index pantry_moves_user_id_idx on larder.pantry_moves (user_id);
create index pantry_moves_item_id_idx on larder.pantry_moves (item_id);
alter table larder.pantry_moves add constraint pantry_moves_item_id_fkey
    foreign key (item_id) references public.household_ingredients (id) on delete cascade on update cascade;

-- Two computers changed the same value: the one that was kept and the other, until somebody settles it. field is a column
-- of the table named entity, or a line of a list ("ingredients/" and the line's id); the values are as JSON.
create table larder.conflicts (
    id uuid primary key,
    user_id uuid not null,
    entity text not null,
    row_id uuid not null,
    field text not null,
    kept jsonb not null,
    other jsonb not null,
    other_edited_at timestamp with time zone,
    other_from text,
    made_at timestamp with time zone default current_timestamp not null,
    settled_at timestamp with time zone
);
create index conflicts_user_id_idx on larder.conflicts (user_id);
create index conflicts_row_id_idx on larder.conflicts (row_id);
alter table larder.conflicts add constraint conflicts_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

update larder.schema_meta set version = 3;
