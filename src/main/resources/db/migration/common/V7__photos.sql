-- Photos of recipes; the first added is the one that lists show. What a row says never changes: a photo that is replaced is
-- another row. sha256: of the bytes, in lower-case hexadecimal digits; the bytes themselves are kept apart.
create table larder.recipe_photos (
    id uuid primary key,
    user_id uuid not null,
    recipe_id uuid not null,
    sha256 text not null,
    media_type text not null,
    width integer not null,
    height integer not null,
    size integer not null,
    added_at timestamp with time zone default current_timestamp not null,
    constraint recipe_photos_sha256_check check (char_length(sha256) = 64),
    constraint recipe_photos_media_type_check
        check (media_type in ('image/jpeg', 'image/png', 'image/gif', 'image/webp'))
);
create index recipe_photos_user_id_idx on larder.recipe_photos (user_id);
create index recipe_photos_recipe_id_idx on larder.recipe_photos (recipe_id);
alter table larder.recipe_photos add constraint recipe_photos_recipe_id_fkey
    foreign key (recipe_id) references public.recipes (id) on delete cascade on update cascade;

-- The bytes on a server, and in a database in memory; a file on a computer has them beside it. unused_since: when it was
-- first noticed that nothing shows them any more.
create table larder.photo_bytes (
    user_id uuid not null,
    sha256 text not null,
    bytes bytea not null,
    unused_since timestamp with time zone,
    constraint photo_bytes_pkey primary key (user_id, sha256),
    constraint photo_bytes_size_check check (octet_length(bytes) between 1 and 20971520)
);
alter table larder.photo_bytes add constraint photo_bytes_user_id_fkey
    foreign key (user_id) references public.users (id) on delete cascade;

update larder.schema_meta set version = 7;
