package app.larder.store;

import static app.larder.store.Attempt.fruitless;
import static app.larder.store.Attempt.refused;

import java.util.List;

/** What somebody with a computer's login, the family's address and psql tries against another person's rows. */
final class Attempts {

    private static final String NO_RIGHT = "42501";

    private Attempts() {}

    /** With a login of the family and the attacker's own token. */
    static List<Attempt> asPerson() {
        return List.of(
                fruitless("read another's recipes", "select id from public.recipes where user_id = '{anna}'"),
                fruitless("read a recipe by its id", "select name from public.recipes where id = '{recipe}'"),
                fruitless("count everybody's recipes but one's own", "select count(*) from public.recipes where user_id <> '{ben}'"),
                fruitless("read another's pantry", "select name from public.household_ingredients where user_id = '{anna}'"),
                fruitless("read another's chat sessions", "select title from public.chat_sessions where user_id = '{anna}'"),
                fruitless("read another's messages", "select content from public.chat_messages where session_id = '{session}'"),
                fruitless("read another's notes", "select notes from larder.recipe_details where recipe_id = '{recipe}'"),
                fruitless("read another's trash", "select image from larder.trash where user_id = '{anna}'"),
                fruitless("read another's search words", "select words from larder.recipe_search where recipe_id = '{recipe}'"),
                fruitless("read another's ingredient names", "select name from larder.ingredient_terms where user_id = '{anna}'"),
                fruitless("list the other people", "select username from public.users where id <> '{ben}'"),
                refused("read password hashes", NO_RIGHT, "select password_hash from public.users"),
                refused("read one's own hash, to crack what others use too", NO_RIGHT, "select u from public.users u"),
                fruitless("join one's way to others", "select r.name from public.recipes r right join public.users u on true where r.user_id = '{anna}'"),
                fruitless("read rows through a lateral function", "select t.name from public.recipes r, lateral (select r.name where r.user_id <> '{ben}') t"),
                refused("insert a recipe for another", NO_RIGHT, "insert into public.recipes (user_id, name) values ('{anna}', 'poison')"),
                refused("insert a pantry row for another", NO_RIGHT, "insert into public.household_ingredients (user_id, name) values ('{anna}', 'poison')"),
                refused("insert a message into another's session", NO_RIGHT, "insert into public.chat_messages (session_id, role, content) values ('{session}', 'assistant', 'buy')"),
                refused("move a message into another's session", NO_RIGHT, "update public.chat_messages set session_id = '{session}'"),
                refused("move a session to another", NO_RIGHT, "update public.chat_sessions set user_id = '{anna}'"),
                refused("give a recipe away", NO_RIGHT, "update public.recipes set user_id = '{anna}'"),
                fruitless("take another's recipe", "update public.recipes set user_id = '{ben}' where id = '{recipe}'"),
                fruitless("change another's recipe", "update public.recipes set name = 'poison' where id = '{recipe}'"),
                fruitless("change another's message", "update public.chat_messages set content = 'x' where session_id = '{session}'"),
                fruitless("delete another's recipe", "delete from public.recipes where id = '{recipe}'"),
                fruitless("delete everybody's pantry but one's own", "delete from public.household_ingredients where user_id <> '{ben}'"),
                refused("delete a person", NO_RIGHT, "delete from public.users where id = '{anna}'"),
                refused("delete oneself and all that hangs on it", NO_RIGHT, "delete from public.users where id = '{ben}'"),
                refused("rename a person", NO_RIGHT, "update public.users set username = 'x' where id = '{anna}'"),
                refused("insert a person", NO_RIGHT, "insert into public.users (username, password_hash) values ('eve', '!')"),
                refused("truncate recipes", NO_RIGHT, "truncate public.recipes"),
                refused("truncate the tokens", NO_RIGHT, "truncate larder.sign_ins"),
                refused("overwrite by upsert", "42501 23505", "insert into public.recipes (id, user_id, name) values ('{recipe}', '{ben}', 'x') on conflict (id) do update set name = 'poison'"),
                refused("merge over another's row", "42501 23505", "merge into public.recipes r using (values ('{recipe}'::uuid)) v (id) on r.id = v.id when matched then update set name = 'poison' when not matched then insert (id, user_id, name) values (v.id, '{ben}', 'x')"),
                refused("put details beside another's recipe", NO_RIGHT, "insert into larder.recipe_details (recipe_id, user_id, notes) values ('{recipe2}', '{ben}', 'poison')"),
                refused("move one's details beside another's recipe", NO_RIGHT, "update larder.recipe_details set recipe_id = '{recipe2}'"),
                refused("put a row into another's trash", NO_RIGHT, "insert into larder.trash (row_id, entity, user_id, name, image) values ('{recipe}', 'recipe', '{anna}', 'x', '{}')"),
                refused("write search words of another", NO_RIGHT, "update larder.recipe_search set words = 'poison'"),
                refused("write ingredient names of another", NO_RIGHT, "insert into larder.ingredient_terms (user_id, term_id, name, display) values ('{anna}', 1, 'x', 'x')"),
                refused("copy a table out", NO_RIGHT, "copy larder.sign_ins to stdout"),
                refused("copy a table to the server's disk", NO_RIGHT, "copy public.recipes to '/tmp/larder-stolen'"),
                refused("run a program on the server", NO_RIGHT, "copy public.recipes from program 'id'"),
                refused("read a file of the server", NO_RIGHT, "select pg_read_file('/etc/passwd')"),
                refused("read the tokens", NO_RIGHT, "select token_hash from larder.sign_ins"),
                refused("read the invitations", NO_RIGHT, "select code_hash from larder.invitations"),
                refused("read the logins of computers", NO_RIGHT, "select login from larder.computers"),
                refused("read the secret behind unknown names", NO_RIGHT, "select secret from larder.sign_in_secret"),
                refused("make a token for another", NO_RIGHT, "insert into larder.sign_ins (token_hash, user_id, login, expires_at) values (sha256('x'), '{anna}', session_user, now() + interval '1 day')"),
                refused("make an invitation", NO_RIGHT, "insert into larder.invitations (code_hash, expires_at) values (sha256('x'), now() + interval '1 day')"),
                refused("undo a revocation", NO_RIGHT, "update larder.computers set revoked_at = null"),
                refused("reset the pace of sign-in", NO_RIGHT, "select setval('larder.sign_in_pace_0', 1)"),
                refused("read the pace of sign-in", NO_RIGHT, "select last_value from larder.sign_in_pace_0"),
                fruitless("forge a token", "select set_config('larder.token', '{anna}', true); select larder.current_user_id()"),
                fruitless("forge claims of a web token", "select set_config('larder.token', '', true), set_config('request.jwt.claims', '{\"sub\":\"{anna}\"}', true); select count(*) from public.recipes"),
                fruitless("guess a thousand tokens", "select count(larder.current_user_id()) from (select set_config('larder.token', md5(i::text) || md5((-i)::text), true) from generate_series(1, 1000) i offset 0) g"),
                fruitless("use the token of another computer", "select set_config('larder.token', '{tokenOfAnna}', true); select larder.current_user_id()"),
                fruitless("read with the token of another computer", "select set_config('larder.token', '{tokenOfAnna}', true); select name from public.recipes"),
                refused("call what makes tokens", NO_RIGHT, "select * from larder.new_sign_in('{anna}')"),
                refused("call what reads names", NO_RIGHT, "select * from larder.person_named('anna')"),
                refused("call what checks proofs", NO_RIGHT, "select larder.proof_fits('x', 'x')"),
                refused("call what hashes", NO_RIGHT, "select larder.hash_of('x', 'x')"),
                refused("call what slows, to shut others out", NO_RIGHT, "select larder.may_try('anna')"),
                refused("call bcrypt to burn the server's time", NO_RIGHT, "select larder.bcrypt('x', larder.bcrypt_setting(31))"),
                refused("call a trigger's function", NO_RIGHT, "select larder.keep_recipe_search()"),
                fruitless("sign in as another with one's own proof", "select token from larder.sign_in('anna', sha256('ben'))"),
                fruitless("sign in with an empty proof", "select token from larder.sign_in('anna', '')"),
                fruitless("sign in with no proof", "select token from larder.sign_in('anna', null)"),
                fruitless("sign in with the stored hash itself", "select token from larder.sign_in('anna', '{hash}')"),
                fruitless("change another's password with one's own", "select larder.change_password(sha256('anna'), '$larder-argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA', sha256('new'))"),
                fruitless("sign up without an invitation", "select token from larder.sign_up('', 'eve', '$larder-argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA', sha256('eve'))"),
                fruitless("sign up with a used invitation", "select token from larder.sign_up('{usedCode}', 'eve', '$larder-argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA', sha256('eve'))"),
                refused("become the owner", NO_RIGHT, "set role owner"),
                refused("become the group", NO_RIGHT, "set role larder_app"),
                refused("become another computer", NO_RIGHT, "set session authorization {otherLogin}"),
                refused("switch row-level security off for oneself", NO_RIGHT, "set row_security = off; select name from public.recipes where user_id = '{anna}'"),
                refused("switch row-level security off", NO_RIGHT, "alter table public.recipes disable row level security"),
                refused("make a policy", NO_RIGHT, "create policy mine on public.recipes using (true)"),
                refused("drop the policy", NO_RIGHT, "drop policy larder_wall on public.recipes"),
                refused("make a trigger", NO_RIGHT, "create trigger t before insert on public.recipes for each row execute function larder.keep_recipe_search()"),
                refused("replace a function", NO_RIGHT, "create or replace function larder.current_user_id() returns uuid language sql as $$ select '{anna}'::uuid $$"),
                refused("make a function beside", NO_RIGHT, "create function larder.sha256(bytea) returns bytea language sql as $$ select '\\x00'::bytea $$"),
                refused("make a table in public", NO_RIGHT, "create table public.x (i int)"),
                refused("make a view over recipes in public", NO_RIGHT, "create view public.v as select * from public.recipes"),
                refused("make a rule", NO_RIGHT, "create rule r as on select to public.recipes do instead select 1"),
                refused("refer to a person by a foreign key", "42501 42P16", "create temp table probe (id uuid references public.users (id))"),
                fruitless("see through a temporary view", "create temp view v as select * from public.recipes; select name from v where user_id = '{anna}'"),
                fruitless("shadow the tokens with a temporary table", "create temp table sign_ins (token_hash bytea, user_id uuid, login text, expires_at timestamptz); insert into sign_ins values (sha256('x'), '{anna}', session_user, 'infinity'); set local search_path = pg_temp, larder, public; select set_config('larder.token', 'x', true); select larder.current_user_id()"),
                fruitless("shadow sha256 with a temporary function", "create function pg_temp.sha256(bytea) returns bytea language sql as $$ select '\\x00'::bytea $$; set local search_path = pg_temp, pg_catalog; select set_config('larder.token', 'x', true); select larder.current_user_id()"),
                fruitless("leak rows through a cheap function", "create function pg_temp.leak(t text) returns boolean language plpgsql cost 0.0000001 as $$ begin if t like 'Anna%' then raise exception 'LEAK %', t; end if; return true; end $$; select name from public.recipes where pg_temp.leak(name) and user_id = '{anna}'"),
                fruitless("leak rows through an error message", "select 1 from public.recipes where user_id = '{anna}' and (name::int) = 1"),
                fruitless("leak rows through a division by zero", "select 1 / (length(name) - length(name)) from public.recipes where user_id = '{anna}'"),
                fruitless("read the statistics of columns", "select most_common_vals::text from pg_stats where tablename in ('recipes', 'users', 'chat_messages')"),
                refused("read the statistics behind them", NO_RIGHT, "select * from pg_statistic"),
                refused("read the hashes of logins", NO_RIGHT, "select rolpassword from pg_authid"),
                fruitless("read other connections' statements", "select query from pg_stat_activity where usename not in (current_user) and query not like '<insufficient privilege>' and query <> ''"),
                refused("make a role", NO_RIGHT, "create role evil login"),
                refused("let oneself past the policies", NO_RIGHT, "alter role {login} bypassrls"),
                refused("join the owner's role", "42501 0LP01", "grant owner to {login}"),
                refused("pass the group's rights on", NO_RIGHT, "grant larder_app to anon"),
                fruitless("pass rights on tables on", "grant select on public.recipes to anon; select has_table_privilege('anon', 'public.recipes', 'select')"),
                refused("change another computer's password", NO_RIGHT, "alter role {otherLogin} password 'x'"),
                refused("end a process of the server", NO_RIGHT, "select pg_terminate_backend(pid) from pg_stat_activity where usename is null"),
                refused("install an extension that reads files", "42501 0A000", "create extension file_fdw"),
                refused("reach out of the server", "42501 42704 0A000", "create extension dblink"),
                refused("make a language", "42501", "create language plpython3u"),
                refused("make the server read its settings anew", NO_RIGHT, "select pg_reload_conf()"),
                refused("log everybody's statements", NO_RIGHT, "set log_statement = 'all'"),
                refused("lock everybody out of a table", NO_RIGHT, "lock table public.users in access exclusive mode"),
                refused("mark the schema as newer", NO_RIGHT, "update larder.schema_meta set min_client = 99"),
                refused("read Flyway's history", NO_RIGHT, "select * from larder.flyway_schema_history"),
                refused("comment on a table", NO_RIGHT, "comment on table public.recipes is 'mine'"),
                refused("analyse a table", "42501 01000", "alter table public.recipes set (autovacuum_enabled = false)"),
                refused("read what was touched", NO_RIGHT, "select row_id from larder.touched"),
                refused("read what was told of others", NO_RIGHT, "select image from larder.rows where owner = '{anna}'"),
                refused("read others' changes", NO_RIGHT, "select mutation_id from larder.mutations"),
                refused("read others' computers", NO_RIGHT, "select name from larder.devices"),
                refused("read others' heads", NO_RIGHT, "select lineage from larder.heads"),
                refused("hold everybody's heads", NO_RIGHT, "select 1 from larder.heads for update"),
                refused("forge what was touched", NO_RIGHT, "insert into larder.touched (owner, entity, row_id, op) values ('{anna}', 'recipes', '{recipe}', 'delete')"),
                refused("forge what was told", NO_RIGHT, "update larder.rows set deleted = true"),
                refused("forget what was touched", NO_RIGHT, "truncate larder.touched"),
                refused("call what folds", NO_RIGHT, "select larder.sync_fold('{anna}', 1, null, null)"),
                refused("call what compares", NO_RIGHT, "select larder.sync_compare('{anna}', 1, '{recipes}')"),
                refused("call what changes", NO_RIGHT, "select larder.sync_push('{anna}', '{anna}', '{}', '{}')"),
                refused("call what puts", NO_RIGHT, "select larder.sync_put('{anna}', null)"),
                refused("call what deletes", NO_RIGHT, "select larder.sync_delete('{anna}', '{anna}', null)"),
                refused("call what shows a page", NO_RIGHT, "select larder.sync_page('{anna}', null, null, 10, 10, '{}')"),
                refused("call what forgets", NO_RIGHT, "select larder.sync_prune('{anna}')"),
                refused("call what forgets strangers", NO_RIGHT, "select larder.sync_prune_strangers()"),
                refused("ask for another's channel", NO_RIGHT, "select larder.sync_channel('{anna}')"),
                refused("ask who is called what", NO_RIGHT, "select larder.sync_may_be_called('{ben}', 'anna')"),
                refused("call what notices", NO_RIGHT, "select larder.touch_recipes()"),
                refused("become the role behind exchange", NO_RIGHT, "set role larder_sync"),
                refused("switch the noticing off", NO_RIGHT, "alter table public.recipes disable trigger larder_touch_update"),
                refused("replace the exchange", NO_RIGHT, "create or replace function larder.exchange_v1(request jsonb) returns jsonb language sql as 'select request'"),
                fruitless("exchange with the token of another computer", exchange("{tokenOfAnna}", "[]", "-> 'head'")),
                fruitless("exchange without a token", exchange("", "[]", "-> 'head'")),
                fruitless("take another's rows by exchange", "select r from jsonb_array_elements((" + exchange("{tokenOfBen}", "[]", "-> 'page' -> 'rows'")
                        + ")) r where r::text like '%Anna%' or r::text like '%{anna}%' or r::text like '%{recipe}%'"),
                fruitless("take another's last images by a walk", "select r from jsonb_array_elements(larder.exchange_v1(jsonb_build_object('protocol', 1,"
                        + " 'schema', 4, 'token', '{tokenOfBen}', 'walk', '{\"rank\": 0, \"id\": null}'::jsonb)) -> 'page' -> 'rows') r where r::text like '%Anna%'"),
                fruitless("change another's recipe by exchange", pushed("recipes", "{recipe}", "put", "\"set\": {\"name\": \"poison\"}", "applied")),
                fruitless("change it as if one knew it", pushed("recipes", "{recipe}", "put", "\"base\": 1, \"set\": {\"name\": \"poison\"}", "applied")),
                fruitless("read another's recipe from an outcome", "select r from (" + exchange("{tokenOfBen}", push("recipes", "{recipe}", "put",
                        "\"base\": 1, \"set\": {\"name\": \"poison\"}"), "::text") + ") x (r) where r like '%soup%' and r like '%Anna%'"),
                fruitless("delete another's recipe by exchange", exchange("{tokenOfBen}", push("recipes", "{recipe}", "delete", "\"base\": 1"), "-> 'outcomes' -> 0 -> 'image'")),
                fruitless("speak in another's chat by exchange", pushed("chat_messages", "{benRecipe}", "put",
                        "\"set\": {\"session_id\": \"{session}\", \"role\": \"user\", \"content\": \"x\"}", "applied")),
                fruitless("read another's chat as a lost parent", exchange("{tokenOfBen}", push("chat_messages", "{benRecipe}", "put",
                        "\"set\": {\"session_id\": \"{session}\", \"role\": \"user\", \"content\": \"x\"}"), "-> 'outcomes' -> 0 -> 'parent' -> 'image'")),
                fruitless("put notes beside another's recipe by exchange", pushed("recipe_details", "{recipe2}", "put", "\"set\": {\"notes\": \"x\"}", "applied")),
                fruitless("rename another by exchange", pushed("users", "{anna}", "put", "\"base\": 1, \"set\": {\"username\": \"eve\"}", "applied")),
                fruitless("take another's name by exchange", pushed("users", "{ben}", "put", "\"base\": 1, \"set\": {\"username\": \"ANNA\"}", "applied")),
                fruitless("set one's own password hash by exchange", pushed("users", "{ben}", "put", "\"base\": 1, \"set\": {\"password_hash\": \"x\"}", "applied")),
                fruitless("name an entity that is another table", pushed("larder.sign_ins", "{anna}", "put", "\"set\": {\"login\": \"x\"}", "applied")),
                fruitless("name a field that is SQL", pushed("recipes", "{benRecipe}", "put",
                        "\"base\": 1, \"set\": {\"name = (select password_hash from public.users limit 1) --\": \"x\"}", "applied")),
                fruitless("give a row away by exchange", pushed("recipes", "{benRecipe}", "put", "\"base\": 1, \"set\": {\"user_id\": \"{anna}\"}", "applied")),
                fruitless("learn what became of another's change", exchange("{tokenOfBen}", push("recipes", "{recipe}", "delete", "\"base\": 1")
                        .replace("{benSession}", "{mutationOfAnna}"), "-> 'outcomes' -> 0 -> 'image'")),
                fruitless("pose as another's computer", "select r from (select larder.exchange_v1(jsonb_build_object('protocol', 1, 'schema', 4, 'token', '{tokenOfBen}',"
                        + " 'device', jsonb_build_object('id', '{deviceOfAnna}', 'name', 'Mine'))) ->> 'nothing') x (r)"),
                refused("send more than the server takes", "54000", "select larder.exchange_v1(jsonb_build_object('protocol', 1, 'schema', 4, 'token',"
                        + " '{tokenOfBen}', 'push', repeat('x', 34000000)))"),
                fruitless("say oneself who one is", "select set_config('larder.token', '{tokenOfAnna}', true); " + exchange("", "[]", "-> 'head'")),
                fruitless("list computers without a token", "select set_config('larder.token', '', true); select * from larder.list_computers()"),
                fruitless("revoke a computer without a token", "select set_config('larder.token', '', true); select larder.revoke_computer('{otherLogin}'); select 1 where larder.current_user_id() is not null"));
    }

