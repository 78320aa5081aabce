package app.larder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.ProfileFolder;
import app.larder.cli.Exit;
import app.larder.cli.HandOver;
import app.larder.cli.LarderCommand;
import app.larder.cli.LetIn;
import app.larder.cli.OpenLarder;
import app.larder.cli.PasswordPrompt;
import app.larder.cli.RescueCommand;
import app.larder.cli.Streams;
import app.larder.cli.Whose;
import app.larder.recipes.RecipeQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A damaged file is rescued at the command line as in the window; one that opens, or is open, is left alone. */
class RescueCommandTest {

    @TempDir
    private Path home = Path.of("");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Entered enter(Whose whose) {
        return new LetIn(new AccountWiring(new ProfileFolder(home)).people(), new PasswordPrompt(Map.of(), null)::of)
                .whoever(whose.person());
    }

    private OpenLarder open(Whose whose) {
        return new AccountWiring(new ProfileFolder(home)).forCommands(enter(whose), false);
    }

    private int run(String in, String... arguments) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Streams streams = new Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, out, Path.of("").toAbsolutePath());
        LarderCommand larder = new LarderCommand((_, _) -> 1, () -> 1, this::open, HandOver.NOBODY, streams);
        List<Object> commands = new ArrayList<>(Larder.onLarder(larder, streams));
        commands.add(new RescueCommand(
                () -> new AccountWiring(new ProfileFolder(home)).rescue(enter(larder.whose())), streams));
        return larder.run(arguments, commands);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.endsWith("larder.mv.db")).findFirst().orElseThrow();
        }
    }

    @Test
    void aDamagedFileGivesWhatItHasAndTheLastBackupTheRest() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(Exit.DONE, run("{\"name\":\"Soup " + i + "\",\"ingredients\":[\"1 l milk\"]}", "recipes", "add"));
        }
        assertEquals(Exit.DONE, run("", "backup"), said());
        Path file = file();
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 0, 2 * 4096, (byte) 'x');
        Files.write(file, damaged);
        assertEquals(Exit.FAILED, run("", "recipes"));

        assertEquals(Exit.DONE, run("", "rescue", "--json"), said());
        JsonNode object = new JsonMapper().readTree(said());
        assertArrayEquals(damaged, Files.readAllBytes(Path.of(object.get("damaged").asString())));
        assertEquals(Exit.DONE, run("", "recipes"));
        assertTrue(said().contains("Soup 0") && said().contains("Soup 4"), said());
    }

    @Test
    void aFileThatOpensIsLeftAlone() throws Exception {
        assertEquals(Exit.DONE, run("{\"name\":\"Soup\"}", "recipes", "add"));
        assertEquals(Exit.FAILED, run("", "rescue"));
        assertTrue(said().contains("there is nothing to rescue"), said());
        assertEquals(Exit.DONE, run("", "recipes"));
        assertTrue(said().contains("Soup"));
    }

    @Test
    void aFileThatIsOpenElsewhereIsNotTouched() throws Exception {
        assertEquals(Exit.DONE, run("{\"name\":\"Soup\"}", "recipes", "add"));
        try (OpenLarder window = open(new Whose(null, null, false))) {
            assertEquals(Exit.BUSY, run("", "rescue"), said());
            assertEquals(1, window.recipes().count(RecipeQuery.ALL));
        }
    }
}
