package app.larder.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StayAwakeTest {

    @TempDir
    private Path folder;

    @Test
    void aDesktopsOwnProgramHoldsTheScreenUntilItIsReleased() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        Path on = folder.resolve("on");
        Path off = folder.resolve("off");
        program("systemd-inhibit", "touch '" + on + "'; cat; touch '" + off + "'");
        StayAwake awake = new StayAwake("Linux", _ -> folder.toString());

        awake.hold();
        awake.hold();
        await(on);
        assertTrue(Files.notExists(off), "it holds");
        awake.release();
        await(off);
    }

    @Test
    void theDesktopThatIsThereIsAsked() throws IOException {
        assertEquals(List.of("caffeinate", "-d", "cat"), new StayAwake("Mac OS X", _ -> null).command());
        StayAwake linux = new StayAwake("Linux", _ -> "relative:" + folder);
        assertEquals(List.of(), linux.command());
        program("systemd-inhibit", "");
        assertEquals(folder.resolve("systemd-inhibit").toString(), linux.command().getFirst());
        program("gnome-session-inhibit", "");
        assertEquals(folder.resolve("gnome-session-inhibit").toString(), linux.command().getFirst());
    }

    @Test
    void whereNothingCanBeAskedNothingHappens() {
        StayAwake awake = new StayAwake("Linux", _ -> null);
        awake.hold();
        awake.release();
        assertEquals(List.of(), awake.command());
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static void await(Path file) throws InterruptedException {
        for (int i = 0; i < 200 && Files.notExists(file); i++) {
            Thread.sleep(50);
        }
        assertTrue(Files.exists(file), file + " was not made");
    }
}