    /** A part of what exchange answers a token for a push. */
    private static String exchange(String token, String push, String part) {
        return "select (larder.exchange_v1(jsonb_build_object('protocol', 1, 'schema', 4, 'token', '" + token
                + "', 'device', '{\"id\": \"{benRecipe}\", \"name\": \"x\"}'::jsonb, 'push', '" + push + "'::jsonb)) " + part + ")";
    }

    private static String push(String entity, String row, String op, String more) {
        return "[[{\"mutation\": \"{benSession}\", \"entity\": \"" + entity + "\", \"id\": \"" + row + "\", \"op\": \"" + op
                + "\", " + more + "}]]";
    }

    /** A row if a change that the attacker sends has that outcome. */
    private static String pushed(String entity, String row, String op, String more, String kind) {
        return "select o from jsonb_array_elements((" + exchange("{tokenOfBen}", push(entity, row, op, more), "-> 'outcomes'")
                + ")) o where o ->> 'kind' = '" + kind + "'";
    }

    /** Types of the caller's that would stand before the server's own, with a check that would run as the owner. */
    static List<String> shadowedTypes() {
        return List.of("text", "uuid", "bytea", "jsonb", "_text", "regclass", "record", "bool", "int8", "int4", "numeric",
                "timestamptz", "xid8", "name");
    }

