-- How a server notices what any program writes, and keeps it in order for a person's computers. Runs at every migration
-- (${run}) after R__security, which takes every right in schema larder away first.
--
-- Nobody waits for this: triggers only append to larder.touched. larder.exchange_v1 (R__sync_exchange) locks a person's
-- head, then folds what was touched into larder.rows under the next revision. Definers' bodies qualify every type, for
-- the reason R__security gives.

do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'larder_sync') then
        begin
            create role larder_sync nologin;
        exception when duplicate_object or unique_violation then
            null; -- made at the same moment for another database of this server
        end;
    end if;
    -- It sees what a computer sees, by the same policies; whoever migrates hands it the function below.
    if not pg_catalog.pg_has_role('larder_sync', 'larder_app', 'usage') then
        grant larder_app to larder_sync;
    end if;
    if not pg_catalog.pg_has_role('larder_sync', 'usage') then
        grant larder_sync to current_user;
    end if;
end
$$;

-- What syncs: parents before children. To add an entity, add its line here (a new column: its name to fields), its join to
-- sync_hanging if it hangs on another, its table to the policies of R__security, and its constant to sync.Entity. owned: whose a row c is ($1), also where there is no row-level security;
-- attached: whether what a row w with the fields p hangs on is there and $1's.
create or replace function larder.sync_entities()
returns table (entity text, rank integer, place text, key text, owner_column text, fields text[], fallbacks jsonb,
    parent text, parent_field text, owned text, attached text)
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
    return query values
    ('users'::pg_catalog.text, 0, 'public.users'::pg_catalog.text, 'id'::pg_catalog.text, null::pg_catalog.text,
        array['username', 'created_at', 'updated_at']::pg_catalog.text[], '{}'::pg_catalog.jsonb, null::pg_catalog.text,
        null::pg_catalog.text, 'c.id = $1'::pg_catalog.text, 'true'::pg_catalog.text),
    ('recipes', 1, 'public.recipes', 'id', 'user_id', array['name', 'description', 'ingredients', 'prep_time_minutes',
        'instructions', 'source', 'created_at'],
        '{"ingredients": "''[]''", "created_at": "pg_catalog.now()"}', null, null, 'c.user_id = $1', 'true'),
    ('recipe_details', 2, 'larder.recipe_details', 'recipe_id', 'user_id', array['servings', 'yield_text',
        'cook_time_minutes', 'total_time_minutes', 'tags', 'notes', 'import_batch', 'rating', 'origin'],
        '{"tags": "''[]''"}', 'recipes', null, 'c.user_id = $1',
        'exists (select from public.recipes q where q.id = w.id and q.user_id = $1)'),
    ('chat_sessions', 3, 'public.chat_sessions', 'id', 'user_id', array['title', 'created_at', 'updated_at'],
        '{"created_at": "pg_catalog.now()", "updated_at": "pg_catalog.now()"}', null, null, 'c.user_id = $1', 'true'),
    ('chat_messages', 4, 'public.chat_messages', 'id', null, array['session_id', 'role', 'content', 'created_at'],
        '{"created_at": "pg_catalog.now()"}', 'chat_sessions', 'session_id',
        -- Another program's messages of other roles stay where they are: nobody here shows them.
        'c.role in (''user'', ''assistant'') and exists (select from public.chat_sessions s where s.id = c.session_id and s.user_id = $1)',
        'exists (select from public.chat_sessions q where q.id = p.session_id and q.user_id = $1)'),
    ('message_details', 5, 'larder.message_details', 'message_id', 'user_id', array['status', 'model', 'replaces', 'extra'],
        '{"extra": "''{}''"}', 'chat_messages', null, 'c.user_id = $1',
        'exists (select from public.chat_messages q join public.chat_sessions s on s.id = q.session_id'
            || ' where q.id = w.id and s.user_id = $1)'),
    ('household_ingredients', 6, 'public.household_ingredients', 'id', 'user_id', array['name', 'quantity', 'unit',
        'category', 'added_at'],
        '{"added_at": "pg_catalog.now()"}', null, null, 'c.user_id = $1', 'true'),
    ('pantry_moves', 7, 'larder.pantry_moves', 'id', 'user_id', array['item_id', 'delta', 'unit', 'at'],
        '{"at": "pg_catalog.now()"}', 'household_ingredients', 'item_id', 'c.user_id = $1',
        'exists (select from public.household_ingredients q where q.id = p.item_id and q.user_id = $1)'),
    ('trash', 8, 'larder.trash', 'row_id', 'user_id', array['entity', 'name', 'image', 'deleted_at'],
        '{"deleted_at": "pg_catalog.now()"}', null, null, 'c.user_id = $1', 'true'),
    ('conflicts', 9, 'larder.conflicts', 'id', 'user_id', array['entity', 'row_id', 'field', 'kept', 'other',
        'other_edited_at', 'other_from', 'made_at', 'settled_at'],
        '{"kept": "''null''", "other": "''null''", "made_at": "pg_catalog.now()"}', null, null, 'c.user_id = $1', 'true'),
    ('recipe_photos', 10, 'larder.recipe_photos', 'id', 'user_id', array['recipe_id', 'sha256', 'media_type', 'width',
        'height', 'size', 'added_at'],
        '{"added_at": "pg_catalog.now()"}', 'recipes', 'recipe_id', 'c.user_id = $1',
        'exists (select from public.recipes q where q.id = p.recipe_id and q.user_id = $1)');
