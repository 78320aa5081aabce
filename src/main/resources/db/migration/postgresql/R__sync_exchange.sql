-- The one function that computers exchange rows through; what goes over the wire is written in src/site/markdown/sync.md.
-- Runs at every migration (${run}) after R__sync.

-- The statement that inserts changes ($2) of an entity as a person's ($1) rows; those that hang on nothing, or have fields
-- nobody knows, are left out.
create or replace function larder.sync_insert(what text) returns text
language sql immutable parallel safe set search_path = ''
as $$
    select pg_catalog.format('insert into %s (%I%s, %s) select w.id%s, %s from pg_catalog.unnest($2) w cross join lateral'
            ' pg_catalog.jsonb_populate_record(null::%s, w.given) p where w.entity = %L'
            ' and w.given - %L::pg_catalog.text[] = ''{}''::pg_catalog.jsonb and %s order by w.place',
        e.place, e.key, ', ' || e.owner_column,
        (select pg_catalog.string_agg(pg_catalog.quote_ident(f.name), ', ' order by f.place)
            from pg_catalog.unnest(e.fields) with ordinality f (name, place)),
        case when e.owner_column is null then '' else ', $1' end,
        (select pg_catalog.string_agg(case when e.fallbacks ? f.name
                then pg_catalog.format('coalesce(p.%I, %s)', f.name, e.fallbacks ->> f.name)
                else pg_catalog.format('p.%I', f.name) end, ', ' order by f.place)
            from pg_catalog.unnest(e.fields) with ordinality f (name, place)),
        e.place, e.entity, e.fields, e.attached)
    from larder.sync_entities() e where e.entity = what
$$;

-- The statement that changes some fields of an entity's rows as changes ($2) of a person ($1) have them, where that makes
-- a difference, and answers how many of these rows there are.
create or replace function larder.sync_update(what text, changed text[]) returns text
language sql immutable parallel safe set search_path = ''
as $$
    select pg_catalog.format('with target as materialized (select w.id, w.given from pg_catalog.unnest($2) w'
            ' join %1$s c on c.%2$I = w.id and %3$s),'
            ' done as (update %1$s c set %4$s from target w cross join lateral'
            ' pg_catalog.jsonb_populate_record(null::%1$s, w.given) p'
            ' where c.%2$I = w.id and %3$s and (%5$s))'
            ' select count(*) from target',
        e.place, e.key, e.owned,
        (select pg_catalog.string_agg(pg_catalog.format('%1$I = p.%1$I', f), ', ') from pg_catalog.unnest(changed) f),
        (select pg_catalog.string_agg(pg_catalog.format('c.%1$I is distinct from p.%1$I', f), ' or ')
            from pg_catalog.unnest(changed) f))
    from larder.sync_entities() e where e.entity = what
$$;

-- What was last told of a row; all null if nothing ever.
create or replace function larder.sync_row(me uuid, what text, which uuid) returns larder.rows
language plpgsql stable set search_path = ''
as $$
declare
    told larder.rows;
begin
    select k.* into told from larder.rows k where k.row_id = which and k.entity = what and k.owner = me;
    return told;
end
$$;

-- What hangs on a row, and on that.
create or replace function larder.sync_hanging(what text, which uuid) returns table (entity text, id uuid)
language sql stable set search_path = ''
as $$
    select 'recipe_details', d.recipe_id from larder.recipe_details d where what = 'recipes' and d.recipe_id = which
    union all
    select 'chat_messages', m.id from public.chat_messages m where what = 'chat_sessions' and m.session_id = which
    union all
    select 'message_details', d.message_id from public.chat_messages m
        join larder.message_details d on d.message_id = m.id where what = 'chat_sessions' and m.session_id = which
    union all
    select 'message_details', d.message_id from larder.message_details d
        where what = 'chat_messages' and d.message_id = which
    union all
    select 'pantry_moves', v.id from larder.pantry_moves v where what = 'household_ingredients' and v.item_id = which
    union all
    select 'recipe_photos', p.id from larder.recipe_photos p where what = 'recipes' and p.recipe_id = which
$$;

-- Brings back, from their last images, the rows that were deleted at a revision and hung on some of an entity.
create or replace function larder.sync_revive(me uuid, what text, ids uuid[], gone bigint) returns void
language plpgsql volatile set search_path = ''
as $$
declare
    e pg_catalog.record;
    kids larder.sync_mutation[];
begin
    for e in select x.* from larder.sync_entities() x where x.parent = what loop
        kids := array(select (0, 0, null, k.entity, k.row_id, 'put', 0, 0, null, k.image, null, null)::larder.sync_mutation
            from larder.rows k
            where k.owner = me and k.revision = gone and k.rank = e.rank and k.deleted
                and case when e.parent_field is null then k.row_id
                    else (k.image ->> e.parent_field)::pg_catalog.uuid end = any (ids));
        if kids <> '{}' then
            execute larder.sync_insert(e.entity) using me, kids;
            perform larder.sync_revive(me, e.entity, array(select w.id from pg_catalog.unnest(kids) w), gone);
        end if;
    end loop;