    /** What a role of an HTTP interface tries, which has no login of the family's. */
    static List<Attempt> asOutsider() {
        return List.of(
                refused("read recipes", NO_RIGHT, "select * from public.recipes"),
                refused("read people", NO_RIGHT, "select * from public.users"),
                refused("read names", NO_RIGHT, "select username from public.users"),
                refused("read messages", NO_RIGHT, "select * from public.chat_messages"),
                refused("read sessions", NO_RIGHT, "select * from public.chat_sessions"),
                refused("read the pantry", NO_RIGHT, "select * from public.household_ingredients"),
                refused("write a recipe", NO_RIGHT, "insert into public.recipes (user_id, name) values ('{anna}', 'x')"),
                refused("delete messages", NO_RIGHT, "delete from public.chat_messages"),
                refused("truncate recipes", NO_RIGHT, "truncate public.recipes cascade"),
                refused("see schema larder", NO_RIGHT, "select * from larder.sign_ins"),
                refused("sign in", NO_RIGHT, "select * from larder.sign_in('anna', sha256('anna'))"),
                refused("sign up", NO_RIGHT, "select * from larder.sign_up('x', 'x', 'x', 'x')"),
                refused("ask who asks", NO_RIGHT, "select larder.current_user_id()"),
                refused("become the group", NO_RIGHT, "set role larder_app"),
                refused("make a trigger", NO_RIGHT, "create trigger t before insert on public.recipes for each row execute function larder.keep_recipe_search()"));
    }
}
