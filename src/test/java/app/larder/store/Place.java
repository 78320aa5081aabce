package app.larder.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A database to try a contract on, and a way past Larder into the same tables, as another program would come.
 *
 * @param opened the open database; null if it is closed
 * @param jdbcUrl its address for others
 * @param properties their properties
 * @param family who uses it over a server's accounts; null where people are just rows
 */
record Place(@Nullable Database opened, String jdbcUrl, Properties properties, @Nullable Family family)
        implements AutoCloseable {

    static Place h2File(Path folder) {
        return new Place(Database.local(folder), address(folder), owner(), null);
    }

    /** A file nobody has open; only for what another program does to it. */
    static Place ofClosedFile(Path folder) {
        return new Place(null, address(folder) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", owner(), null);
    }

    private static String address(Path folder) {
        return "jdbc:h2:async:" + folder.resolve("larder").toAbsolutePath();
    }

    static Place h2Memory() {
        String name = "contract-" + UUID.randomUUID();
        return new Place(Database.memory(name), "jdbc:h2:mem:" + name, owner(), null);
    }

    private static Properties owner() {
        Properties sa = new Properties();
        sa.setProperty("user", "sa");
        sa.setProperty("password", "");
        return sa;
    }

    static Place postgres() {
        DatabaseUrl url = TestPostgres.freshDatabase();
        return new Place(Database.remote(url), url.jdbcUrl(), url.properties(), null);
    }

    /** A server nobody has open; only for what other programs see of it. */
    static Place ofServer(DatabaseUrl url) {
        return new Place(null, url.jdbcUrl(), url.properties(), null);
    }

    /** A server as a computer uses it, with a login that has no rights but those of its people. */
    static Place ofComputer() {
        Family family = Family.fresh();
        return new Place(family.open(family.computer()), family.owner().jdbcUrl(), family.owner().properties(), family);
    }

    /** The same behind a pooler that hands connections on after every transaction. */
    static Place ofComputerBehind(PgBouncer pooler) {
        Family family = Family.fresh();
        return new Place(
                family.open(pooler.to(family.computer())),
                family.owner().jdbcUrl(),
                family.owner().properties(),
                family);
    }

    /** What somebody keeps here who was not here before. */
    UserStore newcomer(String name) {
        return family == null
                ? database().openFor(database().addUser(name))
                : database().openFor(family.newcomer(name));
    }

    Connection foreignProgram() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = foreignProgram();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its columns' texts joined by a bar. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = foreignProgram();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", row));
            }
        }
        return rows;
    }

    boolean isPostgres() {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    Database database() {
        return Objects.requireNonNull(opened, "nobody has opened it");
    }

    @Override
    public void close() {
        database().close();
        if (family != null) {
            family.close();
        }
    }
}
