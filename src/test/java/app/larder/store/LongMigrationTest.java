package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A migration's statement may write every row that is there: it is not given up like one that a person waits for. */
class LongMigrationTest {

    @Test
    void aMigrationsStatementHasTimeThatTheServersLimitAndTheProgramsDoNotGive() throws SQLException {
        DatabaseUrl url = TestPostgres.freshDatabase();
        try (Connection owner = RemoteLogin.connect(url);
                Statement statement = owner.createStatement()) {
            statement.execute("alter database " + owner.getCatalog() + " set statement_timeout = '200ms'");
        }
        try (Connection migrating = RemotePool.forMigration(url).getConnection();
                Statement statement = migrating.createStatement();
                ResultSet row = statement.executeQuery("select 7 from pg_sleep(0.4)")) {
            row.next();
            assertEquals(7, row.getInt(1));
            assertTrue(migrating.getNetworkTimeout() >= 30 * 60_000, "the program itself gives up sooner");
        }
    }
}