end
$$;

-- Locks the rows that changes are about, except those another program holds: their places are the answer.
create or replace function larder.sync_lock(me uuid, work larder.sync_mutation[]) returns integer[]
language plpgsql volatile set search_path = ''
as $$
declare
    e pg_catalog.record;
    held_back integer[];
    busy integer[] := '{}';
begin
    for e in select x.*, w.op from larder.sync_entities() x
            join (select distinct v.entity, v.op from pg_catalog.unnest(work) v) w on w.entity = x.entity
            order by x.rank, w.op loop
        execute pg_catalog.format($q$
            with held as materialized (
                select c.%2$I as id from %1$s c
                where c.%2$I in (select w.id from pg_catalog.unnest($2) w where w.entity = %4$L and w.op = %5$L)
                    and %3$s order by 1 for %6$s of c skip locked)
            select coalesce(pg_catalog.array_agg(w.place), '{}') from pg_catalog.unnest($2) w
                where w.entity = %4$L and w.op = %5$L and w.id not in (select h.id from held h)
                    and exists (select from %1$s c where c.%2$I = w.id and %3$s)
            $q$, e.place, e.key, e.owned, e.entity, e.op,
            case e.op when 'delete' then 'update' else 'no key update' end)
            into held_back using me, work;
        busy := busy || held_back;
    end loop;
    return busy;
end
$$;

-- One put. Raises LARD1 if somebody else changed the same, LARD2 if what it hangs on is gone. Answers the times of edit.
create or replace function larder.sync_put(me uuid, w larder.sync_mutation) returns jsonb
language plpgsql volatile set search_path = ''
as $$
declare
    e pg_catalog.record;
    told larder.rows := larder.sync_row(me, w.entity, w.id);
    fact pg_catalog.jsonb;
    was pg_catalog.jsonb;
    want pg_catalog.jsonb;
    there boolean;
    made bigint;
    different pg_catalog.text[];
begin
    select x.* into e from larder.sync_entities() x where x.entity = w.entity;
    if not found or w.given - e.fields <> '{}' then
        raise sqlstate '42703';
    end if;
    if e.entity = 'users' and w.given - '{username,updated_at}'::pg_catalog.text[] <> '{}' then
        raise sqlstate '42501';
    elsif e.entity = 'users' and w.given ? 'username' and not larder.sync_may_be_called(me, w.given ->> 'username') then
        raise sqlstate '23505';
    end if;
    -- As the columns' types have it, so that two ways to write a time are no difference.
    execute pg_catalog.format('select c.%I is not null, %s, pg_catalog.to_jsonb(b), pg_catalog.to_jsonb(p)'
        ' from (select) as one left join %s c on c.%I = $2 and %s'
        ' cross join pg_catalog.jsonb_populate_record(null::%s, $3) b'
        ' cross join pg_catalog.jsonb_populate_record(null::%s, $4) p',
        e.key, larder.sync_image(e.fields), e.place, e.key, e.owned, e.place, e.place)
        into there, fact, was, want using me, w.id, coalesce(w.was, '{}'), w.given;
    if there then
        if told.revision is distinct from w.base and exists (select from pg_catalog.jsonb_object_keys(w.given) f
                -- Two who used the same amount come to the same sum, which counts only one of them.
                where (fact -> f <> want -> f or e.entity = 'household_ingredients' and f in ('quantity', 'unit'))
                    and not (coalesce(w.was, '{}') ? f and fact -> f = was -> f)) then
            raise sqlstate 'LARD1';
        end if;
        different := array(select f from pg_catalog.jsonb_object_keys(w.given) f where fact -> f <> want -> f);
        if different <> '{}' then
            if e.parent_field = any (different) and larder.sync_orphan(me, w) then
                raise sqlstate 'LARD2';
            end if;
            execute pg_catalog.format('update %s c set %s from pg_catalog.jsonb_populate_record(null::%s, $3) p'
                ' where c.%I = $2 and %s', e.place,
                (select pg_catalog.string_agg(pg_catalog.format('%I = p.%I', f, f), ', ')
                    from pg_catalog.unnest(different) f), e.place, e.key, e.owned)
                using me, w.id, w.given;
        end if;
    elsif e.entity = 'users' then
        raise sqlstate '42501';
    elsif told.row_id is null and w.base = 0 or told.deleted and told.revision = w.base then
        w.given := coalesce(told.image, '{}') || w.given;
        if larder.sync_orphan(me, w) then
            raise sqlstate 'LARD2';
        end if;
        execute larder.sync_insert(e.entity) using me, array[w];
        get diagnostics made = row_count;
        if made = 0 then
            raise sqlstate '23502'; -- it must hang on something, and names nothing
        end if;
        if told.deleted then
            perform larder.sync_revive(me, e.entity, array[w.id], told.revision);
        end if;
    else
        raise sqlstate 'LARD1';
    end if;
    return (select pg_catalog.jsonb_object_agg(f.key, least(f.value::timestamp with time zone, pg_catalog.now()))
        from pg_catalog.jsonb_each_text(w.edited) f where f.key = any (e.fields));
