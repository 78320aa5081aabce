package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.store.CipherChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command works for the person it names, with a password from a file, and says what is missing. */
class LetInTest {

    private static final String PASSWORD = "Küche voll Quitten";

    @TempDir
    private Path folder = Path.of("");

    private People people;

    @BeforeEach
    void open() {
        people = new People(new ProfileFolder(folder.resolve("home")), new CipherChange(), _ -> {});
    }

    private Entered letIn(@Nullable String name, Map<String, String> environment) {
        return new LetIn(people, new PasswordPrompt(environment, null)::of).whoever(name);
    }

    private CommandFailure refused(@Nullable String name, Map<String, String> environment) {
        return assertThrows(CommandFailure.class, () -> letIn(name, environment));
    }

    private Map<String, String> passwordFile(String text) throws Exception {
        return Map.of("LARDER_PASSWORD_FILE", Files.writeString(folder.resolve("password"), text).toString());
    }

    @Test
    void theOnlyPersonNeedNotBeNamed() {
        try (Entered in = letIn(null, Map.of())) {
            assertEquals(people.last(), in.person());
        }
    }

    @Test
    void amongSeveralTheNameDecidesAndIsAskedFor() {
        people.add("Anna", null);
        try (Entered in = letIn("anna", Map.of())) {
            assertEquals("Anna", in.person().name());
        }
        assertEquals(Exit.USAGE, refused(null, Map.of()).exitCode());
        CommandFailure unknown = refused("Eve", Map.of());
        assertEquals(Exit.USAGE, unknown.exitCode());
        assertTrue(String.valueOf(unknown.getMessage()).contains("Anna"));
    }

    @Test
    void thePasswordIsTheFirstLineOfTheFile() throws Exception {
        people.add("Anna", PASSWORD.toCharArray());
        for (String end : new String[] {"", "\n", "\r\n", "\nsecond line"}) {
            letIn("Anna", passwordFile(PASSWORD + end)).close();
        }
    }

    @Test
    void aMissingOrWrongPasswordHasAnExitCodeOfItsOwnAndIsNeverRepeated() throws Exception {
        people.add("Anna", PASSWORD.toCharArray());

        CommandFailure missing = refused("Anna", Map.of());
        assertEquals(Exit.LOCKED, missing.exitCode());
        assertTrue(String.valueOf(missing.getMessage()).contains("LARDER_PASSWORD_FILE"));
        CommandFailure wrong = refused("Anna", passwordFile("Quince\n"));
        assertEquals(Exit.LOCKED, wrong.exitCode());
        assertFalse(String.valueOf(wrong.getMessage()).contains("Quince"));
        assertEquals(
                Exit.LOCKED,
                refused("Anna", Map.of("LARDER_PASSWORD_FILE", folder.resolve("none").toString())).exitCode());
    }
}
