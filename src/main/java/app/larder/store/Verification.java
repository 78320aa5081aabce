package app.larder.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Compares a server's tables, functions, triggers, rules, grants and roles with what the scripts make of them: runs the
 * scripts in a transaction, tables under other names, looks before and after, and takes all of it back.
 */
final class Verification {

    private static final String SCRATCH = "larder_check_";

    private final Connection connection;
    private final List<String> differences = new ArrayList<>();

    private Verification(Connection connection) {
        this.connection = connection;
    }

    /** One English sentence for each difference. */
    static List<String> differences(Connection owner, MigrationInfo[] scripts) throws SQLException {
        owner.setAutoCommit(false);
        try {
            Verification verification = new Verification(owner);
            verification.run("set local lock_timeout = '10s'");
            // So that every name in a definition is whole.
            verification.run("set local search_path = pg_catalog");
            verification.tables(scripts);
            verification.rules(scripts);
            verification.strangers();
            if (RemoteTables.rowSecurity(owner)) {
                WaysRound.of(owner).forEach(way -> verification.differences.add(way.english()));
            }
            verification.roles();
            return verification.differences;
        } finally {
            owner.rollback();
        }
    }

    private void tables(MigrationInfo[] scripts) throws SQLException {
        run("create schema " + SCRATCH + "public");
        run("create schema " + SCRATCH + "larder");
        for (String script : Scripts.tables(scripts)) {
            run(script.replaceAll("\\b(public|larder)\\.", SCRATCH + "$1."));
        }
        // Other programs may have more columns in the five tables, and other names for their keys.
        compare(
                rows("columns", SCRATCH + "public", SCRATCH),
                rows("columns", "public", ""),
                false);
        Map<String, String> expected = rows("columns", SCRATCH + "larder", SCRATCH);
        Map<String, String> actual = rows("columns", "larder", "");
        for (String kind : List.of("constraints", "indexes")) {
            expected.putAll(rows(kind, SCRATCH + "larder", SCRATCH));
            actual.putAll(rows(kind, "larder", ""));
        }
        compare(expected, actual, true);
        run("drop schema " + SCRATCH + "larder cascade");
        run("drop schema " + SCRATCH + "public cascade");
    }

    private void rules(MigrationInfo[] scripts) throws SQLException {
        Map<String, String> before = rows("rules", "", "");
        for (String script : Scripts.rules(scripts)) {
            run(script);
        }
        compare(rows("rules", "", ""), before, true);
    }

    private void compare(Map<String, String> expected, Map<String, String> actual, boolean whole) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        if (whole) {
            names.addAll(actual.keySet());
        }
        for (String name : names) {
            String should = expected.get(name);
            String is = actual.get(name);
            if (is == null) {
                differences.add("Missing: " + name + ".");
            } else if (should == null) {
                differences.add("Not Larder's: " + name + ".");
            } else if (!should.equals(is)) {
                differences.add("Changed: " + name + ".");
            }
        }
    }

    /** What the scripts neither make nor take away, and could let somebody in. */
    private void strangers() throws SQLException {
        list("""
                select 'policy ' || p.policyname || ' on ' || p.schemaname || '.' || p.tablename from pg_policies p
                where (p.schemaname = 'larder' or (p.schemaname = 'public' and 'larder_app' = any (p.roles)))
                    and p.policyname not in ('larder_signed_in', 'larder_wall', 'larder_read')
                union all
                select 'trigger ' || t.tgname || ' on larder.' || c.relname from pg_trigger t
                join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'larder' and not t.tgisinternal and t.tgname not like 'larder\\_%'
                union all
                select 'view ' || c.relname || ' in larder' from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'larder' and c.relkind in ('v', 'm', 'f')
                order by 1""", "Not Larder's: ");
    }

    private void roles() throws SQLException {
        list("""
                select r.rolname || ' has more power than a computer may have'
                from pg_roles r where (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication
                        or (r.rolname in ('larder_app', 'larder_sync') and r.rolcanlogin))
                    and (r.rolname in ('larder_app', 'larder_sync') or r.rolname in (select c.login from larder.computers c))
                union all
                select r.rolname || ' is a member of ' || m.roleid::regrole
                from pg_auth_members m join pg_roles r on r.oid = m.member
                where (r.rolname in ('larder_app', 'larder_sync') or r.rolname in (select c.login from larder.computers c))
                    and m.roleid <> 'larder_app'::regrole
                union all
                select r.rolname || ' was revoked and can still sign in'
                from pg_roles r join larder.computers c on c.login = r.rolname
                where c.revoked_at is not null and pg_has_role(r.oid, 'larder_app', 'usage') and r.rolcanlogin
                order by 1""", "Role: ");
    }

    private void list(String sql, String before) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                differences.add(before + rows.getString(1) + ".");
            }
        }
    }

    /** Name to definition, both without the part {@code scratch} of a schema's name. */
    private Map<String, String> rows(String kind, String schema, String scratch) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(VerificationQueries.of(kind, schema))) {
            while (result.next()) {
                rows.put(
                        plain(result.getString(1), scratch), plain(String.valueOf(result.getString(2)), scratch));
            }
        }
        return rows;
    }

    private static String plain(String text, String scratch) {
        return scratch.isEmpty() ? text : text.replace(scratch, "");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
