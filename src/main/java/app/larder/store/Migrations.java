package app.larder.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database's tables up to date with Flyway. Its history lives in schema {@code larder}. Flyway itself lets an
 * old program run against newer tables with a mere warning, so {@code larder.schema_meta} decides who may.
 */
final class Migrations {

    /** The version of the newest script this program carries; also how old a client it counts as. */
    static final int NEWEST = 1;

    private final int newest;
    private final List<String> more;

    /**
     * Scripts beyond this program's own.
     *
     * @param newest the version of the newest of all
     * @param more where the further ones are, in Flyway's words
     */
    Migrations(int newest, List<String> more) {
        this.newest = newest;
        this.more = more;
    }

    /** This program's own scripts. */
    static Migrations own() {
        return new Migrations(NEWEST, List.of());
    }

    /** How a database's tables compare with this program's. */
    enum State {
        /** There are none. */
        NONE,
        OLDER,
        CURRENT
    }

    /**
     * Looks without Flyway, which takes most of a second to find that there is nothing to do.
     *
     * @throws LarderOpenException if the tables are too new for this program
     */
    State state(Connection connection) throws SQLException {
        if (number(connection, "select count(*) from information_schema.tables"
                        + " where table_schema = 'larder' and table_name in ('flyway_schema_history', 'schema_meta')")
                < 2) {
            return State.NONE;
        }
        if (number(connection, "select max(min_client) from larder.schema_meta") > newest) {
            throw OpenFailures.newer();
        }
        int version = number(connection, "select max(cast(version as integer)) from larder.flyway_schema_history"
                + " where version is not null and success = true");
        return version < newest ? State.OLDER : State.CURRENT;
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    void migrate(DataSource target, Vendor vendor) {
        List<String> locations = new ArrayList<>(more);
        locations.add("classpath:db/migration/common");
        locations.add("classpath:db/migration/" + vendor.folder());
        Flyway.configure()
                .dataSource(target)
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("bytewise", vendor.bytewise()))
                .schemas("larder")
                .defaultSchema("larder")
                .createSchemas(true)
                .load()
                .migrate();
    }
}