end
$$;

-- The expression that makes a row c's image.
create or replace function larder.sync_image(fields text[]) returns text
language sql immutable parallel safe set search_path = ''
as $$
    select 'pg_catalog.jsonb_build_object(' || pg_catalog.string_agg(pg_catalog.format('%L, c.%I', f.name, f.name), ', '
        order by f.place) || ')'
    from pg_catalog.unnest(fields) with ordinality f (name, place)
$$;

-- The triggers: one for each table and event, for every program, whatever it thinks of triggers (enable always).
do $$
declare
    e record;
    event text;
    owner_of text;
    old_owner text;
    more text;
begin
    for e in select * from larder.sync_entities() loop
        owner_of := case e.entity
            when 'users' then 'c.id'
            when 'chat_messages' then '(select s.user_id from public.chat_sessions s where s.id = c.session_id)'
            else 'c.user_id' end;
        -- In a cascade the session is gone before its messages, but was touched before them: RI triggers leave those of
        -- what they delete to the end of the statement.
        old_owner := case e.entity when 'chat_messages' then 'coalesce(' || owner_of || $o$,
                (select t.owner from larder.touched t where t.row_id = c.session_id and t.entity = 'chat_sessions'
                    order by t.id desc limit 1))$o$
            else owner_of end;
        -- What hangs on a row goes with it to another person.
        more := case e.entity
            when 'chat_sessions' then $m$
        insert into larder.touched (owner, entity, row_id, op)
            select v.owner, 'chat_messages', m.id, 'update' from old_rows o join new_rows n on n.id = o.id
            join public.chat_messages m on m.session_id = n.id
            cross join lateral (values (o.user_id), (n.user_id)) v (owner) where n.user_id <> o.user_id;
        update larder.message_details d set user_id = n.user_id from new_rows n
            join old_rows o on o.id = n.id and o.user_id <> n.user_id
            join public.chat_messages m on m.session_id = n.id
            where d.message_id = m.id and d.user_id <> n.user_id;$m$
            when 'household_ingredients' then $m$
        update larder.pantry_moves d set user_id = n.user_id from new_rows n
            join old_rows o on o.id = n.id and o.user_id <> n.user_id
            where d.item_id = n.id and d.user_id <> n.user_id;$m$
            else '' end;
        execute pg_catalog.format($f$
create or replace function larder.touch_%1$s() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $body$
begin
    if tg_op = 'INSERT' then
        insert into larder.touched (owner, entity, row_id, op)
            select n.owner, %1$L, n.id, 'insert' from (select %3$s as owner, c.%2$I as id from new_rows c) n
            where n.owner is not null;
    elsif tg_op = 'UPDATE' then
        insert into larder.touched (owner, entity, row_id, op)
            select n.owner, %1$L, n.id, 'update' from (
                select %3$s as owner, c.%2$I as id from new_rows c
                union select %4$s, c.%2$I from old_rows c) n
            where n.owner is not null;%6$s
    elsif tg_op = 'DELETE' then
        insert into larder.touched (owner, entity, row_id, op, old)
            select n.owner, %1$L, n.id, 'delete', n.image
            from (select %4$s as owner, c.%2$I as id, %5$s as image from old_rows c) n
            where n.owner is not null;
    else
        insert into larder.touched (owner, entity, op) select h.user_id, %1$L, 'truncate' from larder.heads h;
    end if;
    return null;
end
$body$
        $f$, e.entity, e.key, owner_of, old_owner, larder.sync_image(e.fields), more);
        foreach event in array array['insert', 'update', 'delete', 'truncate'] loop
            execute pg_catalog.format('create or replace trigger larder_touch_%s after %s on %s %s for each statement'
                || ' execute function larder.touch_%s()', event, event, e.place, case event
                when 'insert' then 'referencing new table as new_rows'
                when 'update' then 'referencing old table as old_rows new table as new_rows'
                when 'delete' then 'referencing old table as old_rows' else '' end, e.entity);
            if exists (select from pg_catalog.pg_trigger t where t.tgrelid = e.place::pg_catalog.regclass
                    and t.tgname = 'larder_touch_' || event and t.tgenabled <> 'A') then
                execute pg_catalog.format('alter table %s enable always trigger larder_touch_%s', e.place, event);
            end if;
        end loop;
    end loop;
