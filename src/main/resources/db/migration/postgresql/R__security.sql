-- Keeps people's rows apart in the database itself. Runs at every migration (${run}), after the scripts
-- before it, and brings everything here back to what it should be; "larder database verify" compares.
--
-- Computers connect with logins of their own, members of larder_app. Which person sits there is said by a token, set
-- for one transaction, that only larder.current_user_id() can check. Functions that see more than the caller may touch
-- nothing but schema larder and the credential column; they are definers with an empty search_path, and their bodies
-- qualify every type too (even record), because a temporary type of the caller's would come before pg_catalog's and
-- its check would run as the owner.

do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'larder_app') then
        begin
            create role larder_app nologin;
        exception when duplicate_object or unique_violation then
            null; -- made at the same moment for another database of this server
        end;
    end if;
end
$$;

update larder.schema_meta set row_security = case '${row_security}'
    when 'on' then true when 'off' then false else row_security end;

-- Bcrypt for the hashes of web backends, which say $2b$ or $2y$ where pgcrypto wants $2a$. Its schema is looked up; where
-- the server has no pgcrypto, such accounts can't sign in from here.
do $$
declare
    place text;
begin
    if not exists (select from pg_catalog.pg_extension where extname = 'pgcrypto') then
        begin
            create schema if not exists extensions;
            create extension pgcrypto with schema extensions;
        exception when others then
            raise notice 'pgcrypto is not here: %', sqlerrm;
        end;
    end if;
    select n.nspname into place from pg_catalog.pg_extension e
        join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pgcrypto';
    execute pg_catalog.format($f$
        create or replace function larder.bcrypt(password text, setting text) returns text
        language sql volatile set search_path = ''
        as $body$ select %s $body$
        $f$, case when place is null then 'null::pg_catalog.text'
            else pg_catalog.format('%I.crypt(password, setting)', place) end);
    execute pg_catalog.format($f$
        create or replace function larder.bcrypt_setting(cost integer) returns text
        language sql volatile set search_path = ''
        as $body$ select %s $body$
        $f$, case when place is null then 'null::pg_catalog.text'
            else pg_catalog.format('%I.gen_salt(''bf'', cost)', place) end);
end
$$;

insert into larder.sign_in_secret (secret, parameters)
    select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()),
        'm=19456,t=2,p=1'
    where not exists (select from larder.sign_in_secret);

-- Who asks: the person whose token the transaction bears. Nobody on a computer that was revoked, or with a token that
-- another computer was given. In plpgsql, which keeps its plan: every statement under the policies asks.
create or replace function larder.current_user_id() returns uuid
language plpgsql stable parallel safe security definer set search_path = ''
as $$
begin
    return (select s.user_id from larder.sign_ins s join larder.computers c on c.login = s.login
        where s.token_hash = pg_catalog.sha256(pg_catalog.convert_to(
                nullif(pg_catalog.current_setting('larder.token', true), ''), 'UTF8'))
            and s.expires_at > pg_catalog.now() and s.login = session_user and c.revoked_at is null);
end
$$;

-- Slows guessing. Names share a few sequences, each the time in milliseconds up to which tries are used up: a try costs
-- half a minute, ten may be made at once. A sequence, because nothing the caller does, not even rolling back, undoes it.
do $$
begin
    for slot in 0..31 loop
        execute pg_catalog.format('create sequence if not exists larder.sign_in_pace_%s increment by 30000', slot);
    end loop;
end
$$;

-- One try is looked at after the other, or one would set the time while another counts. The lock is one that only the
-- owner can take, and goes with the inner block, whose end is raised: no caller can keep it, whatever its transaction does.
create or replace function larder.may_try(what text) returns boolean
language plpgsql volatile set search_path = ''
as $$
declare
    slot pg_catalog.text := 'larder.sign_in_pace_' || pg_catalog.get_byte(
        pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.lower(what), 'UTF8')), 0) % 32;
    present bigint;
    used bigint;
    allowed boolean;
begin
    begin
        lock table larder.sign_in_secret in share update exclusive mode;
        present := pg_catalog.floor(extract(epoch from pg_catalog.clock_timestamp()) * 1000);
        execute 'select last_value from ' || slot into used;
        allowed := used <= present + 300000;
        if allowed then
            if used < present then
                perform pg_catalog.setval(slot::pg_catalog.regclass, present);
            end if;
            perform pg_catalog.nextval(slot::pg_catalog.regclass);
        end if;
        raise sqlstate 'LARD0';
    exception when sqlstate 'LARD0' then
        return allowed;
    end;
