package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 can't roll back a change of tables; the copy made before it can. */
class UpdateCutOffTest {

    /** A later program's scripts. */
    static final Migrations LATER = new Migrations(9001, List.of("classpath:db/migration/later"));

    private static final Migrations BROKEN = new Migrations(9001, List.of("classpath:db/migration/broken"));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aLarderWithSomethingInIt() {
        try (Database database = Database.local(folder)) {
            recipes(database)
                    .add(Stream.generate(() -> ContractRecipes.full("Soup")).limit(300).toList());
        }
    }

    @Test
    void anUpdateKilledHalfwayIsUndoneAndDoneAgain() throws Exception {
        for (int round = 0; round < 3; round++) {
            Process child = CellarChild.start("update", folder);
            while (child.isAlive() && !Files.exists(marker())) {
                Thread.sleep(1);
            }
            Thread.sleep(100L * round);
            child.destroyForcibly();
            child.waitFor();
        }
        try (Database database = Database.local(folder, LATER)) {
            RecipeRepository recipes = recipes(database);
            List<Recipe> all = recipes.ids(RecipeQuery.ALL, 0, 1_000).stream()
                    .map(id -> recipes.find(id).orElseThrow())
                    .toList();
            assertEquals(300, all.size());
            assertEquals("later", all.getLast().source());
        }
        assertEquals(List.of("backups", "larder.lock", "larder.mv.db", "search"), names());
        assertEquals(List.of("60000"), Place.ofClosedFile(folder).rows("select count(*) from larder.later"));
    }

    @Test
    void anUpdateThatFailsLeavesTheFileAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(data());

        LarderOpenException refused = assertThrows(LarderOpenException.class, () -> Database.local(folder, BROKEN));

        assertEquals(LarderOpenException.Kind.OTHER, refused.kind());
        assertEquals("The larder in " + folder + " could not be opened.", refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(data()));
        assertEquals(List.of("backups", "larder.lock", "larder.mv.db", "search"), names());
        assertEquals(300, count());
    }

    @Test
    void aMarkerPutsTheCopyBack() throws Exception {
        Files.move(data(), copy());
        Files.writeString(data(), "half an update");
        Files.writeString(marker(), "copy");

        assertEquals(300, count());
        assertEquals(List.of("larder.lock", "larder.mv.db", "search"), names());
    }

    @Test
    void aFirstStartThatWasCutOffBeginsAnew() throws Exception {
        Files.writeString(data(), "half of the first tables");
        Files.writeString(marker(), "fresh");

        assertEquals(0, count());
        assertFalse(Files.exists(marker()));
    }

    @Test
    void aMarkerThatWasCutOffItselfChangesNothing() throws Exception {
        Files.writeString(copy(), "half a copy");
        Files.writeString(marker(), "");

        assertEquals(300, count());
        assertEquals(List.of("larder.lock", "larder.mv.db", "search"), names());
    }

    private int count() {
        try (Database database = Database.local(folder)) {
            return recipes(database).count(RecipeQuery.ALL);
        }
    }

    private static RecipeRepository recipes(Database database) {
        return database.openFor(database.localUser("cook")).recipes();
    }

    private Path data() {
        return folder.resolve("larder.mv.db");
    }

    private Path copy() {
        return folder.resolve("larder.before-update.mv.db");
    }

    private Path marker() {
        return folder.resolve("larder.updating");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
