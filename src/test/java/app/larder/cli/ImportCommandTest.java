package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.Importer;
import app.larder.exchange.input.LinkReader;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("a.json"), """
                {"@type":"Recipe","name":"Käse\\u2028suppe\\u0085","recipeIngredient":["Einlage:","200 g Käse","Salz"],
                "recipeInstructions":[{"@type":"HowToSection","name":"Erst","itemListElement":["Rühren."]}],
                "prepTime":"PT10M","cookTime":"PT20M","recipeYield":"4","url":"https://kochen.example/suppe","totalTime":"PT-5M"}""");
        Files.writeString(folder.resolve("b.html"), "<p>nothing here</p>");
    }

    private static RecipeRepository nobody() {
        throw new IllegalStateException("the profile was opened");
    }

    private int run(Supplier<RecipeRepository> recipes, String... args) {
        Importer importer = new Importer(Clock.systemUTC(), LinkReader::usual, recipes);
        ImportCommand command = new ImportCommand(
                importer,
                new Streams(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Path.of("")));
        return new CommandLine(command)
                .setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
    }

    @Test
    void ownBackupsAreNotReadInButSaidToBeRestored() throws IOException {
        Path sealed = Files.writeString(folder.resolve("larder-2026-11-23T081500Z-daily.sealed"), "larder-backup-sealed-1\nxxxx");
        for (Path backup : List.of(Path.of("src/test/resources/backup/schema-8.zip"), sealed)) {
            err.reset();
            assertEquals(Exit.FAILED, run(ImportCommandTest::nobody, "--dry-run", backup.toAbsolutePath().toString()));
            String said = err.toString(StandardCharsets.UTF_8);
            assertTrue(said.contains(backup.getFileName() + " is one of Larder's own backups"), said);
            assertEquals(1, said.lines().count());
        }
    }

    @Test
    void printsOneJsonObjectARecipeInTheOrderPromised() {
        int exit = run(ImportCommandTest::nobody, "--dry-run", "--json", folder.toString());
        assertEquals(Exit.FAILED, exit, "b.html gave no recipe");
        String text = out.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().count());
        assertTrue(text.chars().noneMatch(c -> c == 0x2028 || c == 0x85), text);
        JsonNode recipe = new JsonMapper().readTree(text);
        assertEquals(
                List.of("file", "name", "ingredients", "steps", "prepMinutes", "totalMinutes", "servings", "source", "problems"),
                List.copyOf(recipe.propertyNames()));
        assertEquals(folder.resolve("a.json").toString(), recipe.get("file").asString());
        assertEquals("200 g Käse", recipe.get("ingredients").get(0).get("text").asString());
        assertEquals("200", recipe.get("ingredients").get(0).get("quantity").asString());
        assertEquals("g", recipe.get("ingredients").get(0).get("unit").asString());
        assertEquals("Käse", recipe.get("ingredients").get(0).get("name").asString());
        assertEquals("Einlage", recipe.get("ingredients").get(0).get("section").asString());
        assertEquals("Erst", recipe.get("steps").get(0).asString());
        assertEquals(10, recipe.get("prepMinutes").asInt());
        assertEquals(30, recipe.get("totalMinutes").asInt());
        assertEquals(4, recipe.get("servings").asInt());
        assertEquals("https://kochen.example/suppe", recipe.get("source").asString());
        assertEquals("The total time \"PT-5M\" is not a time and was left out. (totalTime)", recipe.get("problems").get(0).asString());
        assertEquals(folder.resolve("b.html") + ": No recipe was found in b.html.", err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void saysWhatItFoundToPeople() {
        assertEquals(Exit.DONE, run(ImportCommandTest::nobody, "--dry-run", folder.resolve("a.json").toString()));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("(2 ingredients, 2 steps, 30 min, serves 4)"), text);
        assertTrue(text.contains("1 found, 1 to look at, 0 failed, 0 other files left out."), text);
    }

    @Test
    void keepsWhatItFoundUnlessTold() {
        try (Database database = Database.memory("import-command-" + UUID.randomUUID())) {
            RecipeRepository recipes = database.openFor(database.localUser("cook")).recipes();
            assertEquals(Exit.FAILED, run(() -> recipes, folder.toString()));
            assertEquals(1, recipes.count(RecipeQuery.ALL));
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("Kept 1 recipe as import "), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void keepsWhatIsThereAlreadyOnlyIfToldSo() {
        try (Database database = Database.memory("import-command-" + UUID.randomUUID())) {
            RecipeRepository recipes = database.openFor(database.localUser("cook")).recipes();
            String file = folder.resolve("a.json").toString();
            assertEquals(Exit.DONE, run(() -> recipes, file));
            assertEquals(Exit.DONE, run(() -> recipes, file));
            assertEquals(1, recipes.count(RecipeQuery.ALL));
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("Left out 1 recipe already there; --again keeps it as well."),
                    err.toString(StandardCharsets.UTF_8));

            assertEquals(Exit.DONE, run(() -> recipes, "--again", file));
            assertEquals(2, recipes.count(RecipeQuery.ALL));
        }
    }

    @Test
    void whatMayWorkTheNextTimeIsSaidToBeTriedAgainByTheSameCommand() {
        try (Database database = Database.memory("import-command-" + UUID.randomUUID())) {
            RecipeRepository recipes = database.openFor(database.localUser("cook")).recipes();
            String sentence = "The same command tries what failed again, and takes only what is not there yet.";
            String file = folder.resolve("a.json").toString();
            String missing = folder.resolve("none.html").toString();

            run(() -> recipes, "--again", file, missing);
            assertFalse(err.toString(StandardCharsets.UTF_8).contains(sentence), "with --again it takes all again");
            run(() -> recipes, file, missing);
            assertTrue(err.toString(StandardCharsets.UTF_8).contains(sentence), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void wrongUsageIsTwo() {
        assertEquals(Exit.USAGE, run(ImportCommandTest::nobody));
        assertEquals(Exit.USAGE, run(ImportCommandTest::nobody, "--no-such-option", "x"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(Exit.FAILED, run(ImportCommandTest::nobody, "--dry-run", folder.resolve("none.html").toString(), "http://127.0.0.1/"));
        assertEquals(2, err.toString(StandardCharsets.UTF_8).lines().count());
    }
}
