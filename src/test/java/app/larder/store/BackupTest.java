package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.backup.BackupFile;
import app.larder.backup.BackupProblem;
import app.larder.backup.BackupShelf;
import app.larder.backup.Backups;
import app.larder.backup.Comparison;
import app.larder.backup.Kept;
import app.larder.backup.Reason;
import app.larder.backup.Restored;
import app.larder.backup.Unlocking;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a backup comes back, into an empty larder or a living one, and nothing is lost over it. */
class BackupTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    static Backups backups(UserStore rows, Path profile) {
        return backups(rows, profile, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Backups backups(UserStore rows, Path profile, Clock clock) {
        return new Backups(
                rows.backup().orElseThrow(),
                new BackupShelf(profile, null),
                Unlocking.NOTHING,
                Migrations.NEWEST,
                clock);
    }

    private static UserStore rows(Database database) {
        return database.openFor(database.localUser("cook"));
    }

    private static Map<String, String> all(UserStore rows) {
        return RandomProfile.rows(rows.backup().orElseThrow());
    }

    @Test
    void anyProfileRestoredIntoAnEmptyOneIsThatProfile() {
        for (int seed = 1; seed <= 12; seed++) {
            Path from = folder.resolve("from" + seed);
            Path to = folder.resolve("to" + seed);
            Path file;
            Map<String, String> before;
            try (Database database = Database.local(from)) {
                UserStore rows = rows(database);
                new RandomProfile(seed, RandomProfile.pool(seed, 60)).fill(database, rows, seed * 6);
                before = all(rows);
                file = backups(rows, from).now().path();
            }
            try (Database database = Database.local(to)) {
                UserStore rows = rows(database);
                Backups backups = backups(rows, to);
                try (BackupFile backup = backups.open(file, null)) {
                    Comparison compared = backups.restore(backup).comparison();
                    assertEquals(before, all(rows), "seed " + seed);
                    assertEquals(0, compared.total().different());
                    assertEquals(0, compared.total().same());
                    Comparison again = backups.compare(backup);
                    assertEquals(0, again.total().fresh() + again.total().different(), "seed " + seed);
                }
                assertEquals(
                        before.keySet().stream().filter(key -> key.startsWith("recipes ")).count(),
                        rows.recipes().count(RecipeQuery.ALL));
            }
        }
    }

    @Test
    void aRestoreIntoALivingProfileLosesNothingAndIsUndoneInOneGo() {
        for (int seed = 1; seed <= 10; seed++) {
            List<UUID> pool = RandomProfile.pool(seed, 30);
            Path from = folder.resolve("from" + seed);
            Path file;
            Map<String, String> backed;
            try (Database database = Database.local(from)) {
                UserStore rows = rows(database);
                new RandomProfile(seed, pool).fill(database, rows, 40);
                backed = all(rows);
                file = backups(rows, from).now().path();
            }
            Path to = folder.resolve("to" + seed);
            try (Database database = Database.local(to)) {
                UserStore rows = rows(database);
                new RandomProfile(seed + 1000, pool).fill(database, rows, 40);
                Map<String, String> before = all(rows);
                Backups backups = backups(rows, to);
                try (BackupFile backup = backups.open(file, null)) {
                    Comparison preview = backups.compare(backup);
                    assertEquals(before, all(rows), "a preview changes nothing");
                    Restored restored = backups.restore(backup);
                    assertEquals(preview, restored.comparison());
                    nothingIsLost(before, all(rows), backed);
                    restored.undo().run();
                    assertEquals(before, all(rows), "undone, seed " + seed);
                }
            }
        }
    }

    private static void nothingIsLost(Map<String, String> before, Map<String, String> after, Map<String, String> backed) {
        before.forEach((key, row) -> {
            String now = after.get(key);
            if (key.startsWith("trash ")) {
                assertTrue(now != null || after.containsKey(key.replace("trash ", "recipes ")), key);
            } else if (!row.equals(now)) {
                assertEquals(backed.get(key), now, key);
            }
        });
        backed.forEach((key, row) -> {
            if (key.startsWith("chat") || key.startsWith("message") || key.startsWith("recipe_photos")) {
                assertTrue(after.containsKey(key), key);
            } else if (key.startsWith("recipe") || key.startsWith("household")) {
                assertEquals(row, after.get(key), key);
            }
        });
        long copies = after.keySet().stream()
                .filter(key -> key.startsWith("trash ") && !before.containsKey(key) && !backed.containsKey(key))
                .count();
        long gaveWay = before.entrySet().stream()
                .filter(one -> one.getKey().startsWith("household") && !one.getValue().equals(after.get(one.getKey())))
                .count();
        assertTrue(copies >= gaveWay, copies + " copies of " + gaveWay);
    }

    @Test
    void aRecipeThatGivesWayCanBeTakenFromTheTrashBesideTheRestoredOne() {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            Recipe soup = rows.recipes().add(List.of(ContractRecipes.full("Soup"))).getFirst();
            Backups backups = backups(rows, folder);
            Path file = backups.now().path();
            rows.recipes().update(named(soup, "Better soup"));
            Recipe cake = rows.recipes().add(List.of(ContractRecipes.full("Cake"))).getFirst();

            try (BackupFile backup = backups.open(file, null)) {
                assertEquals(
                        List.of(new Comparison.Named(Comparison.Thing.RECIPE, Comparison.State.DIFFERENT, "Soup")),
                        backups.compare(backup).names());
                backups.restore(backup);
            }

            assertEquals("Soup", rows.recipes().find(soup.id()).orElseThrow().name());
            assertTrue(rows.recipes().find(cake.id()).isPresent());
            assertEquals(1, rows.recipes().count(RecipeQuery.ALL.withText("cake")));
            assertEquals(0, rows.recipes().count(RecipeQuery.ALL.withText("better")));
            var kept = rows.recipes().trashed().getFirst();
            assertEquals("Better soup", kept.name());
            rows.recipes().restore(List.of(kept.id()));
            assertEquals(3, rows.recipes().count(RecipeQuery.ALL));
            assertEquals(1, rows.recipes().count(RecipeQuery.ALL.withText("better")));
            assertEquals(Reason.RESTORE, backups.list().getFirst().reason());
        }
    }