end
$$;

-- The tables whose triggers are missing or switched off.
create or replace function larder.sync_unwatched() returns text[]
language plpgsql stable set search_path = ''
as $$
begin
    return (select coalesce(pg_catalog.array_agg(e.place order by e.rank), '{}') from larder.sync_entities() e
        left join (select t.tgrelid from pg_catalog.pg_trigger t
            where t.tgenabled = 'A' and t.tgname in ('larder_touch_insert', 'larder_touch_update',
                'larder_touch_delete', 'larder_touch_truncate')
            group by t.tgrelid having count(*) = 4) w on w.tgrelid = e.place::pg_catalog.regclass
        where w.tgrelid is null);
end
$$;

-- Folds what was touched into the rows under a revision; whether anything is different. edits null: what other programs
-- committed, each field edited when it was written; else what this transaction wrote: when its person did each, by
-- "entity/id" (a computer's clock counts for no later than now).
create or replace function larder.sync_fold(me uuid, next bigint, maker uuid, edits jsonb) returns boolean
language plpgsql volatile set search_path = ''
as $$
declare
    e pg_catalog.record;
    whole pg_catalog.text[] := '{}';
    folded bigint;
    changed boolean := false;
begin
    if edits is null then
        whole := array(select distinct t.entity from larder.touched t where t.owner = me and t.row_id is null);
        if whole <> '{}' then
            delete from larder.touched t where t.owner = me and t.entity = any (whole);
        end if;
    end if;
    for e in select x.* from larder.sync_entities() x
            where x.entity in (select t.entity from larder.touched t where t.owner = me) order by x.rank loop
        execute pg_catalog.format($q$
            with gone as (
                -- A TRUNCATE that was committed after "whole" was read is the next exchange's.
                delete from larder.touched t where t.owner = $1 and t.entity = %1$L and t.row_id is not null
                    and ($4 is null or t.tx = pg_catalog.pg_current_xact_id())
                returning t.id, t.row_id, t.old, t.at),
            hint as (
                select g.row_id, max(g.at) as at,
                    (pg_catalog.array_agg(g.old order by g.id desc) filter (where g.old is not null))[1] as old
                from gone g group by g.row_id)
            insert into larder.rows as r (row_id, entity, owner, rank, revision, deleted, image, edited, device)
            select h.row_id, %1$L, $1, %2$s, $2, n.image is null, coalesce(n.image, h.old, b.image),
                coalesce(b.edited, '{}') || coalesce(case when $4 is not null then $4 -> (%1$L || '/' || h.row_id)
                    else (select pg_catalog.jsonb_object_agg(f.key, h.at) from pg_catalog.jsonb_each(n.image) f
                        where b.image is not null and f.value is distinct from b.image -> f.key) end, '{}'), $3
            from hint h
            left join lateral (select %3$s as image from %4$s c where c.%5$I = h.row_id and %6$s limit 1) n on true
            left join lateral (select * from larder.rows k
                where k.row_id = h.row_id and k.entity = %1$L and k.owner = $1 limit 1) b on true
            where case when n.image is null then not b.deleted
                else b.deleted is distinct from false or b.image <> n.image end
            on conflict (row_id, entity, owner) do update set revision = excluded.revision,
                deleted = excluded.deleted, image = excluded.image, edited = excluded.edited, device = excluded.device
            $q$, e.entity, e.rank, larder.sync_image(e.fields), e.place, e.key, e.owned)
            using me, next, maker, edits;
        get diagnostics folded = row_count;
        changed := changed or folded > 0;
    end loop;
    return larder.sync_compare(me, next, whole) or changed;
end
$$;

-- Compares whole entities with the rows, and brings the rows up to date; whether anything was different.
create or replace function larder.sync_compare(me uuid, next bigint, entities text[]) returns boolean
language plpgsql volatile set search_path = ''
as $$
declare
    e pg_catalog.record;
    folded bigint;
    changed boolean := false;
begin
    if entities = '{}' then
        return false;
    end if;
    for e in select x.* from larder.sync_entities() x where x.entity = any (entities) order by x.rank loop
        execute pg_catalog.format($q$
            with now_there as materialized (
                select distinct on (c.%5$I) c.%5$I as row_id, %3$s as image from %4$s c where %6$s order by c.%5$I),
            told as materialized (
                select k.row_id, k.image, k.edited from larder.rows k where k.owner = $1 and k.rank = %2$s and not k.deleted)
            insert into larder.rows as r (row_id, entity, owner, rank, revision, deleted, image, edited)
            select coalesce(n.row_id, b.row_id), %1$L, $1, %2$s, $2, n.row_id is null, coalesce(n.image, b.image),
                coalesce((select pg_catalog.jsonb_object_agg(f.key, f.value) from pg_catalog.jsonb_each(b.edited) f
                    where n.row_id is null or n.image -> f.key = b.image -> f.key), '{}')
            from now_there n full join told b on b.row_id = n.row_id
            where n.row_id is null or b.row_id is null or n.image <> b.image
            on conflict (row_id, entity, owner) do update set revision = excluded.revision,
                deleted = excluded.deleted, image = excluded.image, edited = excluded.edited, device = null
            $q$, e.entity, e.rank, larder.sync_image(e.fields), e.place, e.key, e.owned)
            using me, next;
        get diagnostics folded = row_count;
        changed := changed or folded > 0;
    end loop;
    return changed;
end
$$;

-- The channel that tells a person's computers to ask; nobody guesses it.
create or replace function larder.sync_channel(person uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (select 'larder_' || pg_catalog."substring"(pg_catalog.encode(pg_catalog.sha256(
        s.secret || pg_catalog.uuid_send(person)), 'hex'), 1, 24) from larder.sign_in_secret s);
end
$$;

-- Why a token is worth nothing: its person is no more, or it ended.
create or replace function larder.sync_stranger(token text) returns text
language sql stable security definer set search_path = ''
as $$
    select case when exists (select from larder.devices d
        where d.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
            and not exists (select from public.users u where u.id = d.user_id)) then 'account_gone' else 'signed_out' end
$$;

-- Whether a person may be called so: what sign_up asks, except for oneself.
create or replace function larder.sync_may_be_called(person uuid, called text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select called = pg_catalog.btrim(called) and pg_catalog.char_length(called) between 1 and 60
        and called ~ '^[^[:cntrl:]\u00AD\u061C\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFF0-\uFFFF]+$'
        and not exists (select from public.users u
            where pg_catalog.lower(u.username) = pg_catalog.lower(called) and u.id <> person)
$$;

-- Forgets what nobody will ask for: what was kept of people who are no more, and what was touched of people who have no
-- head. For the latter no exchange may be under way, because it may just be making one; else another day.
create or replace function larder.sync_prune_strangers() returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
    delete from larder.rows k using larder.heads h
        where k.owner = h.user_id and not exists (select from public.users u where u.id = h.user_id);
    delete from larder.mutations m using larder.heads h
        where m.user_id = h.user_id and not exists (select from public.users u where u.id = h.user_id);
    begin
        lock table larder.heads in share mode nowait;
        delete from larder.touched t where not exists (select from larder.heads h
            join public.users u on u.id = h.user_id where h.user_id = t.owner);
    exception when lock_not_available then
        null;
    end;
end
$$;

-- Forgets a person's tombstones, outcomes and commits of more than 400 days ago. A computer that comes from before them
-- meets an unknown commit and compares everything.
create or replace function larder.sync_prune(me uuid) returns void
language plpgsql volatile set search_path = ''
as $$
declare
    old bigint;
begin
    select max(c.revision) into old from larder.commits c
        where c.user_id = me and c.at < pg_catalog.now() - pg_catalog.make_interval(days => 400);
    delete from larder.rows k where k.owner = me and k.deleted and k.revision <= old;
    delete from larder.commits c where c.user_id = me and c.revision < old;
    delete from larder.mutations m
        where m.user_id = me and m.at < pg_catalog.now() - pg_catalog.make_interval(days => 400);
    delete from larder.devices d
        where d.user_id = me and d.last_seen < pg_catalog.now() - pg_catalog.make_interval(days => 400);
    perform larder.sync_prune_strangers();
end
$$;
