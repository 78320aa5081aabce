package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The conditions of Supabase's public database linter (github.com/supabase/splinter, the rules' names and levels), asked
 * in our own words of a fresh database with the roles of its HTTP interface. What the linter asks of exposed schemas is
 * asked of public and larder both.
 */
class LinterTest {

    private static final String TABLES = " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname in ('public', 'larder') and c.relname <> 'flyway_schema_history' ";
    private static final String POLICIES = " from pg_policies p where p.schemaname in ('public', 'larder') ";

    /** Rule to a query that finds what breaks it; first the errors, then the warnings, then two of the notes. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("rls_disabled_in_public", "select c.relname" + TABLES + "and c.relkind = 'r' and not c.relrowsecurity"),
            Map.entry("policy_exists_rls_disabled", "select distinct c.relname from pg_policy p join pg_class c"
                    + " on c.oid = p.polrelid where not c.relrowsecurity"),
            Map.entry("security_definer_view", "select c.relname" + TABLES
                    + "and c.relkind = 'v' and coalesce(c.reloptions::text, '') not like '%security_invoker%'"),
            Map.entry("auth_users_exposed", "select c.relname" + TABLES
                    + "and c.relkind in ('v', 'm') and pg_get_viewdef(c.oid) like '%auth.users%'"),
            Map.entry("rls_references_user_metadata", "select p.policyname" + POLICIES
                    + "and concat(p.qual, p.with_check) like '%user_metadata%'"),
            Map.entry("insecure_queue_exposed_in_api", "select 1 from pg_namespace where nspname = 'pgmq_public'"),
            Map.entry("fkey_to_auth_unique", "select k.conname from pg_constraint k join pg_class c on c.oid = k.confrelid"
                    + " join pg_namespace n on n.oid = c.relnamespace where k.contype = 'f' and n.nspname = 'auth'"),
            Map.entry("sensitive_columns_exposed", "select c.relname || '.' || a.attname from pg_attribute a"
                    + " join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname in ('public', 'larder') and c.relkind = 'r' and not c.relrowsecurity"
                    + " and a.attname ~ '(password|token|secret|session_id|hash)'"),
            Map.entry("auth_rls_initplan", "select p.policyname" + POLICIES + "and regexp_replace(lower(concat(p.qual, ' ',"
                    + " p.with_check)), 'select (larder\\.current_user_id|auth\\.\\w+|current_setting)\\(', '', 'g')"
                    + " ~ '(larder\\.current_user_id|auth\\.\\w+|current_setting)\\('"),
            Map.entry("multiple_permissive_policies", "select p.tablename" + POLICIES + "and p.permissive = 'PERMISSIVE'"
                    + " group by p.schemaname, p.tablename, p.roles, p.cmd having count(*) > 1"),
            Map.entry("duplicate_index", "select string_agg(i.indexrelid::regclass::text, ', ') from pg_index i"
                    + " join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname in ('public', 'larder')"
                    + " group by i.indrelid, i.indkey, i.indclass, i.indoption, i.indpred, i.indexprs having count(*) > 1"),
            Map.entry("function_search_path_mutable", "select p.proname from pg_proc p join pg_namespace n"
                    + " on n.oid = p.pronamespace where n.nspname in ('public', 'larder') and not exists (select from"
                    + " unnest(p.proconfig) as s where s = 'search_path=\"\"')"),
            Map.entry("extension_in_public", "select extname from pg_extension where extnamespace = 'public'::regnamespace"),
            Map.entry("materialized_view_in_api", "select c.relname" + TABLES + "and c.relkind = 'm'"),
            Map.entry("foreign_table_in_api", "select c.relname" + TABLES + "and c.relkind = 'f'"),
            Map.entry("unsupported_reg_types", "select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                    + " join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'larder')"
                    + " and c.relkind = 'r' and a.attnum > 0 and a.atttypid::regtype::text like 'reg%'"),
            Map.entry("extension_versions_outdated", "select e.name from pg_available_extensions e"
                    + " where e.installed_version is not null and e.installed_version <> e.default_version"),
            Map.entry("rls_policy_always_true", "select p.policyname" + POLICIES + "and p.permissive = 'PERMISSIVE'"
                    + " and p.cmd <> 'SELECT' and (p.qual = 'true' or p.with_check = 'true')"),
            Map.entry("pg_graphql_anon_table_exposed", "select c.relname" + TABLES
                    + "and c.relkind in ('r', 'v') and has_table_privilege('anon', c.oid, 'select')"),
            Map.entry("pg_graphql_authenticated_table_exposed", "select c.relname" + TABLES
                    + "and c.relkind in ('r', 'v') and has_table_privilege('authenticated', c.oid, 'select')"),
            Map.entry("security_definer_function_executable", "select r || ' ' || p.proname from pg_proc p"
                    + " join pg_namespace n on n.oid = p.pronamespace, unnest(array['anon', 'authenticated']) as r"
                    + " where n.nspname in ('public', 'larder') and has_function_privilege(r, p.oid, 'execute')"),
            Map.entry("unindexed_foreign_keys", "select k.conname from pg_constraint k join pg_namespace n"
                    + " on n.oid = k.connamespace where k.contype = 'f' and n.nspname in ('public', 'larder') and not exists"
                    + " (select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])"),
            Map.entry("no_primary_key", "select c.relname" + TABLES + "and c.relkind = 'r' and not exists (select from"
                    + " pg_constraint k where k.conrelid = c.oid and k.contype = 'p')"));

    @Test
    void aFreshDatabaseBreaksNoRule() throws SQLException {
        try (Place place = Place.postgres()) {
            List<String> broken = new ArrayList<>();
            for (Map.Entry<String, String> rule : RULES.entrySet()) {
                place.rows(rule.getValue()).forEach(row -> broken.add(rule.getKey() + ": " + row));
            }
            assertEquals(List.of(), broken);
        }
    }

    @Test
    void tablesMadeWithoutThoughtBreakThem() throws SQLException {
        Place naive = Place.ofServer(TestPostgres.freshDatabase());
        naive.execute("create table public.t (id int, password text); create policy p on public.t using (true);"
                + " create policy q on public.t using (auth_role() = 'x')".replace("auth_role()", "current_setting('role')")
                + "; create function public.f() returns int language sql security definer as 'select 1';"
                + " create view public.v as select * from public.t; create extension pgcrypto schema public");
        for (String rule : List.of(
                "rls_disabled_in_public", "policy_exists_rls_disabled", "security_definer_view", "sensitive_columns_exposed",
                "auth_rls_initplan", "multiple_permissive_policies", "function_search_path_mutable", "extension_in_public",
                "rls_policy_always_true", "pg_graphql_anon_table_exposed", "security_definer_function_executable",
                "no_primary_key")) {
            assertFalse(naive.rows(RULES.getOrDefault(rule, "")).isEmpty(), rule);
        }
    }
}
