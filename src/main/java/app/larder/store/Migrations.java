package app.larder.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database's tables up to date with Flyway. Its history lives in schema {@code larder}. Flyway itself lets an
 * old program run against newer tables with a mere warning, so {@code larder.schema_meta} decides who may.
 */
final class Migrations {

    /** The version of the newest script this program carries; also how old a client it counts as. */
    static final int NEWEST = 8;

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
        flyway(target, vendor, "keep").load().migrate();
    }

    /**
     * Brings a server's tables up to date, all of it or nothing.
     *
     * @param rowSecurity whether the five tables keep people's rows apart: "on", "off", or "keep" as it is
     */
    void migrateServer(DataSource target, String rowSecurity) {
        flyway(target, Vendor.POSTGRESQL, rowSecurity).group(true).load().migrate();
    }

    /** As {@link #migrateServer}, where five tables of another program stand that {@code adoption} makes fit. */
    void adopt(DataSource target, String rowSecurity, Callback adoption) {
        Flyway flyway = flyway(target, Vendor.POSTGRESQL, rowSecurity)
                .group(true)
                .baselineVersion("1")
                .callbacks(adoption)
                .load();
        if (flyway.info().applied().length == 0) {
            flyway.baseline();
        }
        flyway.migrate();
    }

    /** The scripts for a server, as Flyway finds them beside what {@code target} has seen of them. */
    MigrationInfo[] scripts(DataSource target) {
        return flyway(target, Vendor.POSTGRESQL, "keep").load().info().all();
    }

    private FluentConfiguration flyway(DataSource target, Vendor vendor, String rowSecurity) {
        List<String> locations = new ArrayList<>(more);
        locations.add("classpath:db/migration/common");
        locations.add("classpath:db/migration/" + vendor.folder());
        return Flyway.configure()
                .dataSource(target)
                .locations(locations.toArray(String[]::new))
                // Flyway's own timestamp is the same for two runs within a second, and the second would repair nothing.
                .placeholders(Map.of(
                        "bytewise", vendor.bytewise(), "row_security", rowSecurity, "run", UUID.randomUUID().toString()))
                .schemas("larder")
                .defaultSchema("larder")
                .createSchemas(true);
    }
}
