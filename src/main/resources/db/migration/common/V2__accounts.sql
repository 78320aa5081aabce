-- What a family's server keeps to let people in; empty in a file on a person's own computer.
create table larder.computers (
    login text primary key,
    name text not null,
    invited_at timestamp with time zone default current_timestamp not null,
    last_sign_in timestamp with time zone,
    revoked_at timestamp with time zone
);

-- Who is signed in where: the SHA-256 of a token that only its computer knows.
create table larder.sign_ins (
    token_hash bytea primary key,
    user_id uuid not null,
    login text not null,
    created_at timestamp with time zone default current_timestamp not null,
    expires_at timestamp with time zone not null
);
create index sign_ins_user_id_idx on larder.sign_ins (user_id);
alter table larder.sign_ins add constraint sign_ins_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;
create index sign_ins_login_idx on larder.sign_ins (login);
alter table larder.sign_ins add constraint sign_ins_login_fkey
    foreign key (login) references larder.computers (login) on delete cascade;

-- Codes that let one person sign up, as SHA-256.
create table larder.invitations (
    code_hash bytea primary key,
    created_at timestamp with time zone default current_timestamp not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);

-- What names nobody has are answered from, so that they look like others.
create table larder.sign_in_secret (
    only_row integer default 1 primary key,
    secret bytea not null,
    parameters text not null,
    constraint sign_in_secret_only_row_check check (only_row = 1)
);

-- A person's trash is their own: nobody can take a row's place in it.
alter table larder.trash drop constraint trash_pkey;
alter table larder.trash add constraint trash_pkey primary key (row_id, entity, user_id);

-- The newest script that has run, for logins that can't see Flyway's history; each later script raises it. And whether
-- the five tables keep people's rows apart, which tables of another program do only after their owner's yes.
alter table larder.schema_meta add column version integer default 2 not null;
alter table larder.schema_meta add column row_security boolean default true not null;
