package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed without warning in the middle of writing, the larder keeps everything it acknowledged. */
class KilledTest {

    private static final int ROUNDS = 3;

    @Test
    void everyAcknowledgedRecipeIsThereAtTheNextStart(@TempDir Path folder) throws Exception {
        List<UUID> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(insertAndKill(folder, 60 + 70 * round));
            int stored;
            try (Database database = Database.local(folder)) {
                RecipeRepository recipes =
                        database.openFor(database.localUser("cook")).recipes();
                Set<UUID> found = Set.copyOf(recipes.ids(RecipeQuery.ALL, 0, 1_000_000));
                List<UUID> lost =
                        acknowledged.stream().filter(id -> !found.contains(id)).toList();
                assertEquals(List.of(), lost, "lost in round " + round);
                stored = found.size();
                assertEquals(stored, recipes.summaries(List.copyOf(found), "").size());
                assertEquals(stored, recipes.count(RecipeQuery.ALL.withIngredients(List.of("pumpkin"))));
                List<UUID> unspoken =
                        found.stream().filter(id -> !acknowledged.contains(id)).toList();
                assertTrue(
                        Set.of(0, 1, 20).contains(unspoken.size()),
                        "half of a batch: " + unspoken.size() + " in round " + round);
                acknowledged.addAll(unspoken);
            }
        }
    }

    /** Lets a child write until it has acknowledged so many changes, then kills it. Returns all it acknowledged. */
    private static List<UUID> insertAndKill(Path folder, int changes) throws IOException, InterruptedException {
        List<UUID> ids = new ArrayList<>();
        Process child = CellarChild.start("insert", folder, "1000000");
        try (BufferedReader out = CellarChild.output(child)) {
            String line = out.readLine();
            assertEquals("open", line);
            for (int i = 0; (line = out.readLine()) != null; i++) {
                for (String id : line.substring("stored ".length()).split(" ", -1)) {
                    ids.add(UUID.fromString(id));
                }
                if (i == changes) {
                    // Not through the Process itself, which would throw away what the child had said.
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.destroyForcibly();
        }
        assertEquals(128 + 9, child.waitFor(), "ended by the kill");
        return ids;
    }
}