end
$$;

-- The row that a change's row hangs on, by its image; null if on nothing.
create or replace function larder.sync_parent(w larder.sync_mutation) returns uuid
language sql stable set search_path = ''
as $$
    select case when e.parent_field is null then w.id else (w.given ->> e.parent_field)::pg_catalog.uuid end
    from larder.sync_entities() e where e.entity = w.entity and e.parent is not null
$$;

-- Whether it hangs on a row that is not there.
create or replace function larder.sync_orphan(me uuid, w larder.sync_mutation) returns boolean
language plpgsql stable set search_path = ''
as $$
declare
    parent pg_catalog.uuid := larder.sync_parent(w);
    there boolean;
begin
    if parent is null then
        return false;
    end if;
    execute (select pg_catalog.format('select exists (select from %s c where c.%I = $2 and %s)', p.place, p.key, p.owned)
        from larder.sync_entities() e join larder.sync_entities() p on p.entity = e.parent where e.entity = w.entity)
        into there using me, parent;
    return not there;
end
$$;

-- One delete. Raises LARD1 if somebody else changed the row, or what hangs on it, since this computer saw them.
create or replace function larder.sync_delete(me uuid, maker uuid, w larder.sync_mutation) returns void
language plpgsql volatile set search_path = ''
as $$
declare
    e pg_catalog.record;
    hanging pg_catalog.uuid[];
    there boolean;
begin
    select x.* into e from larder.sync_entities() x where x.entity = w.entity;
    if not found or e.entity = 'users' then
        raise sqlstate '42501';
    end if;
    execute pg_catalog.format('select exists (select from %s c where c.%I = $2 and %s)', e.place, e.key, e.owned)
        into there using me, w.id;
    if not there then
        return;
    end if;
    if (larder.sync_row(me, w.entity, w.id)).revision is distinct from w.base then
        raise sqlstate 'LARD1';
    end if;
    if exists (select from larder.sync_hanging(w.entity, w.id) h
            cross join lateral larder.sync_row(me, h.entity, h.id) k
            where k.revision > w.seen and k.device is distinct from maker) then
        raise sqlstate 'LARD1';
    end if;
    hanging := array(select h.id from larder.sync_hanging(w.entity, w.id) h);
    execute pg_catalog.format('delete from %s c where c.%I = $2 and %s', e.place, e.key, e.owned) using me, w.id;
    -- Another program may have committed a change of what hung on it a moment ago.
    if exists (select from larder.touched t where t.owner = me and t.row_id = any (hanging)
            and t.tx <> pg_catalog.pg_current_xact_id()) then
        raise sqlstate 'LARD1';
    end if;
end
$$;

-- Does the changes, group by group. kinds, reasons, parents: by place. edits: when their person did those that were done.
create or replace function larder.sync_push(me uuid, maker uuid, work larder.sync_mutation[], busy integer[],
    out kinds text[], out reasons text[], out parents jsonb[], out edits jsonb)
language plpgsql volatile set search_path = ''
as $$
declare
    fresh larder.sync_mutation[];
    plain larder.sync_mutation[];
    many pg_catalog.record;
    members larder.sync_mutation[];
    w larder.sync_mutation;
    here integer;
    outcome pg_catalog.text;
    reason pg_catalog.text;
    rows_done bigint;
    group_keys pg_catalog.text[];
    group_edits pg_catalog.jsonb[];
    edited_keys pg_catalog.text[] := '{}';
    edited_times pg_catalog.jsonb[] := '{}';
    edit pg_catalog.jsonb;
