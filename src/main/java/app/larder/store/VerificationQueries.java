package app.larder.store;

/** What of a database's catalog is compared: each query gives names and definitions. */
final class VerificationQueries {

    private static final String FIVE =
            "'users', 'recipes', 'chat_sessions', 'chat_messages', 'household_ingredients'";

    private static final String OURS =
            "(n.nspname = 'larder' and c.relname <> 'flyway_schema_history' or n.nspname = 'public' and c.relname in ("
                    + FIVE + "))";

    private static final String COLUMNS = """
            select 'column ' || n.nspname || '.' || c.relname || '.' || a.attname,
                format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = '{schema}' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                and c.relname <> 'flyway_schema_history'""";

    private static final String CONSTRAINTS = """
            select 'constraint ' || k.conname || ' on ' || n.nspname || '.' || c.relname, pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = '{schema}' and c.relname <> 'flyway_schema_history'""";

    private static final String INDEXES = """
            select 'index ' || i.indexname || ' on ' || i.schemaname || '.' || i.tablename, i.indexdef
            from pg_indexes i where i.schemaname = '{schema}' and i.tablename <> 'flyway_schema_history'""";

    private static final String RULES = """
            select 'function ' || p.oid::regprocedure, concat_ws(' ', p.prosecdef, p.provolatile, p.proparallel,
                p.proconfig, p.proowner::regrole, l.lanname, md5(p.prosrc))
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
            where n.nspname = 'larder'
            union all
            select 'trigger ' || t.tgname || ' on ' || n.nspname || '.' || c.relname,
                t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not t.tgisinternal and {ours}
            union all
            select 'policy ' || p.polname || ' on ' || n.nspname || '.' || c.relname, concat_ws(' ', p.polcmd,
                p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid),
                pg_get_expr(p.polwithcheck, p.polrelid))
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where {ours}
            union all
            select 'row-level security of ' || n.nspname || '.' || c.relname, c.relrowsecurity::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and {ours}
            union all
            select 'grant of ' || string_agg(a.privilege_type, ', ' order by a.privilege_type) || ' on '
                    || n.nspname || '.' || c.relname || ' to ' || {grantee}, ''
            from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a
            where a.grantee <> c.relowner and {ours} group by n.nspname, c.relname, a.grantee
            union all
            select 'grant of ' || a.privilege_type || ' on ' || n.nspname || '.' || c.relname || '.' || t.attname
                    || ' to ' || {grantee}, ''
            from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
            cross join aclexplode(t.attacl) a where a.grantee <> c.relowner and {ours}
            union all
            select 'grant of execute on ' || p.oid::regprocedure || ' to ' || {grantee}, ''
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            where n.nspname = 'larder' and a.grantee <> p.proowner
            union all
            select 'grant of ' || a.privilege_type || ' on schema larder to ' || {grantee}, ''
            from pg_namespace n cross join aclexplode(n.nspacl) a
            where n.nspname = 'larder' and a.grantee <> n.nspowner
            """
            .replace("{ours}", OURS)
            .replace("{grantee}", "case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end");

    private VerificationQueries() {}

    /** The query for the columns, constraints or indexes of a schema, or for the rules of all that is Larder's. */
    static String of(String kind, String schema) {
        return switch (kind) {
            case "columns" -> COLUMNS.replace("{schema}", schema);
            case "constraints" -> CONSTRAINTS.replace("{schema}", schema);
            case "indexes" -> INDEXES.replace("{schema}", schema);
            default -> RULES;
        };
    }
}
