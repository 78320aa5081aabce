package app.larder.store;

import app.larder.account.ServerCheck;
import app.larder.account.ServerCheck.Tables;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblem.Kind;
import app.larder.account.ServerProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at what stands in a server's database, as whoever asks; changes nothing. */
final class RemoteTables {

    private static final String FACTS = """
            select current_setting('server_version_num')::int / 10000 as major,
                (select count(*) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relname in
                    ('users', 'recipes', 'chat_sessions', 'chat_messages', 'household_ingredients')) as five,
                (select count(*) from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
                    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'larder' and c.relname = 'schema_meta'
                    and a.attname in ('min_client', 'version')) as meta,
                coalesce(pg_catalog.pg_has_role(current_user,
                    (select r.oid from pg_catalog.pg_roles r where r.rolname = 'larder_app'), 'usage'), false) as member,
                r.rolsuper as super,
                exists (select from pg_catalog.pg_namespace n where n.nspname = 'larder'
                    and pg_catalog.pg_has_role(current_user, n.nspowner, 'usage')) as ours,
                exists (select from pg_catalog.pg_namespace n where n.nspname = 'larder') as larder,
                pg_catalog.has_database_privilege(current_database(), 'create') as may_create
            from pg_catalog.pg_roles r where r.rolname = current_user""";

    private RemoteTables() {}

    /** What was found. */
    record Found(Tables tables, ServerCheck.Role role) {}

    /**
     * Looks.
     *
     * @throws ServerProblemException if the tables are too new, or not for this role to see
     */
    static Found look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(FACTS)) {
            facts.next();
            if (facts.getInt("major") < Vendor.POSTGRESQL.major() - 1) {
                throw problem(Kind.OLD_POSTGRES, String.valueOf(Vendor.POSTGRESQL.major() - 1));
            }
            boolean owner = facts.getBoolean("super")
                    || (facts.getBoolean("larder") ? facts.getBoolean("ours") : facts.getBoolean("may_create"));
            ServerCheck.Role role = owner
                    ? ServerCheck.Role.OWNER
                    : facts.getBoolean("member") ? ServerCheck.Role.COMPUTER : ServerCheck.Role.STRANGER;
            int meta = facts.getInt("meta");
            if (meta == 0) {
                return new Found(facts.getInt("five") == 0 ? Tables.NONE : Tables.OTHERS, role);
            }
            if (role == ServerCheck.Role.STRANGER) {
                return new Found(Tables.CURRENT, role);
            }
            return new Found(meta == 1 ? Tables.OLDER : versions(connection), role);
        }
    }

    /** Which of the five tables' names are taken. */
    static List<String> others(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select c.relname from pg_catalog.pg_class c"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'"
                        + " and c.relname in ('users', 'recipes', 'chat_sessions', 'chat_messages',"
                        + " 'household_ingredients') order by 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Whether the five tables keep people's rows apart, as current tables do unless another program made them. */
    static boolean rowSecurity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select bool_and(row_security) from larder.schema_meta")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Tables versions(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select min_client, version from larder.schema_meta");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Tables.OLDER;
            }
            if (row.getInt(1) > Migrations.NEWEST) {
                throw problem(Kind.NEWER);
            }
            return row.getInt(2) < Migrations.NEWEST ? Tables.OLDER : Tables.CURRENT;
        }
    }

    private static ServerProblemException problem(Kind kind, String... facts) {
        return new ServerProblemException(ServerProblem.of(kind, facts));
    }
}
