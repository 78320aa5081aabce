package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.SignIn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program empties a table while an exchange is between two tables: that is told by the next exchange. */
class TruncatedMeanwhileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTableEmptiedInTheMidstOfAnExchangeIsEmptyOnTheComputerAfterTheNext() throws Exception {
        try (RealServer server = new RealServer()) {
            SignIn anna = server.family().signUp("anna");
            server.begin(anna.userId());
            try (FarKitchen computer = new FarKitchen(folder, "laptop", server.family().computer(), anna);
                    Connection program = Family.connect(server.family().owner());
                    Connection holder = Family.connect(server.family().owner());
                    Statement writing = program.createStatement();
                    Statement holding = holder.createStatement()) {
                String owner = "'" + anna.userId() + "'";
                writing.execute("insert into public.household_ingredients (user_id, name) values (" + owner + ", 'Jar')");
                upToDate(computer);
                assertEquals(server.rows(), ForeignRounds.rows(computer));

                writing.execute("insert into public.recipes (user_id, name) values (" + owner + ", 'Soup')");
                writing.execute("insert into public.household_ingredients (user_id, name) values (" + owner + ", 'Tin')");
                holder.setAutoCommit(false);
                holding.execute("select from larder.touched where entity = 'recipes' for update");
                Thread exchange = Thread.ofPlatform().start(() -> computer.engine.step());
                untilSomebodyWaits(writing);
                writing.execute("truncate public.household_ingredients cascade");
                holder.rollback();
                exchange.join();

                upToDate(computer);
                assertEquals(server.rows(), ForeignRounds.rows(computer));
            }
        }
    }

    private static void upToDate(FarKitchen computer) {
        for (int i = 0; i < 20 && !computer.engine.step().upToDate(); i++) {
            // until it is
        }
        assertTrue(computer.engine.step().upToDate());
    }

    private static void untilSomebodyWaits(Statement statement) throws SQLException {
        for (int i = 0; i < 1_000; i++) {
            try (ResultSet waiting = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                if (waiting.next() && waiting.getInt(1) > 0) {
                    return;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new AssertionError("the exchange did not come to the recipes");
    }
}