end
$$;

-- Whether the tries of a name, whoever bears it, are used up for now; tells a right password that came too early from a
-- wrong one.
create or replace function larder.must_wait(called text) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
    used bigint;
begin
    execute 'select last_value from larder.sign_in_pace_' || pg_catalog.get_byte(
        pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.lower(called), 'UTF8')), 0) % 32 into used;
    return used > pg_catalog.floor(extract(epoch from pg_catalog.clock_timestamp()) * 1000) + 300000;
end
$$;

-- Whether a proof is the one a password_hash was made of.
create or replace function larder.proof_fits(stored text, proof bytea) returns boolean
language plpgsql volatile set search_path = ''
as $$
declare
    part pg_catalog.text[];
begin
    if stored ~ '^\$2[aby]\$' then
        return coalesce(larder.bcrypt(pg_catalog.convert_from(proof, 'UTF8'), '$2a$' || pg_catalog.substr(stored, 5))
            = '$2a$' || pg_catalog.substr(stored, 5), false);
    end if;
    part := pg_catalog.string_to_array(stored, '$');
    return part[2] = 'larder-argon2id'
        and part[6] = pg_catalog.rtrim(pg_catalog.encode(pg_catalog.sha256(proof), 'base64'), '=');
exception when data_exception or external_routine_invocation_exception then
    return false;
end
$$;

-- $larder-argon2id$v=19$m=19456,t=2,p=1$salt$hash: a PHC string whose hash is the SHA-256 of what the computer sends.
create or replace function larder.hash_of(scheme text, proof bytea) returns text
language plpgsql volatile set search_path = ''
as $$
begin
    if scheme !~ '^\$larder-argon2id\$v=19\$m=[1-9][0-9]{4,6},t=([2-9]|[1-9][0-9]),p=[1-9]\$[A-Za-z0-9+/]{22}$'
            or pg_catalog."substring"(scheme, 'm=([0-9]+)')::pg_catalog.int4 < 19456
            or pg_catalog.octet_length(proof) <> 32 then
        raise exception 'not a scheme of Larder''s' using errcode = 'invalid_parameter_value';
    end if;
    return scheme || '$' || pg_catalog.rtrim(pg_catalog.encode(pg_catalog.sha256(proof), 'base64'), '=');
end
$$;

-- The person of a name, whatever its case; the very name first.
create or replace function larder.person_named(called text)
returns table (user_id uuid, username text, password_hash text)
language sql stable set search_path = ''
as $$
    select u.id, u.username, u.password_hash from public.users u
    where pg_catalog.lower(u.username) = pg_catalog.lower(called)
    order by u.username = called desc, u.username limit 1
$$;

create or replace function larder.computer_is_welcome() returns boolean
language sql stable set search_path = ''
as $$
    select exists (select from larder.computers c where c.login = session_user and c.revoked_at is null)
$$;

