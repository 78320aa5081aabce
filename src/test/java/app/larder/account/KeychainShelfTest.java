package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keychain of a Linux desktop keeps secrets; needs dbus-run-session and gnome-keyring-daemon, else it is skipped. */
class KeychainShelfTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRealKeychainKeepsWhatItIsGivenUntilItIsForgotten() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/dbus-run-session"))
                        && Files.isExecutable(Path.of("/usr/bin/gnome-keyring-daemon")),
                "no keychain of a desktop here");
        // A session bus and a home of its own, so that nobody's keychain is touched.
        ProcessBuilder session = new ProcessBuilder(
                "dbus-run-session", "--", "bash", "-c",
                "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec \"$@\"", "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KeychainShelfTest.class.getName(), folder.toString());
        session.environment().put("HOME", folder.toString());
        session.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        session.environment().put("XDG_RUNTIME_DIR", folder.toString());
        session.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process child = session.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals(
                    List.of("works true", "found Optional[Quittengelee]", "forgotten Optional.empty"),
                    out.lines().toList());
        }
        assertEquals(0, child.waitFor());
    }

    @Test
    void aComputerWithoutAKeychainOffersTheOtherPlaces() {
        assumeTrue(System.getenv("DBUS_SESSION_BUS_ADDRESS") == null, "there is a desktop here");
        assumeTrue(System.getProperty("os.name", "").equals("Linux"));
        Entered entered = new Entered(new ProfileFolder(folder), new Person(Person.FIRST, "Anna"), null);
        assertEquals(
                List.of(SecretShelf.Place.SESSION, SecretShelf.Place.FILE),
                new SecretShelves(entered, SecretShelf.session()).places());
    }

    /** What the child in the session of its own does. */
    public static void main(String[] args) {
        KeychainShelf shelf = new KeychainShelf(Path.of(args[0]));
        System.out.println("works " + shelf.works());
        shelf.keep("address", "Quittengelee");
        Optional<String> found = shelf.find("address");
        System.out.println("found " + found);
        shelf.forget("address");
        System.out.println("forgotten " + shelf.find("address"));
        assertTrue(found.isPresent());
    }
}