begin
    reasons := pg_catalog.array_fill(null::pg_catalog.text, array[pg_catalog.cardinality(work)]);
    parents := pg_catalog.array_fill(null::pg_catalog.jsonb, array[pg_catalog.cardinality(work)]);
    -- Sent before: answered from what was noted, unless it says something else now.
    kinds := array(select case when m.mutation_id is null and x.turn = 1 then null
            when m.content_hash = x.hash and x.turn = 1 then 'known' else 'id_reuse' end
        from (select v.*, pg_catalog.row_number() over (partition by v.mutation order by v.place) as turn
            from pg_catalog.unnest(work) v) x
        left join lateral (select * from larder.mutations o
            where o.mutation_id = x.mutation and o.user_id = me limit 1) m on true
        order by x.place);

    -- Groups of nothing but new rows, and changes of rows as they were last told, are done at once, if they all can be;
    -- one that can't makes all of them go one by one. Changes only where nothing is deleted and nothing is changed twice,
    -- so that the order is all the same.
    select coalesce(pg_catalog.array_agg(x.v order by (x.v).place) filter (where not x.known), '{}'),
            coalesce(pg_catalog.array_agg(x.v order by (x.v).place) filter (where x.known), '{}')
        into fresh, plain
        from (
            select v, r.row_id is not null as known, bool_and(k.kind is null and v.op = 'put' and v.entity <> 'users'
                    and case when r.row_id is null then v.base = 0 and e.entity is not null
                        else not r.deleted and r.revision = v.base and v.place <> all (busy) and v.given <> '{}'
                            and v.given - e.fields = '{}' and not v.given ? coalesce(e.parent_field, '') end)
                over (partition by v.grp)
                and not (bool_or(r.row_id is not null) over (partition by v.grp) and (o.deletes or o.repeats)) as easy
            from pg_catalog.unnest(work) v
            join pg_catalog.unnest(kinds) with ordinality k (kind, place) on k.place = v.place
            cross join (select bool_or(u.op <> 'put') as deletes, count(*) <> count(distinct (u.entity, u.id)) as repeats
                from pg_catalog.unnest(work) u) o
            left join larder.sync_entities() e on e.entity = v.entity
            -- Each row by its key: a join would be free to read all that a person has (research, finding 8).
            left join lateral (select * from larder.rows y
                where y.row_id = v.id and y.entity = v.entity and y.owner = me limit 1) r on true) x
        where x.easy;
    if pg_catalog.cardinality(fresh) + pg_catalog.cardinality(plain) >= 10 then
        begin
            perform pg_catalog.set_config('lock_timeout', '250ms', true);
            for reason in select x.entity from larder.sync_entities() x
                    where x.entity in (select v.entity from pg_catalog.unnest(fresh) v) order by x.rank loop
                execute larder.sync_insert(reason) using me, fresh;
                get diagnostics rows_done = row_count;
                if rows_done <> (select count(*) from pg_catalog.unnest(fresh) v where v.entity = reason) then
                    raise sqlstate 'LARD1';
                end if;
            end loop;
            for many in select g.entity, g.fields, pg_catalog.array_agg(g.v) as changes, count(*) as count
                    from (select v, v.entity, x.rank,
                            array(select f from pg_catalog.jsonb_object_keys(v.given) f order by f) as fields
                        from pg_catalog.unnest(plain) v join larder.sync_entities() x on x.entity = v.entity) g
                    group by g.rank, g.entity, g.fields order by g.rank, g.fields loop
                execute larder.sync_update(many.entity, many.fields) into rows_done using me, many.changes;
                if rows_done <> many.count then
                    raise sqlstate 'LARD1';
                end if;
            end loop;
            select pg_catalog.jsonb_object_agg(v.entity || '/' || v.id, t.times) into edits
                from pg_catalog.unnest(fresh || plain) v cross join lateral (
                    select pg_catalog.jsonb_object_agg(f.key, least(f.value::timestamp with time zone, pg_catalog.now()))
                        as times
                    from pg_catalog.jsonb_each_text(v.edited) f where v.given ? f.key) t
                where t.times is not null;
            kinds := array(select coalesce(k.kind, case when v.place is not null then 'applied' end)
                from pg_catalog.unnest(kinds) with ordinality k (kind, place)
                left join pg_catalog.unnest(fresh || plain) v on v.place = k.place order by k.place);
        exception when data_exception or integrity_constraint_violation or insufficient_privilege or lock_not_available
                or sqlstate 'LARD1' then
            edits := null;
        end;
    end if;

    perform pg_catalog.set_config('lock_timeout', '250ms', true);
    for members in select pg_catalog.array_agg(v order by v.place) from pg_catalog.unnest(work) v
            join pg_catalog.unnest(kinds) with ordinality k (kind, place) on k.place = v.place
            group by v.grp having bool_or(k.kind is distinct from 'known' and k.kind is distinct from 'applied')
            order by v.grp loop
        group_keys := '{}';
        group_edits := '{}';
        outcome := null;
        begin
            foreach w in array members loop
                here := w.place;
                continue when kinds[here] = 'known';
                if kinds[here] = 'id_reuse' then
                    raise sqlstate 'LARD3';
                elsif here = any (busy) then
                    raise sqlstate '55P03';
                elsif w.op = 'delete' then
                    perform larder.sync_delete(me, maker, w);
                else
                    edit := larder.sync_put(me, w);
                    if edit is not null then
                        group_keys := group_keys || (w.entity || '/' || w.id);
                        group_edits := group_edits || edit;
                    end if;
                end if;
            end loop;
            outcome := 'applied';
            edited_keys := edited_keys || group_keys;
            edited_times := edited_times || group_edits;
        exception
            when sqlstate 'LARD1' then
                outcome := 'stale';
            when sqlstate 'LARD2' then
                outcome := 'parent_deleted';
            when sqlstate 'LARD3' then
                outcome := 'id_reuse';
            when lock_not_available then
                outcome := 'busy';
                -- One that waited was enough.
                perform pg_catalog.set_config('lock_timeout', '10ms', true);
            when foreign_key_violation then
                -- What it hangs on went at this very moment.
                outcome := case when larder.sync_orphan(me, w) then 'parent_deleted' else 'rejected' end;
                reason := '23503';
            when data_exception or integrity_constraint_violation or insufficient_privilege or undefined_column then
                outcome := 'rejected';
                get stacked diagnostics reason = returned_sqlstate;
        end;
        foreach w in array members loop
            if outcome = 'parent_deleted' and w.place = here then
                parents[here] := (select pg_catalog.jsonb_build_object('entity', e.parent, 'id', k.parent,
                        'revision', coalesce((k.told).revision, 0), 'image', (k.told).image)
                    from larder.sync_entities() e cross join lateral (select larder.sync_parent(w) as parent,
                        larder.sync_row(me, e.parent, larder.sync_parent(w)) as told) k where e.entity = w.entity);
            end if;
            if kinds[w.place] is null then
                kinds[w.place] := case when outcome in ('applied', 'rejected') then outcome
                    when outcome = 'parent_deleted' and w.place = here then outcome else 'stale' end;
                reasons[w.place] := case outcome when 'rejected' then reason when 'busy' then outcome end;
            end if;
        end loop;
    end loop;
    if edited_keys <> '{}' then
        edits := coalesce(edits, '{}') || (select pg_catalog.jsonb_object_agg(k.name, k.times)
            from rows from (pg_catalog.unnest(edited_keys), pg_catalog.unnest(edited_times)) k (name, times));
    end if;
    edits := coalesce(edits, '{}');
