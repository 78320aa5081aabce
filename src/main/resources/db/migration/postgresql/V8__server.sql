-- What only a server needs.

-- What a row of bytes is called is what it is, whoever writes it. Pictures are as small as they get already.
alter table larder.photo_bytes alter column bytes set storage external;
alter table larder.photo_bytes add constraint photo_bytes_sha256_check
    check (sha256 = pg_catalog.encode(pg_catalog.sha256(bytes), 'hex'));

-- The policies compare user_id too: with it in the index a search by ingredient need not look at the rows themselves.
create index recipe_terms_found_idx on larder.recipe_terms (term_id, user_id, recipe_id);

update larder.schema_meta set version = 8;