create or replace function larder.new_sign_in(person uuid)
returns table (user_id uuid, username text, token text, expires timestamp with time zone)
language plpgsql volatile set search_path = ''
as $$
begin
    token := pg_catalog.encode(pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
        || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 'hex');
    expires := pg_catalog.now() + pg_catalog.make_interval(days => 90);
    delete from larder.sign_ins s where s.user_id = person and s.expires_at < pg_catalog.now();
    insert into larder.sign_ins (token_hash, user_id, login, expires_at)
        values (pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8')), person, session_user, expires);
    update larder.computers c set last_sign_in = pg_catalog.now() where c.login = session_user;
    select u.id, u.username into user_id, username from public.users u where u.id = person;
    return next;
end
$$;

-- How a name's password is proved: "bcrypt", or the scheme of hash_of without its hash. A name nobody has, or that has
-- no password, gets a salt made of the name and a secret.
create or replace function larder.scheme_of(called text) returns text
language sql stable security definer set search_path = ''
as $$
    select case
        when p.password_hash ~ '^\$2[aby]\$' then 'bcrypt'
        when p.password_hash like '$larder-argon2id$%'
            then pg_catalog.regexp_replace(p.password_hash, '\$[^$]*$', '')
        else '$larder-argon2id$v=19$' || s.parameters || '$' || pg_catalog.rtrim(pg_catalog.encode(pg_catalog.substr(
            pg_catalog.sha256(s.secret || pg_catalog.convert_to(pg_catalog.lower(called), 'UTF8')), 1, 16),
            'base64'), '=')
        end
    from larder.sign_in_secret s left join larder.person_named(called) p on true
$$;

-- No row if refused. It never raises, and does the same for a name nobody has as for a wrong password.
create or replace function larder.sign_in(called text, proof bytea)
returns table (user_id uuid, username text, token text, expires timestamp with time zone)
language plpgsql volatile security definer set search_path = ''
as $$
declare
    person pg_catalog.record;
    fits boolean;
begin
    if not larder.may_try(called) then
        return;
    end if;
    select p.user_id, p.password_hash into person
        from (select) as one left join larder.person_named(called) p on true;
    fits := larder.proof_fits(case when person.password_hash ~ '^\$(2[aby]|larder-argon2id)\$'
        then person.password_hash else larder.scheme_of(called) || '$-' end, proof);
    if fits and person.user_id is not null and larder.computer_is_welcome() then
        return query select * from larder.new_sign_in(person.user_id);
    end if;
end
$$;

-- Makes an account. outcome: ok, invitation, name_unusable or name_taken; the invitation is used up by ok only.
create or replace function larder.sign_up(code text, called text, scheme text, proof bytea)
returns table (outcome text, user_id uuid, username text, token text, expires timestamp with time zone)
language plpgsql volatile security definer set search_path = ''
as $$
declare
    code_sha pg_catalog.bytea := pg_catalog.sha256(pg_catalog.convert_to(
        pg_catalog.upper(pg_catalog.regexp_replace(code, '[^0-9A-Za-z]', '', 'g')), 'UTF8'));
    person pg_catalog.uuid := pg_catalog.gen_random_uuid();
begin
    perform from larder.invitations i
        where i.code_hash = code_sha and i.used_at is null and i.expires_at > pg_catalog.now() for update;
    if not found or not larder.computer_is_welcome() or not larder.may_try('invitation ' || code) then
        outcome := 'invitation';
        return next;
        return;
    end if;
    if called <> pg_catalog.btrim(called) or pg_catalog.char_length(called) not between 1 and 60
            or called !~ '^[^[:cntrl:]\u00AD\u061C\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFF0-\uFFFF]+$' then
        outcome := 'name_unusable';
        return next;
        return;
    end if;
    if exists (select from larder.person_named(called)) then
        outcome := 'name_taken';
        return next;
        return;
    end if;
    begin
        insert into public.users (id, username, password_hash)
            values (person, called, larder.hash_of(scheme, proof));
    exception when unique_violation then
        outcome := 'name_taken';
        return next;
        return;
    end;
    update larder.invitations i set used_at = pg_catalog.now() where i.code_hash = code_sha;
    return query select 'ok'::pg_catalog.text, n.* from larder.new_sign_in(person) n;
end
$$;

-- Whether the old proof was right. Ends every other sign-in of the person. scheme: as scheme_of says it for a web
-- backend's account ("bcrypt"), whose hash keeps its kind and cost; else a new one.
create or replace function larder.change_password(old_proof bytea, scheme text, new_proof bytea) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
    person pg_catalog.record;
    fresh pg_catalog.text;
begin
    select u.id, u.username, u.password_hash into person from public.users u
        where u.id = larder.current_user_id() for update;
    if not found or not larder.may_try(person.username)
            or not larder.proof_fits(person.password_hash, old_proof) then
        return false;
    end if;
    if person.password_hash ~ '^\$2[aby]\$' then
        if scheme <> 'bcrypt' or pg_catalog.octet_length(new_proof) not between 1 and 72 then
            raise exception 'this account keeps bcrypt' using errcode = 'invalid_parameter_value';
        end if;
        fresh := larder.bcrypt(pg_catalog.convert_from(new_proof, 'UTF8'),
            larder.bcrypt_setting(greatest(pg_catalog.substr(person.password_hash, 5, 2)::integer, 10)));
        fresh := pg_catalog.substr(person.password_hash, 1, 4) || pg_catalog.substr(fresh, 5);
    else
        fresh := larder.hash_of(scheme, new_proof);
    end if;
    update public.users u set password_hash = fresh, updated_at = pg_catalog.now() where u.id = person.id;
    delete from larder.sign_ins s where s.user_id = person.id and s.token_hash <> pg_catalog.sha256(
        pg_catalog.convert_to(pg_catalog.current_setting('larder.token', true), 'UTF8'));
    return true;
end
$$;

create or replace function larder.sign_out() returns void
language sql volatile security definer set search_path = ''
as $$
    delete from larder.sign_ins s where s.token_hash = pg_catalog.sha256(
        pg_catalog.convert_to(pg_catalog.current_setting('larder.token', true), 'UTF8'))
$$;

-- The computers of the family, for anybody who is signed in.
create or replace function larder.list_computers()
returns table (login text, name text, invited_at timestamp with time zone, last_sign_in timestamp with time zone,
    revoked boolean, here boolean)
language sql stable security definer set search_path = ''
as $$
    select c.login, c.name, c.invited_at, c.last_sign_in, c.revoked_at is not null, c.login = session_user
    from larder.computers c where larder.current_user_id() is not null order by c.invited_at desc, c.login
$$;

-- Lets a computer in no more; for anybody who is signed in.
create or replace function larder.revoke_computer(which text) returns void
language sql volatile security definer set search_path = ''
as $$
    with person as (select larder.current_user_id() as id),
    revoked as (
        update larder.computers c set revoked_at = pg_catalog.now() from person
        where c.login = which and c.revoked_at is null and person.id is not null
        returning c.login)
    delete from larder.sign_ins s using revoked r where s.login = r.login
$$;

-- Nobody but the owner has anything in schema larder, except what stands below.
do $$
declare
    line record;
begin
    for line in
        select pg_catalog.format('revoke all on %s %I.%I from %s', case c.relkind when 'S' then 'sequence' else 'table' end,
                n.nspname, c.relname, case a.grantee when 0 then 'public' else a.grantee::pg_catalog.regrole::text end)
            as command
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        cross join pg_catalog.aclexplode(c.relacl) a
        where n.nspname = 'larder' and c.relkind in ('r', 'p', 'v', 'S') and a.grantee <> c.relowner
        union
        select pg_catalog.format('revoke all (%I) on larder.%I from %s', t.attname, c.relname,
                case a.grantee when 0 then 'public' else a.grantee::pg_catalog.regrole::text end)
        from pg_catalog.pg_attribute t join pg_catalog.pg_class c on c.oid = t.attrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        cross join pg_catalog.aclexplode(t.attacl) a
        where n.nspname = 'larder' and a.grantee <> c.relowner
        union
        select pg_catalog.format('revoke all on function %s from %s', p.oid::pg_catalog.regprocedure,
                case a.grantee when 0 then 'public' else a.grantee::pg_catalog.regrole::text end)
        from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        cross join pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
        where n.nspname = 'larder' and a.grantee <> p.proowner
        union
        select pg_catalog.format('revoke all on schema larder from %s',
                case a.grantee when 0 then 'public' else a.grantee::pg_catalog.regrole::text end)
        from pg_catalog.pg_namespace n cross join pg_catalog.aclexplode(n.nspacl) a
        where n.nspname = 'larder' and a.grantee <> n.nspowner
    loop
        execute line.command;
    end loop;
end
$$;
grant usage on schema larder to larder_app;
grant execute on function larder.current_user_id(), larder.scheme_of(text), larder.sign_in(text, bytea), larder.must_wait(text),
    larder.sign_up(text, text, text, bytea), larder.change_password(bytea, text, bytea), larder.sign_out(),
    larder.list_computers(), larder.revoke_computer(text) to larder_app;

-- A permissive policy lets in whoever is signed in; the restrictive one, which no other program's policy can widen, keeps
-- everybody to their own rows. The rows are compared once: twice made lists of 10,000 1.4 times as slow.

-- The side tables: everybody their own rows. What triggers write, nobody else does.
do $$
declare
    side text;
    anybody text := '(select larder.current_user_id()) is not null';
    own text := 'user_id = (select larder.current_user_id())';
    written text;
begin
    foreach side in array array['recipe_details', 'trash', 'recipe_search', 'ingredient_terms', 'recipe_terms',
        'search_state', 'message_details', 'message_drafts', 'pantry_moves', 'conflicts', 'recipe_photos',
        'photo_bytes']
    loop
        -- A row beside somebody else's recipe, message or item would stand in the way of theirs.
        written := own || case
            when side in ('recipe_details', 'recipe_photos') then ' and exists (select from public.recipes r'
                || ' where r.id = recipe_id and r.user_id = (select larder.current_user_id()))'
            when side = 'message_details' then ' and exists (select from public.chat_messages m'
                || ' join public.chat_sessions s on s.id = m.session_id'
                || ' where m.id = message_id and s.user_id = (select larder.current_user_id()))'
            when side = 'message_drafts' then ' and exists (select from public.chat_sessions s'
                || ' where s.id = session_id and s.user_id = (select larder.current_user_id()))'
            when side = 'pantry_moves' then ' and exists (select from public.household_ingredients i'
                || ' where i.id = item_id and i.user_id = (select larder.current_user_id()))'
            else '' end;
        execute pg_catalog.format('alter table larder.%I enable row level security', side);
        execute pg_catalog.format('drop policy if exists larder_signed_in on larder.%I', side);
        execute pg_catalog.format('drop policy if exists larder_wall on larder.%I', side);
        execute pg_catalog.format('create policy larder_signed_in on larder.%I to larder_app using (%s) with check (%s)',
            side, anybody, anybody);
        execute pg_catalog.format('create policy larder_wall on larder.%I as restrictive to larder_app'
            ' using (%s) with check (%s)', side, own, written);
        execute pg_catalog.format('grant %s on larder.%I to larder_app',
            case when side in ('recipe_search', 'ingredient_terms', 'recipe_terms', 'search_state') then 'select'
                else 'select, insert, update, delete' end, side);
    end loop;
end
$$;
alter table larder.computers enable row level security;
alter table larder.sign_ins enable row level security;
alter table larder.invitations enable row level security;
alter table larder.sign_in_secret enable row level security;
alter table larder.schema_meta enable row level security;
drop policy if exists larder_read on larder.schema_meta;
create policy larder_read on larder.schema_meta for select to larder_app using (true);
grant select on larder.schema_meta to larder_app;

-- The five tables. In a database that another program made, only after its owner's yes.
do $$
declare
    place text;
    own text;
    anybody text := '(select larder.current_user_id()) is not null';
    outsider text;
begin
    if not (select m.row_security from larder.schema_meta m) then
        return;
    end if;
    foreach place in array array['users', 'recipes', 'chat_sessions', 'chat_messages', 'household_ingredients']
    loop
        own := case place
            when 'users' then 'id = (select larder.current_user_id())'
            when 'chat_messages' then 'session_id in (select s.id from public.chat_sessions s'
                || ' where s.user_id = (select larder.current_user_id()))'
            else 'user_id = (select larder.current_user_id())' end;
        execute pg_catalog.format('alter table public.%I enable row level security', place);
        execute pg_catalog.format('drop policy if exists larder_signed_in on public.%I', place);
        execute pg_catalog.format('drop policy if exists larder_wall on public.%I', place);
        execute pg_catalog.format('create policy larder_signed_in on public.%I to larder_app using (%s) with check (%s)',
            place, anybody, anybody);
        execute pg_catalog.format('create policy larder_wall on public.%I as restrictive to larder_app'
            ' using (%s) with check (%s)', place, own, own);
        -- Nobody reaches them over an HTTP interface of the provider's either.
        -- Programs the owner named keep what they have.
        for outsider in
            select r.rolname from pg_catalog.pg_roles r
            where r.rolname in ('larder_app', 'anon', 'authenticated') and not exists (
                select from pg_catalog.pg_policy p
                where p.polrelid = ('public.' || place)::pg_catalog.regclass and p.polname like 'larder\_program\_%'
                    and r.oid = any (p.polroles))
            union all select 'public'
        loop
            execute pg_catalog.format('revoke all on public.%I from %s', place,
                case outsider when 'public' then outsider else pg_catalog.quote_ident(outsider) end);
        end loop;
        if place = 'users' then
            grant select (id, username, created_at, updated_at) on public.users to larder_app;
        else
            execute pg_catalog.format('grant select, insert, update, delete on public.%I to larder_app', place);
        end if;
    end loop;
    grant usage on schema public to larder_app;
end
$$;

-- Recipes that were written before the search triggers were there.
update public.recipes r set name = r.name
    where not exists (select from larder.recipe_search s where s.recipe_id = r.id);
