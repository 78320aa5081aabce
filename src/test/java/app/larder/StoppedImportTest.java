package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ProfileFolder;
import app.larder.cli.OpenLarder;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long import that is asked to stop, or killed, in its midst: what was kept stays, and the same command brings the rest. */
class StoppedImportTest {

    private static final int RECIPES = 1_000;

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void writeRecipes() throws IOException {
        home = folder.resolve("home");
        file = folder.resolve("recipes.json");
        Files.writeString(file, IntStream.range(0, RECIPES).mapToObj(StoppedImportTest::recipe).collect(Collectors.joining(",", "[", "]")));
    }

    private static String recipe(int number) {
        String word = Integer.toString(number * 7919, 26).replaceAll("\\d", "q");
        return """
                {"@type":"Recipe","name":"Dish %1$s %2$d","url":"https://kitchen.example/%2$d",
                "recipeIngredient":["%2$d g %1$s","1 l milk"],"recipeInstructions":"Stir the %1$s %2$d times."}
                """.formatted(word, number);
    }

    @Test
    void askedToStopItKeepsWhatItHasAndGoesOnTheNextTime() throws Exception {
        String said = imported(ProcessHandle::destroy);

        assertTrue(said.contains("as import") && said.contains("The same command goes on with the rest."), said);
        assertFalse(said.contains("could not be"), said);
        assertTheRestComes();
    }

    @Test
    void whereCopiesAreWantedTheSameCommandIsNotSaidToGoOn() throws Exception {
        String said = imported(ProcessHandle::destroy, "--again");

        assertTrue(said.contains("Stopped as asked. What was kept stays."), said);
        assertFalse(said.contains("The same command"), said);
    }

    @Test
    void killedItHasWhatItKeptAndGoesOnTheNextTime() throws Exception {
        imported(ProcessHandle::destroyForcibly);

        assertTheRestComes();
    }

    private void assertTheRestComes() throws Exception {
        int kept = names().size();
        assertTrue(kept > 0 && kept < RECIPES, kept + " kept");
        imported(_ -> {});
        List<String> names = names();
        assertEquals(RECIPES, names.size());
        assertEquals(RECIPES, names.stream().distinct().count());
    }

    private List<String> names() {
        AccountWiring accounts = new AccountWiring(new ProfileFolder(home));
        try (OpenLarder larder = accounts.forCommands(accounts.people().enterAtOnce().orElseThrow(), false)) {
            return larder.recipes().findAll(larder.recipes().ids(RecipeQuery.ALL, 0, 2 * RECIPES)).stream()
                    .map(Recipe::name)
                    .toList();
        }
    }

    /** Imports the file in a process of its own, to which something is done when its first recipes are kept. */
    private String imported(Consumer<ProcessHandle> then, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "-cp", System.getProperty("java.class.path"), "app.larder.Larder",
                        "--home", home.toString(), "import", file.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains(" looked after, last ")) {
                    // By its handle: the process itself would close what it says last.
                    then.accept(process.toHandle());
                }
            }
        } finally {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
        return said.toString();
    }
}
