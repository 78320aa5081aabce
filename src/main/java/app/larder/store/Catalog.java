package app.larder.store;

import app.larder.account.ServerSetUp.RoleRights;
import app.larder.words.Sentence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server's catalog says of the five tables; reads only. */
final class Catalog {

    private static final String FIVE =
            " n.nspname = 'public' and c.relname in ('" + String.join("', '", FiveTables.NAMES) + "') ";
    private static final String TABLES =
            " pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace ";

    private final Connection connection;
    private final Map<String, Found> columns;

    Catalog(Connection connection) throws SQLException {
        this.connection = connection;
        this.columns = readColumns();
    }

    /** A column as it is. */
    record Found(String type, String plainType, boolean required, @Nullable String fallback, boolean generated) {

        /** Whether the database fills it for programs that don't know it. */
        boolean filled() {
            return fallback != null || generated;
        }
    }

    /** A foreign key as it is. */
    record Key(String name, String target, boolean cascades) {}

    /** Every column of the five tables, as {@code table.column}. */
    Map<String, Found> columns() {
        return columns;
    }

    /** Whether Larder's own tables are there already. */
    boolean isSetUp() throws SQLException {
        return any("select 1 from" + TABLES + "where n.nspname = 'larder' and c.relname = 'schema_meta'");
    }

    /** What stands in the way of any change. */
    List<Sentence> obstacles() throws SQLException {
        List<Sentence> found = new ArrayList<>();
        add(found, "no-table", "t.name", "unnest(array['" + String.join("', '", FiveTables.NAMES)
                + "']) as t (name) where not exists (select from" + TABLES
                + "where n.nspname = 'public' and c.relname = t.name)");
        add(found, "no-ordinary-table", "c.relname", TABLES + "where" + FIVE + "and c.relkind <> 'r'");
        add(found, "other-owner", "c.relname, c.relowner::regrole::text", TABLES + "where" + FIVE
                + "and not pg_catalog.pg_has_role(current_user, c.relowner, 'usage')");
        add(found, "other-key", "c.relname", TABLES + "where" + FIVE
                + "and c.relkind = 'r' and not exists (select from pg_catalog.pg_constraint k"
                + " join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]"
                + " where k.conrelid = c.oid and k.contype = 'p' and cardinality(k.conkey) = 1 and a.attname = 'id')");
        add(found, "in-larder", "c.relname", TABLES + "where n.nspname = 'larder'"
                + " and c.relkind in ('r', 'v', 'm', 'f', 'p') and c.relname <> 'flyway_schema_history'");
        return found;
    }

    private void add(List<Sentence> found, String what, String facts, String from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + facts + " from " + from);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Object> said = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    said.add(row.getString(i));
                }
                found.add(AdoptionPlan.said(what, said.toArray()));
            }
        }
    }

    /** Every other role with rights on the five tables. */
    List<RoleRights> roles() throws SQLException {
        List<RoleRights> roles = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select case a.grantee when 0 then 'PUBLIC'"
                        + " else a.grantee::regrole::text end,"
                        + " lower(string_agg(distinct a.privilege_type, ', ')) from" + TABLES
                        + "cross join lateral aclexplode(c.relacl) a where" + FIVE
                        + "and a.grantee <> c.relowner and a.grantee not in (select r.oid from pg_catalog.pg_roles r"
                        + " where r.rolname in ('larder_app', 'larder_sync')) group by a.grantee order by 1");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                roles.add(new RoleRights(row.getString(1), row.getString(2)));
            }
        }
        return roles;
    }

    /** Whether row-level security is on for all five. */
    boolean secured() throws SQLException {
        return !any("select 1 from" + TABLES + "where" + FIVE + "and not c.relrowsecurity");
    }

    /** What uses a column in a way that keeps its type as it is: a view, policy or trigger; null if nothing does. */
    @Nullable String userOf(String table, String column) throws SQLException {
        List<String> users = texts("select pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)"
                + " from pg_catalog.pg_depend d join pg_catalog.pg_attribute a on a.attrelid = d.refobjid"
                + " and a.attnum = d.refobjsubid where d.refclassid = 'pg_catalog.pg_class'::regclass"
                + " and d.refobjid = ?::regclass and a.attname = ? and d.classid in ('pg_catalog.pg_rewrite'::regclass,"
                + " 'pg_catalog.pg_policy'::regclass, 'pg_catalog.pg_trigger'::regclass)", "public." + table, column);
        return users.isEmpty() ? null : users.getFirst();
    }

    boolean isUnique(String table, String column) throws SQLException {
        return !texts("select 1 from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid"
                + " and a.attnum = i.indkey[0] where i.indrelid = ?::regclass and i.indisunique and i.indnkeyatts = 1"
                + " and i.indpred is null and a.attname = ?", "public." + table, column).isEmpty();
    }

    boolean hasIndex(String table, String column) throws SQLException {
        return !texts("select 1 from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid"
                + " and a.attnum = i.indkey[0] where i.indrelid = ?::regclass and i.indpred is null and a.attname = ?",
                "public." + table, column).isEmpty();
    }

    /** The foreign key of just that column; null if it has none. */
    @Nullable Key key(String table, String column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_ident(k.conname), t.relname,"
                + " k.confdeltype = 'c' from pg_catalog.pg_constraint k join pg_catalog.pg_class t on t.oid = k.confrelid"
                + " join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]"
                + " where k.contype = 'f' and k.conrelid = ?::regclass and cardinality(k.conkey) = 1"
                + " and a.attname = ?")) {
            statement.setString(1, "public." + table);
            statement.setString(2, column);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Key(row.getString(1), row.getString(2), row.getBoolean(3)) : null;
            }
        }
    }

    /** Whether a query finds a row. */
    boolean any(String sql) throws SQLException {
        return !texts(sql + " limit 1").isEmpty();
    }

    private Map<String, Found> readColumns() throws SQLException {
        Map<String, Found> found = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select c.relname || '.' || a.attname,"
                        + " format_type(a.atttypid, a.atttypmod), format_type(a.atttypid, null), a.attnotnull,"
                        + " pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attgenerated <> '' or a.attidentity <> ''"
                        + " from" + TABLES + "join pg_catalog.pg_attribute a on a.attrelid = c.oid"
                        + " left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
                        + " where" + FIVE + "and a.attnum > 0 and not a.attisdropped");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.put(
                        row.getString(1),
                        new Found(
                                row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5),
                                row.getBoolean(6)));
            }
        }
        return found;
    }

    private List<String> texts(String sql, String... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }
}
