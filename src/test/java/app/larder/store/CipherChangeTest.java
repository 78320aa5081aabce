package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.FileKey;
import app.larder.account.FileProtection.State;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A local file is encrypted and made readable again whole, or not at all. */
class CipherChangeTest {

    private static final String MARKER = "Marzipankartoffel";

    private final CipherChange change = new CipherChange();
    private final FileKey key = FileKey.random();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEncryptedFileHoldsTheSameAndShowsNothing() throws Exception {
        Recipe kept = keepOne(null);
        assertTrue(readable().contains("larder.mv.db"));
        assertEquals(State.READABLE, change.state(folder));

        change.encrypt(folder, key);

        assertEquals(State.ENCRYPTED, change.state(folder));
        assertEquals(Set.of(), readable());
        assertEquals(kept, find(key, kept));
        assertEquals(Set.of(), readable(), "nothing readable comes back by opening it");
    }

    @Test
    void andReadableAgainItStillHoldsTheSame() throws Exception {
        Recipe kept = keepOne(key);
        assertEquals(Set.of(), readable());

        change.decrypt(folder, key);

        assertEquals(State.READABLE, change.state(folder));
        assertEquals(kept, find(null, kept));
    }

    @Test
    void aNewLarderIsEncryptedFromItsFirstByteOn() throws Exception {
        assertEquals(State.NONE, change.state(folder));
        keepOne(key);
        assertEquals(State.ENCRYPTED, change.state(folder));
    }

    @Test
    void withoutItsKeyItIsRefusedAndLeftAsItIs() throws Exception {
        Recipe kept = keepOne(key);
        byte[] before = Files.readAllBytes(data());

        assertThrows(LarderOpenException.class, () -> Database.local(folder));
        assertThrows(LarderOpenException.class, () -> Database.local(folder, FileKey.random()));
        assertThrows(LarderOpenException.class, () -> change.decrypt(folder, FileKey.random()));

        assertArrayEquals(before, Files.readAllBytes(data()));
        assertEquals(kept, find(key, kept));
    }

    @Test
    void anOpenFileIsNotTouched() throws Exception {
        keepOne(null);
        try (Database open = Database.local(folder)) {
            LarderOpenException busy = assertThrows(LarderOpenException.class, () -> change.encrypt(folder, key));
            assertEquals(LarderOpenException.Kind.BUSY, busy.kind());
            assertEquals(1, recipes(open).count(RecipeQuery.ALL));
        }
        assertEquals(State.READABLE, change.state(folder));
    }

    @Test
    void whatACutOffChangeLeftIsClearedAway() throws Exception {
        Recipe kept = keepOne(key);
        Path copy = Files.writeString(folder.resolve("larder.converting.mv.db"), MARKER);
        Path old = Files.writeString(folder.resolve("larder.unprotected.mv.db"), MARKER);
        Path index = Files.createDirectories(folder.resolve("search/old"));
        Files.writeString(index.resolve("_0.fdt"), MARKER);

        assertEquals(kept, find(key, kept));

        assertFalse(Files.exists(copy));
        assertFalse(Files.exists(old));
        assertFalse(Files.exists(index.getParent()));
    }

    @Test
    void aSecondNameOfAReadableFileIsOnlyTakenAway() throws Exception {
        Recipe kept = keepOne(null);
        Files.createLink(folder.resolve("larder.unprotected.mv.db"), data());

        assertEquals(kept, find(null, kept));
        assertFalse(Files.exists(folder.resolve("larder.unprotected.mv.db")));
    }

