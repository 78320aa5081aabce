package app.larder;

import static app.larder.AppWindow.showing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.cli.Exit;
import app.larder.cli.PasswordPrompt;
import app.larder.cli.Streams;
import app.larder.fx.Texts;
import app.larder.handover.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and second starts beside the whole window as it runs. */
class HandedCommandTest {

    private static final String PASSWORD = "quince jelly";
    private static final String RECIPE = "{\"name\":\"Linsensuppe\",\"ingredients\":[\"200 g rote Linsen\"]}";

    @TempDir
    private Path folder;

    private final Texts texts = Texts.in(Locale.getDefault());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private AppWindow window;

    @BeforeEach
    void open() {
        window = new AppWindow(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private OptionalInt handed(Map<String, String> environment, String in, String... arguments) {
        out.reset();
        err.reset();
        Streams streams = new Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder);
        return new Caller(folder.resolve("home"))
                .command(null, List.of(arguments), streams, new PasswordPrompt(environment, null)::of);
    }

    private OptionalInt handed(String in, String... arguments) {
        return handed(Map.of(), in, arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The door opens a moment after the window. */
    private void untilAnswered() throws InterruptedException {
        for (int i = 0; i < 400 && handed("", "pantry").isEmpty(); i++) {
            Thread.sleep(50);
        }
    }

    @Test
    void whatACommandWritesIsSeenInTheWindowAndWhatTheWindowHasIsToldToTheCommand() throws Exception {
        window.press("#welcome-start");
        window.until("#room-pantry", _ -> true);
        untilAnswered();
        assertEquals(OptionalInt.of(Exit.DONE), handed(RECIPE, "recipes", "add"), err.toString(StandardCharsets.UTF_8));
        assertTrue(said().contains("Linsensuppe"), said());
        window.until("*", showing("Linsensuppe"));

        window.press("#room-pantry");
        assertEquals(OptionalInt.of(Exit.DONE), handed("{\"text\":\"3 leeks\"}", "pantry", "add"));
        window.until("*", showing("eeks"));
        assertEquals(OptionalInt.of(Exit.USAGE), handed("no json", "pantry", "add"));
        assertEquals("Standard input is not JSON; nothing was changed.\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(OptionalInt.of(Exit.DONE), handed("", "cook-now", "--json"));
        assertTrue(said().contains("Linsensuppe"), said());
        assertEquals(OptionalInt.of(Exit.FAILED), handed("", "sync"));
        assertEquals(OptionalInt.of(Exit.DONE), handed("", "chat", "what", "can", "I", "cook?"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("session "), err.toString(StandardCharsets.UTF_8));

        Path page = folder.resolve("page.txt");
        Files.writeString(page, "Leek soup\n\nIngredients\n3 leeks\n1 l stock\n\nMethod\nCook the leeks in the stock.\n");
        assertEquals(OptionalInt.of(Exit.DONE), handed("", "import", "page.txt"), err.toString(StandardCharsets.UTF_8));
        assertTrue(said().contains("  page.txt"), "the path as it was given, found in the folder of whoever asked: " + said());
        window.press("#room-recipes");
        window.until("*", showing("Leek soup"));

        Result alone = process("recipes", "--json", "--text", "rote");
        assertEquals("", alone.err());
        assertEquals(Exit.DONE, alone.exit());
        assertTrue(alone.out().startsWith("{\"id\":") && alone.out().contains("Linsensuppe"), alone.out());

        Path other = folder.resolve("other.txt");
        Files.writeString(other, "Bean soup\n\nIngredients\n200 g beans\n1 l stock\n\nMethod\nCook the beans in the stock.\n");
        assertTrue(new Caller(folder.resolve("home")).front(List.of(other.toString())));
        window.until("*", showing(texts.get("import.keep", 1)));
    }

    @Test
    void whoIsProtectedIsAskedForThePasswordEachTime() throws Exception {
        window.press("#welcome-start");
        window.press("#room-settings");
        window.press("#account-protect");
        window.type("#account-fresh", PASSWORD);
        window.type("#account-repeated", PASSWORD);
        window.press("#account-apply");
        window.until(".label", showing(texts.get("account.protection.on")));
        untilAnswered();

        assertEquals(OptionalInt.of(Exit.LOCKED), handed(RECIPE, "recipes", "add"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("LARDER_PASSWORD_FILE"), err.toString(StandardCharsets.UTF_8));
        assertEquals(OptionalInt.of(Exit.LOCKED), handed(given("quince jam"), RECIPE, "recipes", "add"));
        assertEquals("", said());
        assertEquals(OptionalInt.of(Exit.DONE), handed(given(PASSWORD), RECIPE, "recipes", "add"));

        window.press("#account-leave");
        window.until("#sign-in-password", _ -> true);
        assertEquals(OptionalInt.empty(), handed(given(PASSWORD), "", "recipes"), "nobody is in: the command runs alone");
        window.type("#sign-in-password", PASSWORD);
        window.until("#sign-in-password", node -> !((TextInputControl) node).getText().isEmpty());
    }

    private Map<String, String> given(String password) throws Exception {
        return Map.of("LARDER_PASSWORD_FILE", Files.writeString(folder.resolve("password"), password).toString());
    }

    private record Result(int exit, String out, String err) {}

    private Result process(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "app.larder.Larder",
                "--home",
                folder.resolve("home").toString()));
        command.addAll(List.of(arguments));
        Path printed = folder.resolve("out");
        Path failed = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(failed.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it did not come to its end");
        return new Result(process.exitValue(), Files.readString(printed), Files.readString(failed));
    }
}