end
$$;

-- Up to most + 1 rows after a position: in the order they changed, or, on a walk, all that live.
create or replace function larder.sync_after(me uuid, after jsonb, walk jsonb, most integer) returns setof larder.rows
language plpgsql stable set search_path = ''
as $$
declare
    start pg_catalog.uuid := coalesce((coalesce(walk, after) ->> 'id')::pg_catalog.uuid,
        '00000000-0000-0000-0000-000000000000');
begin
    if walk is null then
        return query select k.* from larder.rows k where k.owner = me and (k.revision, k.rank, k.row_id)
                > (coalesce((after ->> 'revision')::bigint, 0), coalesce((after ->> 'rank')::integer, 2147483647), start)
            order by k.revision, k.rank, k.row_id limit most + 1;
    else
        return query select k.* from larder.rows k where k.owner = me and not k.deleted and (k.rank, k.row_id)
                > (coalesce((walk ->> 'rank')::integer, 0) - case when walk ->> 'id' is null then 1 else 0 end, start)
            order by k.rank, k.row_id limit most + 1;
    end if;
end
$$;

-- What follows a position, so many rows and so many bytes of images, but one row at least; with the head of the same
-- moment. For that it is one statement, and stable: what it calls sees what it sees. told: rows ("entity/id") the computer
-- knows already as they are, because this very call wrote what it sent; they are passed over.
drop function if exists larder.sync_page(uuid, jsonb, jsonb, integer, bigint);
create or replace function larder.sync_page(me uuid, after jsonb, walk jsonb, most integer, bytes bigint, told text[],
    out head jsonb, out page jsonb)
language plpgsql stable set search_path = ''
as $$
begin
    select (select pg_catalog.jsonb_build_object('lineage', h.lineage, 'revision', h.revision, 'commit', h.commit_id)
            from larder.heads h where h.user_id = me),
        pg_catalog.jsonb_build_object(
            'rows', coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('entity', t.entity, 'id', t.row_id,
                'revision', t.revision, 'deleted', t.deleted, 'image', t.image, 'edited', t.edited, 'device', d.name)
                order by t.turn) filter (where t.fits and not t.known), '[]'),
            'upto', (pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('revision', t.revision, 'rank', t.rank,
                'id', t.row_id) order by t.turn desc) filter (where t.fits)) -> 0,
            'more', coalesce(bool_or(not t.fits), false))
        into head, page
        from (select s.*, s.turn <= most and (s.turn = 1 or sum(case when s.known then 0
                    else pg_catalog.octet_length(s.image::pg_catalog.text) end) over (order by s.turn) <= bytes) as fits
                from (select a.*, told <> '{}' and a.entity || '/' || a.row_id
                        in (select k.name from pg_catalog.unnest(told) k (name)) as known
                    from larder.sync_after(me, after, walk, most) with ordinality a (row_id, entity, owner, rank, revision,
                        deleted, image, edited, device, turn)) s) t
        left join larder.devices d on d.user_id = me and d.device_id = t.device;