    @Test
    void anEncryptedFileThatIsMostlyOldIsSmallAfterClosing() throws Exception {
        List<Recipe> stored = new ArrayList<>();
        long before;
        try (Database database = Database.local(folder, key)) {
            RecipeRepository recipes = recipes(database);
            for (int i = 0; i < 5; i++) {
                stored.add(ContractRecipes.full("Recipe " + i + " " + "long ".repeat(40_000)));
            }
            stored = recipes.add(stored);
            do {
                stored.forEach(recipes::update);
                before = Files.size(data());
            } while (before < 45L << 20);
        }
        long after = Files.size(data());

        assertTrue(after < 5L << 20, before + " bytes became " + after);
        assertEquals(State.ENCRYPTED, change.state(folder));
        assertFalse(Files.exists(folder.resolve("larder.compacting.mv.db")));
        for (Recipe recipe : stored) {
            assertEquals(recipe, find(key, recipe));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCantBeClearedAwayAfterwardsIsLeftForTheNextStart() throws Exception {
        Recipe kept = keepOne(null);
        // A file of the system that nobody can write.
        Path stuck = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("search")).resolve("stuck"), Path.of("/proc/version"));

        change.encrypt(folder, key);

        assertEquals(State.ENCRYPTED, change.state(folder));
        assertTrue(Files.isSymbolicLink(stuck), "it was in the way");
        Files.delete(stuck);
        assertEquals(kept, find(key, kept));
        assertEquals(Set.of(), readable());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeClearedAwayKeepsNobodyFromTheirLarder() throws Exception {
        Recipe kept = keepOne(key);
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("search")).resolve("stuck"), Path.of("/proc/version"));
        Files.createDirectories(folder.resolve("larder.converting.mv.db/in the way"));

        assertEquals(kept, find(key, kept));
    }

    @Test
    void noRoomForTheCopyLeavesTheFile() throws Exception {
        keepOne(null);
        byte[] before = Files.readAllBytes(data());
        Path inTheWay = Files.createDirectories(folder.resolve("larder.converting.mv.db/in the way"));

        assertThrows(LarderOpenException.class, () -> change.encrypt(folder, key));

        assertArrayEquals(before, Files.readAllBytes(data()));
        assertTrue(Files.exists(inTheWay));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void killedAtAnyPointItIsWholeAndTheSamePasswordOpensIt() throws Exception {
        Recipe kept;
        Path home = folder.resolve("home");
        try (var entered = CellarChild.letIn(home);
                Database database = Database.local(entered.folder(), entered.key())) {
            kept = recipes(database).add(many()).getLast();
        }
        for (int round = 0; round < 4; round++) {
            Process child = CellarChild.start("protect", home);
            try (BufferedReader out = CellarChild.output(child)) {
                assertEquals("changed", out.readLine());
                Thread.sleep(110L * round);
                child.destroyForcibly();
                assertEquals(128 + 9, child.waitFor());
            }
            try (var entered = CellarChild.letIn(home);
                    Database database = Database.local(entered.folder(), entered.key())) {
                assertEquals(200, recipes(database).count(RecipeQuery.ALL));
                assertEquals(kept, recipes(database).find(kept.id()).orElseThrow());
                assertTrue(
                        Set.of("larder.lock", "larder.mv.db", "larder.key", "search").containsAll(names(entered.folder())),
                        "nothing is left of it: " + names(entered.folder()));
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void killedWhileItWritesAnEncryptedFileItKeepsWhatItAcknowledged() throws Exception {
        Path home = folder.resolve("home");
        CellarChild.letIn(home).close();
        var people = CellarChild.people(home);
        people.protect(people.last(), CellarChild.PASSWORD.toCharArray()).close();
        KillRounds rounds = new KillRounds(home, true);
        for (int round = 0; round < 3; round++) {
            rounds.killAfter(60 + 70 * round);
        }
    }

    private static List<Recipe> many() {
        return Stream.generate(() -> ContractRecipes.full("Soup " + "long ".repeat(2_000))).limit(200).toList();
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Recipe keepOne(@Nullable FileKey with) {
        try (Database database = Database.local(folder, with)) {
            return recipes(database).add(List.of(ContractRecipes.full(MARKER))).getFirst();
        }
    }

    private Recipe find(@Nullable FileKey with, Recipe recipe) {
        try (Database database = Database.local(folder, with)) {
            assertEquals(
                    1,
                    recipes(database)
                            .ids(RecipeQuery.ALL.withText(recipe.name().substring(0, 6)), 0, 10)
                            .stream()
                            .filter(recipe.id()::equals)
                            .count());
            return recipes(database).find(recipe.id()).orElseThrow();
        }
    }

    private static RecipeRepository recipes(Database database) {
        return database.openFor(database.localUser("cook")).recipes();
    }

    /** The files in which the marker can be read. */
    private Set<String> readable() throws Exception {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARKER)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    private Path data() {
        return folder.resolve("larder.mv.db");
    }
}
