package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupted caller harms neither the file nor itself. */
class InterruptedThreadsTest {

    private static final int CALLERS = 4;
    private static final int CALLS = 40;

    @Test
    void callersInterruptedOverAndOverGetTheirAnswersAndTheFileStaysOpen(@TempDir Path folder) throws Exception {
        AtomicInteger interrupts = new AtomicInteger();
        try (Database database = Database.local(folder)) {
            RecipeRepository recipes =
                    database.openFor(database.localUser("cook")).recipes();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(Thread.ofVirtual().start(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        recipes.add(List.of(ContractRecipes.full("Recipe")));
                        recipes.ids(RecipeQuery.ALL.withText("soup"), 0, 10);
                        recipes.summaries(recipes.ids(RecipeQuery.ALL, 0, 10), "");
                        if (Thread.interrupted()) {
                            interrupts.incrementAndGet();
                        }
                    }
                }));
            }
            while (callers.stream().anyMatch(Thread::isAlive)) {
                callers.forEach(Thread::interrupt);
                Thread.sleep(1);
            }
            assertEquals(CALLERS * CALLS, recipes.count(RecipeQuery.ALL));
        }
        assertTrue(interrupts.get() > CALLERS * CALLS / 2, interrupts + " interrupts arrived");
        try (Database database = Database.local(folder)) {
            assertEquals(
                    CALLERS * CALLS,
                    database.openFor(database.localUser("cook")).recipes().count(RecipeQuery.ALL));
        }
    }

    @Test
    void aCallerStillKnowsThatItWasInterrupted(@TempDir Path folder) throws Exception {
        try (Database database = Database.local(folder)) {
            RecipeRepository recipes =
                    database.openFor(database.localUser("cook")).recipes();
            boolean[] known = new boolean[1];
            Thread caller = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                recipes.add(List.of(ContractRecipes.plain("Soup")));
                known[0] = Thread.currentThread().isInterrupted();
            });
            caller.join();
            assertTrue(known[0]);
            assertEquals(1, recipes.count(RecipeQuery.ALL));
        }
    }
}