end
$$;

-- Over a person's live rows of each entity: how many, and the sum, modulo 2^64, of the first 8 bytes of the SHA-256 of
-- the id and the image.
create or replace function larder.sync_checks(me uuid) returns jsonb
language sql stable set search_path = ''
as $$
    select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('entity', e.entity, 'count', s.count,
        'sum', case when s.sum >= 9223372036854775808 then s.sum - 18446744073709551616 else s.sum end::pg_catalog.text)
        order by e.rank)
    from larder.sync_entities() e cross join lateral (
        select count(*) as count, coalesce(((sum(('x' || pg_catalog.encode(pg_catalog."substring"(pg_catalog.sha256(
                pg_catalog.convert_to(k.row_id || ' ' || k.image::pg_catalog.text, 'UTF8')), 1, 8), 'hex')
            )::pg_catalog.bit(64)::bigint::numeric) % 18446744073709551616) + 18446744073709551616)
            % 18446744073709551616, 0) as sum
        from larder.rows k where k.owner = me and k.rank = e.rank and not k.deleted) s
$$;

-- The one call of a cycle. It works with the rights of larder_sync, which sees what the computer's login may see: the
-- policies ask larder.current_user_id(), and that asks the session's own login.
create or replace function larder.exchange_v1(request jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' set timezone = 'UTC' set lock_timeout = '10s' set jit = off
    set enable_seqscan = off -- one family's part of a table is always the smaller one, also in tables nobody ever analysed
as $$
declare
    token pg_catalog.text := coalesce(request ->> 'token', '');
    me pg_catalog.uuid;
    meta pg_catalog.record;
    head larder.heads;
    fork boolean;
    maker pg_catalog.uuid := (request -> 'device' ->> 'id')::pg_catalog.uuid;
    called pg_catalog.text := pg_catalog."left"(coalesce(request -> 'device' ->> 'name', ''), 100);
    pushed boolean := coalesce(request -> 'push', '[]') <> '[]';
    checking boolean := coalesce((request ->> 'check')::boolean, false);
    unwatched pg_catalog.text[];
    whole pg_catalog.text[] := '{}';
    work larder.sync_mutation[] := '{}';
    busy integer[];
    done pg_catalog.record;
    next bigint;
    changed boolean;
    new_commit pg_catalog.uuid;
    answer pg_catalog.jsonb;
    outcomes pg_catalog.jsonb := '[]';
    brief boolean := coalesce((request ->> 'brief')::boolean, false);
    told pg_catalog.text[] := '{}';
    shown pg_catalog.record;
begin
    if pg_catalog.current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'exchange_v1 needs read committed' using errcode = 'invalid_transaction_state';
    end if;
    if pg_catalog.pg_column_size(request) > 33554432 then
        raise exception 'a request has at most 32 MB' using errcode = 'program_limit_exceeded';
    end if;
    perform pg_catalog.set_config('larder.token', token, true);
    me := larder.current_user_id();
    select m.version, m.min_client into meta from larder.schema_meta m;
    answer := pg_catalog.jsonb_build_object('schema', meta.version, 'min_client', meta.min_client,
        'now', pg_catalog.clock_timestamp());
    if coalesce((request ->> 'protocol')::integer, 0) <> 1
            or coalesce((request ->> 'schema')::integer, 0) < meta.min_client then
        return answer || '{"kind": "update_app"}';
    elsif me is null then
        return answer || pg_catalog.jsonb_build_object('kind', larder.sync_stranger(token));
    end if;

    -- Somebody's first time: all they have is folded under revision 1.
    select h.* into head from larder.heads h where h.user_id = me;
    if not found then
        insert into larder.heads (user_id) values (me) on conflict do nothing;
        select h.* into head from larder.heads h where h.user_id = me;
    end if;
    if request -> 'from' ->> 'lineage' is not null then
        fork := (request -> 'from' ->> 'lineage')::pg_catalog.uuid <> head.lineage
            or coalesce((request -> 'from' ->> 'revision')::bigint, 0) > head.revision
            or (request -> 'from' ->> 'commit')::pg_catalog.uuid is distinct from (select c.commit_id
                from larder.commits c
                where c.user_id = me and c.revision = (request -> 'from' ->> 'revision')::bigint);
        if fork then
            return answer || pg_catalog.jsonb_build_object('kind', 'fork', 'head', pg_catalog.jsonb_build_object(
                'lineage', head.lineage, 'revision', head.revision, 'commit', head.commit_id));
        end if;
    end if;

    if maker is not null and not exists (select from larder.devices d where d.user_id = me and d.device_id = maker
            and d.name = called and d.app is not distinct from (request -> 'device' ->> 'app')
            and d.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
            and d.last_seen > pg_catalog.now() - pg_catalog.make_interval(hours => 6)) then
        insert into larder.devices as d (user_id, device_id, name, app, token_hash)
            values (me, maker, called, pg_catalog."left"(request -> 'device' ->> 'app', 100),
                pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8')))
            on conflict (user_id, device_id) do update set name = excluded.name, app = excluded.app,
                token_hash = excluded.token_hash, last_seen = excluded.last_seen;
    end if;

    unwatched := larder.sync_unwatched();
    if head.revision = 0 or checking then
        whole := array(select e.entity from larder.sync_entities() e);
    elsif unwatched <> '{}' then
        whole := array(select e.entity from larder.sync_entities() e where e.place = any (unwatched));
    end if;

    if pushed or whole <> '{}' or exists (select from larder.touched t where t.owner = me) then
        -- First, and in a statement of its own: whoever comes next reads what this exchange wrote.
        perform from larder.heads h where h.user_id = me for update;
        select h.* into head from larder.heads h where h.user_id = me;
        next := head.revision + 1;
        if pushed then
            if maker is null then
                raise exception 'a push names its device' using errcode = 'invalid_parameter_value';
            end if;
            work := array(select (pg_catalog.row_number() over (order by g.grp, m.n), g.grp,
                    (m.value ->> 'mutation')::pg_catalog.uuid, m.value ->> 'entity', (m.value ->> 'id')::pg_catalog.uuid,
                    m.value ->> 'op', coalesce((m.value ->> 'base')::bigint, 0), coalesce((m.value ->> 'seen')::bigint, 0),
                    nullif(m.value -> 'was', 'null'), coalesce(nullif(m.value -> 'set', 'null'), '{}'),
                    nullif(m.value -> 'edited', 'null'),
                    pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.jsonb_build_array(m.value -> 'entity',
                        m.value -> 'id', m.value -> 'op', m.value -> 'base', m.value -> 'was', m.value -> 'set'
                        )::pg_catalog.text, 'UTF8')))::larder.sync_mutation
                from pg_catalog.jsonb_array_elements(request -> 'push') with ordinality g (value, grp)
                cross join lateral pg_catalog.jsonb_array_elements(g.value) with ordinality m (value, n)
                order by g.grp, m.n);
            -- Before folding, so that whatever happens to these rows from now on waits for this exchange.
            busy := larder.sync_lock(me, work);
        end if;
        changed := larder.sync_fold(me, next, null, null);
        changed := larder.sync_compare(me, next, whole) or changed;
        if pushed then
            select * into done from larder.sync_push(me, maker, work, busy);
            changed := larder.sync_fold(me, next, maker, done.edits) or changed;
            insert into larder.mutations (user_id, mutation_id, content_hash, kind, reason, revision)
                select me, w.mutation, w.hash, o.kind, o.reason, coalesce(k.revision, 0)
                from pg_catalog.unnest(work) w
                join rows from (pg_catalog.unnest(done.kinds), pg_catalog.unnest(done.reasons)) with ordinality
                    o (kind, reason, place) on o.place = w.place and o.kind in ('applied', 'rejected')
                -- Each row by its key: a join would be free to read all that a person has (research, finding 8).
                left join lateral (select * from larder.rows r
                    where r.row_id = w.id and r.entity = w.entity and r.owner = me limit 1) k on true;
        end if;
        if changed then
            new_commit := pg_catalog.gen_random_uuid();
            insert into larder.commits (user_id, revision, commit_id, device)
                values (me, next, new_commit, case when pushed then maker end);
            update larder.heads h set revision = next, commit_id = new_commit where h.user_id = me;
            perform pg_catalog.pg_notify(larder.sync_channel(me), '');
        end if;
        if head.pruned_at < pg_catalog.now() - pg_catalog.make_interval(days => 1) then
            update larder.heads h set pruned_at = pg_catalog.now() where h.user_id = me;
            perform larder.sync_prune(me);
        end if;
        if pushed then
            -- A new row that is to the last field what was sent needs no image, if the computer says so.
            select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('mutation', x.mutation,
                    'kind', x.kind, 'reason', x.reason, 'revision', coalesce(x.first, x.revision, 0),
                    'deleted', coalesce(x.deleted, true),
                    'image', case when not x.same and (x.first is null or x.first = x.revision) then x.image end,
                    'edited', x.edited, 'parent', x.parent) order by x.place),
                    coalesce(pg_catalog.array_agg(x.name) filter (where x.same), '{}')
                into outcomes, told
                from (select w.place, w.mutation, w.entity || '/' || w.id as name, coalesce(m.kind, o.kind) as kind,
                        coalesce(m.reason, o.reason) as reason, o.parent, m.revision as first, k.revision, k.deleted,
                        k.image, k.edited, brief and o.kind = 'applied' and w.op = 'put' and w.base = 0
                            and coalesce(k.revision = next and not k.deleted and k.image = w.given, false) as same
                    from pg_catalog.unnest(work) w
                    join rows from (pg_catalog.unnest(done.kinds), pg_catalog.unnest(done.reasons),
                        pg_catalog.unnest(done.parents)) with ordinality o (kind, reason, parent, place)
                        on o.place = w.place
                    left join lateral (select * from larder.rows r
                        where r.row_id = w.id and r.entity = w.entity and r.owner = me limit 1) k on true
                    left join lateral (select * from larder.mutations r
                        where r.mutation_id = w.mutation and r.user_id = me and o.kind = 'known' limit 1) m on true) x;
        end if;
    end if;

    select p.head, p.page into shown from larder.sync_page(me,
        coalesce(nullif(request -> 'after', 'null'), pg_catalog.jsonb_build_object('revision',
            request -> 'from' -> 'revision')),
        nullif(request -> 'walk', 'null'),
        least(greatest(coalesce((request ->> 'rows')::integer, 1000), 0), 10000),
        least(coalesce((request ->> 'bytes')::bigint, 1000000), 16000000), told) p;
    return answer || pg_catalog.jsonb_build_object('kind', 'answer', 'head', shown.head, 'outcomes', outcomes,
        'page', case when (request ->> 'rows')::integer = 0 then null else shown.page end,
        'checks', case when checking then larder.sync_checks(me) else '[]' end,
        'listen', larder.sync_channel(me), 'unwatched', unwatched);
