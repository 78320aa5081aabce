package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.SignIn;
import app.larder.recipes.Recipe;
import app.larder.store.FarKitchen.Talk;
import app.larder.store.SlowCable.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls and bytes sync takes: the figures of design/sync.md that do not hang on the machine. */
class SyncTrafficTest {

    @TempDir
    Path folder;

    private final Family family = Family.fresh();
    private final SignIn anna = family.signUp("anna");
    private final SlowCable cable = new SlowCable(
            Integer.parseInt(family.ownerAddress().replaceAll(".*:([0-9]+)/.*", "$1")), Duration.ofMillis(2));

    private FarKitchen computer(String name) {
        return new FarKitchen(folder, name, cable.to(family.invitation().address()), anna);
    }

    @AfterEach
    void close() {
        cable.close();
        family.close();
    }

    @Test
    void anIdlePollIsOneSmallCallAndAnEditOneToo() {
        try (FarKitchen laptop = computer("laptop")) {
            laptop.pantry.add("500 g flour");
            laptop.sync();
            Traffic before = cable.traffic();
            Talk idle = laptop.sync();
            assertEquals(1, idle.calls());
            assertTrue(idle.up() < 500 && idle.down() < 500, idle.toString());
            assertEquals(1, cable.traffic().since(before).roundTrips());

            laptop.pantry.add("2 leeks");
            before = cable.traffic();
            assertEquals(1, laptop.step().calls());
            assertEquals(1, cable.traffic().since(before).roundTrips());
            assertEquals(0, laptop.engine.standing(app.larder.sync.Step.Kind.DONE).waiting());
        }
    }

    @Test
    void manyRowsGoInFewCalls() {
        try (FarKitchen laptop = computer("laptop")) {
            laptop.sync();
            List<Recipe> recipes = IntStream.range(0, 1_200).mapToObj(i -> ContractRecipes.plain("Dish " + i)).toList();
            laptop.rows.recipes().add(recipes);
            int rows = laptop.engine.standing(app.larder.sync.Step.Kind.DONE).waiting();
            assertTrue(rows >= 1_200, rows + " rows");
            Talk pushed = laptop.sync();
            assertTrue(pushed.calls() * 10_000 <= 25 * rows, pushed + " for " + rows + " rows");
        }
    }

    @Test
    void aHouseholdArrivesInEightCallsAndTwelveRoundTripsWithTheSignIn() {
        family.asOwner(HouseholdSet.sql(anna.userId()));
        try (FarKitchen laptop = computer("laptop")) {
            Traffic before = cable.traffic();
            Talk first = laptop.sync();
            Traffic traffic = cable.traffic().since(before);
            int rows = laptop.rows.replica().orElseThrow().write(tx -> tx.size());
            assertEquals(HouseholdSet.ROWS + 1, rows);
            assertTrue(first.calls() <= 8, first.toString());
            assertTrue(traffic.roundTrips() <= 12, first + ", " + traffic);
        }
    }
}
