-- What a server keeps to tell a person's computers what changed; R__sync.sql says how. Nothing here refers to the tables it
-- tells of by a foreign key: a tombstone outlives its row, and no writer of those tables ever waits for this.

-- What was written, by whatever program, and is not told yet. row_id null: everything of that entity may be different.
create table larder.touched (
    id bigint generated always as identity primary key,
    owner uuid not null,
    entity text not null,
    row_id uuid,
    op text not null,
    old jsonb,
    tx xid8 default pg_catalog.pg_current_xact_id() not null,
    at timestamp with time zone default pg_catalog.clock_timestamp() not null,
    constraint touched_op_check check (op in ('insert', 'update', 'delete', 'truncate'))
);
create index touched_owner_idx on larder.touched (owner);
create index touched_row_id_idx on larder.touched (row_id);

-- How far a person's rows have come: one count for all of them, raised by one exchange at a time.
create table larder.heads (
    user_id uuid primary key,
    lineage uuid default pg_catalog.gen_random_uuid() not null,
    revision bigint default 0 not null,
    commit_id uuid,
    pruned_at timestamp with time zone default pg_catalog.now() not null
);

-- Every row a person has or had, as last told, and the revision it became so. A row that went to somebody else has a
-- tombstone for the one and lives for the other, so the owner is part of the key; it is looked up by its id first.
create table larder.rows (
    row_id uuid not null,
    entity text not null,
    owner uuid not null,
    rank integer not null,
    revision bigint not null,
    deleted boolean not null,
    image jsonb not null,
    edited jsonb default '{}' not null,
    device uuid,
    constraint rows_pkey primary key (row_id, entity, owner)
);
create index rows_pull_idx on larder.rows (owner, revision, rank, row_id);
create index rows_walk_idx on larder.rows (owner, rank, row_id) where not deleted;

create table larder.commits (
    user_id uuid not null,
    revision bigint not null,
    commit_id uuid not null,
    device uuid,
    at timestamp with time zone default pg_catalog.now() not null,
    constraint commits_pkey primary key (user_id, revision)
);

-- What became of each change a computer sent, so that one that is sent again is answered and not done again.
create table larder.mutations (
    user_id uuid not null,
    mutation_id uuid not null,
    content_hash bytea not null,
    kind text not null,
    reason text,
    revision bigint not null,
    at timestamp with time zone default pg_catalog.now() not null,
    constraint mutations_pkey primary key (mutation_id, user_id),
    constraint mutations_kind_check check (kind in ('applied', 'rejected'))
);
create index mutations_user_id_idx on larder.mutations (user_id, at);

-- For display; and which token a computer last used, to tell a person who was deleted from one who signed out.
create table larder.devices (
    user_id uuid not null,
    device_id uuid not null,
    name text not null,
    app text,
    token_hash bytea not null,
    last_seen timestamp with time zone default pg_catalog.now() not null,
    constraint devices_pkey primary key (user_id, device_id)
);

-- One change as a computer sends it; place: its number in the request, grp: its group's.
create type larder.sync_mutation as (
    place integer,
    grp integer,
    mutation uuid,
    entity text,
    id uuid,
    op text,
    base bigint,
    seen bigint,
    was jsonb,
    given jsonb,
    edited jsonb,
    hash bytea
);

update larder.schema_meta set version = 4;
