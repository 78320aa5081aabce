package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Kills a Larder in the middle of writing, again and again on the same file, and looks for all it acknowledged. */
final class KillRounds {

    private static final int KILLED = 128 + 9;

    private final Path folder;
    private final boolean locked;
    private final Set<UUID> acknowledged = new HashSet<>();

    KillRounds(Path folder) {
        this(folder, false);
    }

    /** Rounds in the folder of a home whose only person has the tests' password. */
    KillRounds(Path folder, boolean locked) {
        this.folder = folder;
        this.locked = locked;
    }

    /** How many recipes the next start must find. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** Lets a child add recipes, kills it after so many acknowledged changes, and checks that nothing is lost or half. */
    void killAfter(int changes) throws IOException, InterruptedException {
        acknowledged.addAll(insertAndKill(changes));
        if (locked) {
            try (Entered entered = CellarChild.letIn(folder);
                    Database database = Database.local(entered.folder(), entered.key())) {
                check(database);
            }
        } else {
            try (Database database = Database.local(folder)) {
                check(database);
            }
        }
    }

    private void check(Database database) {
        RecipeRepository recipes = database.openFor(database.localUser("cook")).recipes();
        List<UUID> found = recipes.ids(RecipeQuery.ALL, 0, 1_000_000);
        Set<UUID> lost = new HashSet<>(acknowledged);
        lost.removeAll(Set.copyOf(found));
        assertEquals(Set.of(), lost, "acknowledged and lost");
        assertEquals(found.size(), recipes.summaries(found, "").size());
        assertEquals(found.size(), recipes.count(RecipeQuery.ALL.withIngredients(List.of("pumpkin"))));
        Set<UUID> unspoken = new HashSet<>(found);
        unspoken.removeAll(acknowledged);
        assertTrue(Set.of(0, 1, 20).contains(unspoken.size()), "half of a batch: " + unspoken.size());
        acknowledged.addAll(unspoken);
    }

    private List<UUID> insertAndKill(int changes) throws IOException, InterruptedException {
        List<UUID> ids = new ArrayList<>();
        Process child = CellarChild.start(locked ? "insert-protected" : "insert", folder, "1000000");
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
        assertEquals(KILLED, child.waitFor(), "ended by the kill");
        return ids;
    }
}
