package app.larder.store;

import app.larder.words.Sentence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What another program left in a database that shows a computer rows the row-level security keeps from it: views and
 * functions that work with their owner's rights (PostgreSQL 16, "Row Security Policies" and "CREATE VIEW",
 * security_invoker). Reads only.
 */
final class WaysRound {

    /** Who must not get round: everybody, computers, and each login of one that is not the tables' owner's too. */
    private static final String OUTSIDERS = """
            outsiders as (
                select 'public' as role, 'everybody' as called
                union all
                select r.rolname, r.rolname from pg_catalog.pg_roles r
                where r.rolname = 'larder_app' or (not r.rolsuper and exists (
                        select from pg_catalog.pg_auth_members m join pg_catalog.pg_roles g on g.oid = m.roleid
                        where m.member = r.oid and g.rolname = 'larder_app')
                    and not exists (select from kept k where pg_catalog.pg_has_role(r.oid, k.owner, 'member'))))
            """;

    /** The five tables and Larder's own. */
    private static final String KEPT = """
            kept as (
                select c.oid, c.relowner as owner from pg_catalog.pg_class c
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and (n.nspname = 'larder' or (n.nspname = 'public' and c.relname in ('"""
            + String.join("', '", FiveTables.NAMES) + "'))))\n";

    private static final String VIEWS = "with recursive " + KEPT + ", " + OUTSIDERS + """
            , above (oid) as (
                select w.ev_class from kept k
                join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = k.oid
                join pg_catalog.pg_rewrite w on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and w.oid = d.objid
                union
                select w.ev_class from above a
                join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = a.oid
                join pg_catalog.pg_rewrite w on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and w.oid = d.objid)
            select case c.relkind when 'v' then 'view' when 'm' then 'materialized-view' else 'rule' end,
                pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.string_agg(o.called, ', ' order by o.called)
            from above a join pg_catalog.pg_class c on c.oid = a.oid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join outsiders o on (n.nspname = 'public' or pg_catalog.has_schema_privilege(o.role, n.oid, 'usage'))
                and (pg_catalog.has_any_column_privilege(o.role, c.oid, 'select, insert, update')
                    or pg_catalog.has_table_privilege(o.role, c.oid, 'delete'))
            where c.relkind <> 'v' or not exists (
                select from pg_catalog.pg_options_to_table(c.reloptions) s
                where s.option_name = 'security_invoker' and s.option_value::boolean)
            group by c.oid, c.relkind, n.nspname, c.relname order by 1, 2""";

    private static final String FUNCTIONS = "with " + KEPT + ", " + OUTSIDERS + """
            select 'function', pg_catalog.format('%I.%I(%s)', n.nspname, p.proname,
                    pg_catalog.pg_get_function_identity_arguments(p.oid)),
                pg_catalog.string_agg(o.called, ', ' order by o.called)
            from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            join outsiders o on pg_catalog.has_function_privilege(o.role, p.oid, 'execute')
            where n.nspname = 'public' and p.prosecdef
                and p.prorettype <> 'pg_catalog.event_trigger'::pg_catalog.regtype
                and not exists (select from pg_catalog.pg_depend d
                    where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e')
            group by p.oid, n.nspname, p.proname order by 2""";

    private WaysRound() {}

    /** A sentence for each, naming it, who may use it, and the cure. */
    static List<Sentence> of(Connection connection) throws SQLException {
        List<Sentence> found = new ArrayList<>();
        for (String query : List.of(VIEWS, FUNCTIONS)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    found.add(Sentence.of("account.round." + row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return found;
    }
}
