-- The bytes of photos, beside the exchange of rows (src/site/markdown/sync.md). Runs at every migration (${run}) after
-- R__sync_exchange. Computers call these with their own rights, under the policies of larder.photo_bytes and
-- larder.recipe_photos.

-- Says whose token it is, for this transaction; null if it is worth nothing.
create or replace function larder.photo_person(token text) returns uuid
language plpgsql volatile set search_path = ''
as $$
begin
    perform pg_catalog.set_config('larder.token', token, true);
    return larder.current_user_id();
end
$$;

-- Keeps the bytes of a photo; the same again does nothing. ok, or signed_out.
create or replace function larder.photo_put_v1(token text, sha256 text, bytes bytea) returns text
language plpgsql volatile set search_path = ''
as $$
declare
    me pg_catalog.uuid := larder.photo_person(token);
begin
    if me is null then
        return 'signed_out';
    end if;
    insert into larder.photo_bytes as b (user_id, sha256, bytes) values (me, photo_put_v1.sha256, photo_put_v1.bytes)
        on conflict on constraint photo_bytes_pkey do update set unused_since = null where b.unused_since is not null;
    return 'ok';
end
$$;

-- A piece of a photo, a megabyte at most, from that byte on; empty after its end, null if the photo is not here.
create or replace function larder.photo_get_v1(token text, sha256 text, first integer) returns bytea
language plpgsql volatile set search_path = ''
as $$
declare
    me pg_catalog.uuid := larder.photo_person(token);
begin
    return (select pg_catalog."substring"(b.bytes, first + 1, 1048576) from larder.photo_bytes b
        where b.user_id = me and b.sha256 = photo_get_v1.sha256);
end
$$;

-- The photos whose rows are here and whose bytes are not: a computer that has them sends them again.
create or replace function larder.photo_missing_v1(token text) returns setof text
language plpgsql volatile set search_path = ''
as $$
declare
    me pg_catalog.uuid := larder.photo_person(token);
begin
    return query select distinct p.sha256 from larder.recipe_photos p where p.user_id = me
        and not exists (select from larder.photo_bytes b where b.user_id = me and b.sha256 = p.sha256);
end
$$;

revoke execute on function larder.photo_person(text), larder.photo_put_v1(text, text, bytea),
    larder.photo_get_v1(text, text, integer), larder.photo_missing_v1(text) from public;
grant execute on function larder.photo_person(text), larder.photo_put_v1(text, text, bytea),
    larder.photo_get_v1(text, text, integer), larder.photo_missing_v1(text) to larder_app;
