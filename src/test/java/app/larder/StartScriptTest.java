package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Person;
import app.larder.account.ProfileFolder;
import app.larder.shell.Tour;
import app.larder.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as people start it: {@code target/larder} in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {

    private static final Path SCRIPT = Path.of("target", "larder").toAbsolutePath();
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @TempDir
    private Path folder;

    private record Result(int exit, String out, String err) {}

    @Test
    void withoutADisplayItSaysSoInOneSentenceAndShowsItselfAround() throws Exception {
        Result result = run("", List.of());
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().startsWith("There is no display here"), result.err());
        assertNoStackTrace(result);
        assertTrue(Files.size(folder.resolve("target/tour").resolve(Tour.PICTURES.getLast())) > 10_000);
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNoDisplay() throws Exception {
        Result result = runWithDisplay(":9977", "", List.of());
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().contains("There is no display here"), result.err());
        assertNoStackTrace(result);
        assertTrue(Files.exists(folder.resolve("target/tour").resolve(Tour.PICTURES.getLast())));
    }

    @Test
    void textGoesInAndOutAsUtf8UnderAPosixLocale() throws Exception {
        Result result = run("½ l Öl\n", List.of("parse", "--json"));
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("\"text\":\"½ l Öl\""), result.out());
    }

    @Test
    void recipesAreAddedListedEditedAndDeleted() throws Exception {
        String home = folder.resolve("hö me").toString();
        Result added = run(
                "{\"name\":\"Linsensuppe\",\"ingredients\":[\"200 g rote Linsen\",\"2 Möhren\"],\"steps\":[\"Kochen.\"]}\n"
                        + "{\"name\":\"Toast\",\"prepMinutes\":3}",
                List.of("--home", home, "recipes", "add"));
        assertEquals(0, added.exit(), added.err());
        assertEquals(2, added.out().lines().count());
        String id = id(added.out());

        Result listed = run("", List.of("recipes", "--home", home, "--ingredient", "MOHRE", "--json"));
        assertEquals(1, listed.out().lines().count(), listed.out());
        assertTrue(listed.out().contains("\"quantity\":\"200\",\"unit\":\"g\",\"name\":\"rote Linsen\""), listed.out());

        Result edited = run("{\"prepMinutes\":25}", List.of("--home", home, "recipes", "edit", id));
        assertTrue(edited.out().contains("\"prepMinutes\":25"), edited.out() + edited.err());
        assertTrue(edited.out().contains("Möhren"), "what was not named stays: " + edited.out());

        assertEquals(0, run("", List.of("--home", home, "recipes", "delete", id)).exit());
        Result left = run("", List.of("--home", home, "recipes", "--sort-by", "name", "--order", "asc", "--json"));
        assertEquals(1, left.out().lines().count(), left.out());
        assertEquals(1, run("", List.of("--home", home, "recipes", "delete", id)).exit());
    }

    @Test
    void wrongUseIsAnExitCodeOfTwoAndASentence() throws Exception {
        Result sort = run("", List.of("--home", folder.toString(), "recipes", "--sort-by", "name; drop table recipes"));
        assertEquals(2, sort.exit());
        assertTrue(sort.err().contains("Choose one of: name, created_at"), sort.err());
        assertEquals(2, run("", List.of("recipes", "--nonsense")).exit());
        Result json = run("{\"name\":", List.of("--home", folder.toString(), "recipes", "add"));
        assertEquals(2, json.exit());
        assertNoStackTrace(json);
    }

    @Test
    void whileTheDataIsInUseCommandsSaySo() throws Exception {
        Path person = new ProfileFolder(folder).create().of(new Person(Person.FIRST, "cook"));
        try (Database open = Database.local(person)) {
            assertEquals("cook", open.localUser("cook").username());
            Result busy = run("", List.of("--home", folder.toString(), "recipes"));
            assertEquals(3, busy.exit(), busy.err());
            assertNoStackTrace(busy);
            assertEquals(0, run("1 egg\n", List.of("--home", folder.toString(), "parse")).exit());
        }
    }

    private static String id(String json) {
        Matcher m = ID.matcher(json);
        assertTrue(m.find(), json);
        return m.group(1);
    }

    private static void assertNoStackTrace(Result result) {
        assertFalse(result.err().contains("\tat "), result.err());
        assertFalse(result.err().contains("Exception"), result.err());
    }

    private Result run(String input, List<String> arguments) throws IOException, InterruptedException {
        return runWithDisplay(null, input, arguments);
    }

    private Result runWithDisplay(@Nullable String display, String input, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(arguments);
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(k -> k.equals("DISPLAY") || k.equals("LANG") || k.startsWith("LC_"));
        builder.environment().put("LC_ALL", "POSIX");
        builder.environment().put("HOME", folder.toString());
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it did not come to its end");
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
