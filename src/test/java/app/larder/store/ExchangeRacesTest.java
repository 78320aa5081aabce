package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Computers and programs at once on one server, and the same trials with a part of the server taken out, which must fail. */
class ExchangeRacesTest {

    private static Family family;
    private static ExchangeTrials trials;

    @BeforeAll
    static void setUpOnce() {
        family = Family.fresh();
        trials = new ExchangeTrials(family);
    }

    @AfterAll
    static void tearDown() {
        family.close();
    }

    @Test
    void nothingIsMissedWhateverCommitsBeforeWhat() throws Exception {
        assertEquals(List.of(), trials.nothingIsMissed(4, 30));
    }

    @Test
    void everyStepCounts() throws Exception {
        assertEquals(List.of(), trials.noIncrementIsLost(4, 15));
    }

    @Test
    void nothingHappensTwiceWhenConnectionsAreKilled() throws Exception {
        assertEquals(List.of(), trials.nothingHappensTwice(3, 25));
    }

    @Test
    void nobodyDeadlocks() throws Exception {
        assertEquals(List.of(), trials.nobodyDeadlocks(2, 150));
    }

    @Test
    void behindAPoolerThatHandsConnectionsOn() throws SQLException {
        PgBouncer pooler = PgBouncer.inTransactionMode();
        try (ExchangeScene scene = new ExchangeScene(family);
                ExchangeDevice device = new ExchangeDevice(pooler.to(family.computer()), scene.anna, "Pooled")) {
            device.sync();
            for (int i = 0; i < 12; i++) {
                device.group(device.put("recipes", UUID.randomUUID(), "{\"name\": \"Dish " + i + "\"}")).sync();
            }
            assertEquals(List.of(), scene.missed(device));
        }
    }

    /** A part of a function of the server's. */
    private record Part(String function, String text, String instead) {}

    @Test
    void eachPartOfTheServerIsNeeded() throws Exception {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("the lock", new Part(
                "exchange_v1(jsonb)", "perform from larder.heads h where h.user_id = me for update;", ""));
        parts.put("what is known by its id", new Part(
                "sync_push(uuid, uuid, larder.sync_mutation[], integer[])", "o.mutation_id = x.mutation and", "false and"));
        parts.put("comparing what was before", new Part(
                "sync_put(uuid, larder.sync_mutation)", "if told.revision is distinct from w.base and", "if false and"));
        parts.put("folding what was touched", new Part(
                "sync_fold(uuid, bigint, uuid, jsonb)", "    if edits is null then\n",
                "    if edits is null then\n        return false;\n    end if;\n    if edits is null then\n"));
        parts.put("noticing updates", new Part("touch_recipes()", "elsif tg_op = 'UPDATE' then", "elsif tg_op = 'UPDATE' then return null; elsif false then"));
        parts.put("whose a message was", new Part("touch_chat_messages()", "larder.touched t where t.row_id", "larder.touched t where false and t.row_id"));
        parts.put("truncation", new Part("touch_household_ingredients()", "from larder.heads h", "from larder.heads h where false"));
        parts.put("looking at what hangs on a row", new Part(
                "sync_delete(uuid, uuid, larder.sync_mutation)", "k.revision > w.seen and", "false and"));
        Map<String, ExchangeTrials.Trial> all = new LinkedHashMap<>();
        all.put("nothing unseen is overwritten", trials::nothingUnseenIsOverwritten);
        all.put("nothing unseen is deleted", trials::nothingUnseenIsDeleted);
        all.put("an old batch stays done", trials::anOldBatchStaysDone);
        all.put("every program is heard", trials::everyProgramIsHeard);
        all.put("what goes with a row is told", trials::whatGoesWithARowIsTold);
        all.put("nothing is missed", () -> trials.nothingIsMissed(4, 12));

        List<String> uncaught = new ArrayList<>();
        System.out.println("Taken out of the server | caught by");
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            String whole = source(part.getValue().function());
            String without = whole.replace(part.getValue().text(), part.getValue().instead());
            assertNotEquals(whole, without, part.getKey());
            family.asOwner(without);
            String caught = null;
            try {
                for (Map.Entry<String, ExchangeTrials.Trial> trial : all.entrySet()) {
                    List<String> wrong = trial.getValue().run();
                    if (!wrong.isEmpty()) {
                        caught = trial.getKey() + " (" + wrong.size() + ": " + wrong.getFirst().lines().findFirst().orElse("") + ")";
                        break;
                    }
                }
            } finally {
                family.asOwner(whole);
            }
            System.out.println(part.getKey() + " | " + caught);
            if (caught == null) {
                uncaught.add(part.getKey());
            }
        }
        assertEquals(List.of(), uncaught);
        for (Map.Entry<String, ExchangeTrials.Trial> trial : all.entrySet()) {
            assertEquals(List.of(), trial.getValue().run(), trial.getKey());
        }
    }

    private static String source(String function) throws SQLException {
        try (Connection owner = Family.connect(family.owner());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_get_functiondef('larder." + function + "'::regprocedure)")) {
            row.next();
            return row.getString(1);
        }
    }
}
