package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.cli.DatabaseCommand;
import app.larder.cli.Exit;
import app.larder.cli.HandOver;
import app.larder.cli.LarderCommand;
import app.larder.cli.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a script runs them: exit codes and what they leave in the database. */
class DatabaseCommandTest {

    @Test
    void aDatabaseIsSetUpSharedAndLookedAfter() throws Exception {
        String owner = TestPostgres.freshAddress();
        Place database = Place.ofServer(DatabaseUrl.parse(owner));
        assertEquals(Exit.DONE, run(owner, "status"));
        assertEquals(List.of("0"), database.rows("select count(*) from pg_namespace where nspname = 'larder'"));
        assertEquals(Exit.FAILED, run(owner, "invite", "Kitchen"));
        assertEquals(Exit.DONE, run(owner, "migrate"));
        assertEquals(Exit.DONE, run(owner, "migrate"));
        assertEquals(Exit.DONE, run(owner, "verify"));
        assertEquals(Exit.DONE, run(owner, "invite", "Kitchen"));
        assertEquals(List.of("Kitchen"), database.rows("select name from larder.computers"));
        assertEquals(Exit.DONE, run(owner, "revoke"));
        assertEquals(Exit.FAILED, run(owner, "revoke", "nobody"));
        String login = database.rows("select login from larder.computers").getFirst();
        assertEquals(Exit.DONE, run(owner, "revoke", login));
        assertEquals(List.of("f"), database.rows("select rolcanlogin from pg_roles where rolname = '" + login + "'"));
        database.execute("drop policy larder_wall on public.recipes");
        assertEquals(Exit.FAILED, run(owner, "verify"));
        assertEquals(Exit.DONE, run(owner, "migrate"));
        assertEquals(Exit.DONE, run(owner, "verify"));
    }

    @Test
    void tablesOfAnotherProgramAreChangedOnlyAfterAYes() throws Exception {
        String owner = OtherProgram.freshDatabase();
        Place database = Place.ofServer(DatabaseUrl.parse(owner));
        assertEquals(Exit.FAILED, run(owner, "migrate"));
        assertEquals(Exit.FAILED, run(owner, "migrate", "--adopt"));
        assertEquals(List.of("0"), database.rows("select count(*) from pg_namespace where nspname = 'larder'"));
        assertEquals(Exit.DONE, run(owner, "migrate", "--adopt", "--yes"));
        assertEquals(List.of("f"), database.rows("select row_security from larder.schema_meta"));
        assertEquals(Exit.DONE, run(owner, "migrate", "--adopt", "--yes", "--secure-for", "web"));
        assertEquals(List.of("t"), database.rows("select row_security from larder.schema_meta"));
    }

    @Test
    void migratingThroughATransactionPoolerIsRefusedAndThroughOneInSessionModeDone() throws Exception {
        DatabaseUrl owner = TestPostgres.freshDatabase();
        Place database = Place.ofServer(owner);
        assertEquals(Exit.FAILED, run(PgBouncer.inTransactionMode().addressTo(owner), "migrate"));
        assertEquals(List.of("0"), database.rows("select count(*) from pg_namespace where nspname = 'larder'"));
        assertEquals(Exit.DONE, run(PgBouncer.inSessionMode().addressTo(owner), "migrate"));
    }

    @Test
    void theAddressComesFromAFileToo(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("address"), TestPostgres.freshAddress() + "\n");
        assertEquals(Exit.DONE, run("postgresql://nobody@127.0.0.1:1/x", "status", "--url-file", file.toString()));
        assertEquals(Exit.FAILED, run("postgresql://nobody@127.0.0.1:1/x", "status"));
        assertEquals(Exit.USAGE, run("", "status", "--url-file", folder.resolve("none").toString()));
        assertEquals(Exit.USAGE, run("", "status"));
    }

    private static int run(String databaseUrl, String... arguments) {
        DatabaseCommand command =
                new DatabaseCommand(new RemoteCheck(), new RemoteSetUp(), Map.of("DATABASE_URL", databaseUrl));
        LarderCommand larder = new LarderCommand((_, _) -> Exit.FAILED, () -> Exit.FAILED, _ -> {
            throw new IllegalStateException("no larder is opened");
        }, HandOver.NOBODY, Streams.own());
        String[] line = new String[arguments.length + 1];
        line[0] = "database";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return larder.run(line, List.of(command));
    }
}