end
$$;

-- The rows of all this, apart by person like all others; and who may do what. larder_sync bypasses nothing.
do $$
declare
    kept record;
begin
    for kept in
        select * from (values ('touched', 'owner', 'select, delete'), ('heads', 'user_id', 'select, insert, update'),
            ('rows', 'owner', 'select, insert, update, delete'), ('commits', 'user_id', 'select, insert, delete'),
            ('mutations', 'user_id', 'select, insert, delete'), ('devices', 'user_id', 'select, insert, update, delete'))
            as v (place, owner, rights)
    loop
        execute pg_catalog.format('alter table larder.%I enable row level security', kept.place);
        execute pg_catalog.format('drop policy if exists larder_wall on larder.%I', kept.place);
        execute pg_catalog.format('create policy larder_wall on larder.%1$I to larder_sync'
            ' using (%2$I = (select larder.current_user_id())) with check (%2$I = (select larder.current_user_id()))',
            kept.place, kept.owner);
        execute pg_catalog.format('grant %s on larder.%I to larder_sync', kept.rights, kept.place);
    end loop;
    -- In a database whose five tables keep nobody apart, the function does.
    grant usage on schema public, larder to larder_sync;
    grant select (id, username, created_at, updated_at), update (username, updated_at) on public.users to larder_sync;
    grant select, insert, update, delete on public.recipes, public.chat_sessions, public.chat_messages,
        public.household_ingredients to larder_sync;
    -- Only the owner of the schema and larder_sync may call the parts; computers call the whole.
    revoke execute on all functions in schema larder from public;
    grant execute on function larder.sync_entities(), larder.sync_image(text[]), larder.sync_unwatched(),
        larder.sync_fold(uuid, bigint, uuid, jsonb), larder.sync_compare(uuid, bigint, text[]),
        larder.sync_channel(uuid), larder.sync_stranger(text), larder.sync_may_be_called(uuid, text),
        larder.sync_prune(uuid), larder.sync_prune_strangers(), larder.sync_insert(text), larder.sync_update(text, text[]),
        larder.sync_row(uuid, text, uuid), larder.sync_hanging(text, uuid),
        larder.sync_revive(uuid, text, uuid[], bigint), larder.sync_lock(uuid, larder.sync_mutation[]),
        larder.sync_put(uuid, larder.sync_mutation), larder.sync_parent(larder.sync_mutation),
        larder.sync_orphan(uuid, larder.sync_mutation), larder.sync_delete(uuid, uuid, larder.sync_mutation),
        larder.sync_push(uuid, uuid, larder.sync_mutation[], integer[]),
        larder.sync_after(uuid, jsonb, jsonb, integer),
        larder.sync_page(uuid, jsonb, jsonb, integer, bigint, text[]), larder.sync_checks(uuid) to larder_sync;
    if (select p.proowner from pg_catalog.pg_proc p
            where p.oid = 'larder.exchange_v1(jsonb)'::pg_catalog.regprocedure)
            <> 'larder_sync'::pg_catalog.regrole then
        grant create on schema larder to larder_sync;
        alter function larder.exchange_v1(jsonb) owner to larder_sync;
        revoke create on schema larder from larder_sync;
    end if;
    grant execute on function larder.exchange_v1(jsonb) to larder_app;
end
$$;