    private static Recipe named(Recipe recipe, String name) {
        return new Recipe(
                recipe.id(), name, recipe.description(), recipe.ingredients(), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details());
    }

    @Test
    void whatWasDeletedSinceIsBackAndNotInTheTrash() {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            Recipe soup = rows.recipes().add(List.of(ContractRecipes.full("Soup"))).getFirst();
            Backups backups = backups(rows, folder);
            Path file = backups.now().path();
            rows.recipes().trash(List.of(soup.id()));

            try (BackupFile backup = backups.open(file, null)) {
                Restored restored = backups.restore(backup);
                assertEquals(soup, rows.recipes().find(soup.id()).orElseThrow());
                assertEquals(List.of(), rows.recipes().trashed());
                restored.undo().run();
            }
            assertEquals(1, rows.recipes().trashed().size());
            assertEquals(0, rows.recipes().count(RecipeQuery.ALL));
        }
    }

    @Test
    void anUndoLeavesAloneWhatWasEditedSince() {
        Path from = folder.resolve("from");
        try (Database database = Database.local(from);
                Database other = Database.local(folder.resolve("to"))) {
            UserStore rows = rows(database);
            List<Recipe> two = rows.recipes().add(List.of(ContractRecipes.full("Soup"), ContractRecipes.full("Cake")));
            Path file = backups(rows, from).now().path();
            UserStore into = rows(other);
            Backups backups = backups(into, folder.resolve("to"));
            try (BackupFile backup = backups.open(file, null)) {
                Restored restored = backups.restore(backup);
                into.recipes().update(named(two.getFirst(), "My soup"));
                restored.undo().run();
            }
            assertEquals(1, into.recipes().count(RecipeQuery.ALL));
            assertEquals(two.getFirst().details(), into.recipes().find(two.getFirst().id()).orElseThrow().details());
        }
    }

    @Test
    void aRestoreIsAnEditThatSyncWillSend() {
        Path from = folder.resolve("from");
        Path file;
        try (Database database = Database.local(from)) {
            UserStore rows = rows(database);
            rows.recipes().add(List.of(ContractRecipes.full("Soup")));
            file = backups(rows, from).now().path();
        }
        try (LocalRows connected = LocalRows.inFolder(folder.resolve("to"))) {
            int before = connected.replica().write(transaction -> transaction.waiting());
            Backups backups = backups(connected.rows(), folder.resolve("to"));
            try (BackupFile backup = backups.open(file, null)) {
                backups.restore(backup);
            }
            int waiting = connected.replica().write(transaction -> transaction.waiting());
            assertEquals(2, waiting - before);
        }
    }

    @Test
    void aBackupHoldsNothingThatLetsPeopleInAndNothingOfSyncs() throws Exception {
        try (LocalRows connected = LocalRows.inFolder(folder)) {
            connected.rows().recipes().add(List.of(ContractRecipes.full("Soup")));
            Path file = backups(connected.rows(), folder).now().path();
            try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                List<String> names = zip.stream().map(java.util.zip.ZipEntry::getName).toList();
                assertEquals("manifest.json", names.getFirst());
                assertTrue(names.contains("recipes.jsonl"), names.toString());
                for (String name : names) {
                    assertFalse(name.matches(".*(sync|sign|credential|secret|computer|invitation).*"), name);
                    String text = new String(
                            zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
                    assertFalse(text.contains("password_hash"), name);
                    assertFalse(text.contains("user_id"), name);
                }
            }
        }
    }

    @Test
    void aProtectedPersonsBackupOpensWithThePasswordOnAnotherComputer() throws Exception {
        People people = CellarChild.people(folder);
        Person anna = people.last();
        Path file;
        Map<String, String> before;
        try (Entered entered = people.protect(anna, CellarChild.PASSWORD.toCharArray());
                Database database = Database.local(entered.folder(), entered.key())) {
            UserStore rows = rows(database);
            rows.recipes().add(List.of(ContractRecipes.full("Pumpkin soup")));
            before = all(rows);
            Backups backups = new Backups(
                    rows.backup().orElseThrow(), new BackupShelf(entered.folder(), entered.key()),
                    new Unlocking(entered.key(), null), Migrations.NEWEST, Clock.systemUTC());
            Kept kept = backups.now();
            assertTrue(kept.isSealed());
            backups.open(kept.path(), null).close();
            file = Files.move(kept.path(), folder.resolve("carried"));
        }
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("umpkin"));
        Path other = folder.resolve("other");
        try (Database database = Database.local(other)) {
            UserStore rows = rows(database);
            Backups backups = backups(rows, other);
            assertEquals(BackupProblem.Kind.LOCKED, problem(() -> backups.open(file, null)));
            assertEquals(BackupProblem.Kind.WRONG_PASSWORD, problem(() -> backups.open(file, "x".toCharArray())));
            try (BackupFile backup = backups.open(file, CellarChild.PASSWORD.toCharArray())) {
                backups.restore(backup);
            }
            assertEquals(before, all(rows));
        }
    }

    @Test
    void readableBackupsAreSealedOnceTheirPersonIsProtected() throws Exception {
        People people = CellarChild.people(folder);
        Path profile;
        try (Entered entered = people.enter(people.last());
                Database database = Database.local(entered.folder())) {
            profile = entered.folder();
            rows(database).recipes().add(List.of(ContractRecipes.full("Soup")));
            backups(rows(database), profile).now();
        }
        try (Entered entered = people.protect(people.last(), CellarChild.PASSWORD.toCharArray());
                Database database = Database.local(profile, entered.key())) {
            Backups backups = new Backups(
                    rows(database).backup().orElseThrow(), new BackupShelf(profile, entered.key()),
                    new Unlocking(entered.key(), null), Migrations.NEWEST, Clock.fixed(NOON, ZoneOffset.UTC));
            backups.daily(3);
            assertEquals(2, backups.list().size());
            for (Kept kept : backups.list()) {
                assertTrue(kept.isSealed(), kept.toString());
                try (BackupFile backup = backups.open(kept.path(), null)) {
                    assertEquals(1, backup.manifest().rows("recipes"));
                }
            }
        }
    }

    private static BackupProblem.Kind problem(org.junit.jupiter.api.function.Executable work) {
        BackupProblem problem = assertThrows(BackupProblem.class, work);
        assertFalse(String.valueOf(problem.getMessage()).isBlank());
        return problem.kind();
    }

    @Test
    void thereIsOneBackupADayAndOnlyAutomaticOnesGoExceptTheLastThatHoldsSomething() {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            Recipe soup = rows.recipes().add(List.of(ContractRecipes.full("Soup"))).getFirst();
            Kept asked = backups(rows, folder).now();
            Kept full = backups(rows, folder).daily(3).orElseThrow();
            assertTrue(backups(rows, folder).daily(3).isEmpty());
            rows.recipes().trash(List.of(soup.id()));
            rows.recipes().purgeTrash(Instant.now().plus(Duration.ofDays(1)));
            for (int day = 1; day <= 5; day++) {
                Clock then = Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC);
                assertTrue(backups(rows, folder, then).daily(3).isPresent());
            }
            List<Path> left = backups(rows, folder).list().stream().map(Kept::path).toList();
            assertEquals(5, left.size(), left.toString());
            assertTrue(left.contains(asked.path()));
            assertTrue(left.contains(full.path()));
        }
    }

    @Test
    void aClockPutBackTo1970CostsNoBackupAndMakesNewOnes() {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            rows.recipes().add(List.of(ContractRecipes.full("Soup")));
            for (int day = 0; day < 4; day++) {
                Clock then = Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC);
                assertTrue(backups(rows, folder, then).daily(3).isPresent());
            }
            rows.recipes().add(List.of(ContractRecipes.full("Cake")));
            Backups reset = backups(rows, folder, Clock.fixed(Instant.EPOCH.plusSeconds(20), ZoneOffset.UTC));
            Kept made = reset.daily(3).orElseThrow();
            assertEquals("larder-1970-01-01T000020Z-daily.zip", made.path().getFileName().toString());
            assertEquals(4, reset.list().size());
            assertEquals(Optional.empty(), reset.daily(3));
            try (BackupFile backup = reset.open(made.path(), null)) {
                assertEquals(2, reset.restore(backup).comparison().total().same());
            }
        }
    }

    @Test
    void anUpdateOfTheTablesIsPrecededByABackupOfTheOldOnes() throws Exception {
        try (Database database = Database.local(folder)) {
            rows(database).recipes().add(List.of(ContractRecipes.full("Soup")));
        }
        Database.local(folder, UpdateCutOffTest.LATER).close();
        Kept kept = new BackupShelf(folder, null).list().getFirst();
        assertEquals(Reason.UPDATE, kept.reason());
        try (BackupFile backup = BackupFile.open(kept.path(), Unlocking.NOTHING)) {
            assertEquals(Migrations.NEWEST, backup.manifest().schema());
            assertEquals(1, backup.check().manifest().rows("recipes"));
        }
    }

    @Test
    void anotherVersionOfTheDatabasesProgramIsPrecededByABackupToo() throws Exception {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            rows.recipes().add(List.of(ContractRecipes.full("Soup")));
            backups(rows, folder).now();
        }
        Path mark = folder.resolve("backups").resolve("h2-version");
        Database.local(folder).close();
        assertEquals(org.h2.engine.Constants.VERSION, Files.readString(mark));
        Files.writeString(mark, "2.3.232");
        Database.local(folder).close();
        Database.local(folder).close();
        assertEquals(
                List.of(Reason.UPDATE, Reason.ASKED),
                new BackupShelf(folder, null).list().stream().map(Kept::reason).toList());
    }

    @Test
    void everyVersionOfTheTablesHasAGoldenBackupThatRestores() throws Exception {
        for (int version = 1; version <= Migrations.NEWEST; version++) {
            Path golden = Path.of(Objects.requireNonNull(getClass().getResource("/backup/schema-" + version + ".zip"))
                    .toURI());
            Path to = folder.resolve("v" + version);
            try (Database database = Database.local(to)) {
                UserStore rows = rows(database);
                Backups backups = backups(rows, to);
                try (BackupFile backup = backups.open(golden, null)) {
                    assertEquals(version, backup.manifest().schema());
                    backups.restore(backup);
                    OldLarder.assertRestored(rows, version);
                    assertEquals(0, backups.compare(backup).total().fresh());
                }
            }
        }
    }

    @Test
    void aGoldenBackupIsWhatTheTablesOfItsVersionStillGive() throws IOException {
        for (int version = 1; version <= Migrations.NEWEST; version++) {
            Path old = folder.resolve("old" + version);
            Path file = folder.resolve("schema-" + version + ".zip");
            OldLarder.backup(old, version, file);
            try (BackupFile fresh = BackupFile.open(file, Unlocking.NOTHING);
                    BackupFile golden = BackupFile.open(OldLarder.golden(version), Unlocking.NOTHING)) {
                assertEquals(golden.manifest().entries(), fresh.manifest().entries(), "version " + version);
                assertEquals(golden.manifest().photos(), fresh.manifest().photos(), "version " + version);
            }
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
