package app.larder.fx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the screen on while somebody cooks. Windows is told by a call; macOS and Linux desktops by a program of theirs
 * that holds the screen on for as long as another one runs, here one that waits for our end of a pipe to close. So the
 * screen sleeps again even if Larder is killed. Where nothing of the kind is there, the screen does as it likes.
 */
public final class StayAwake {

    private static final int ES_CONTINUOUS = 0x8000_0000;
    private static final int ES_DISPLAY_REQUIRED = 0x0000_0002;

    private final String system;
    private final UnaryOperator<@Nullable String> environment;
    private @Nullable Process holding;

    /** For this computer. */
    public StayAwake() {
        this(System.getProperty("os.name", ""), System::getenv);
    }

    /** For a system of that name ({@code os.name}) with that environment. */
    public StayAwake(String system, UnaryOperator<@Nullable String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    /** The screen stays on from now on. */
    public void hold() {
        if (system.startsWith("windows")) {
            tellWindows(ES_CONTINUOUS | ES_DISPLAY_REQUIRED);
            return;
        }
        List<String> command = command();
        if (holding != null || command.isEmpty()) {
            return;
        }
        try {
            holding = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.getLogger(StayAwake.class.getName())
                    .log(System.Logger.Level.DEBUG, "the screen may sleep: " + e.getMessage());
        }
    }

    /** The screen may sleep again. */
    public void release() {
        if (system.startsWith("windows")) {
            tellWindows(ES_CONTINUOUS);
        }
        Process held = holding;
        holding = null;
        if (held != null) {
            try {
                held.getOutputStream().close();
            } catch (IOException e) {
                held.destroy();
            }
        }
    }

    /** The program that keeps the screen on while "cat" waits for us; empty if there is none. */
    List<String> command() {
        if (system.startsWith("mac")) {
            return List.of("caffeinate", "-d", "cat");
        }
        Path gnome = inPath("gnome-session-inhibit");
        if (gnome != null) {
            return List.of(gnome.toString(), "--inhibit", "idle", "--reason", "Larder", "cat");
        }
        Path systemd = inPath("systemd-inhibit");
        return systemd == null
                ? List.of()
                : List.of(systemd.toString(), "--what=idle", "--who=Larder", "--why=Larder", "cat");
    }

    private @Nullable Path inPath(String program) {
        String path = environment.apply("PATH");
        if (path == null) {
            return null;
        }
        for (String folder : path.split(":", -1)) {
            if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program);
            }
        }
        return null;
    }

    /** SetThreadExecutionState of kernel32, which holds for the calling thread: the JavaFX thread, both times. */
    @SuppressWarnings("restricted")
    private static void tellWindows(int state) {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle call = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup("kernel32", arena)
                                    .find("SetThreadExecutionState")
                                    .orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int before = (int) call.invokeExact(state);
            System.getLogger(StayAwake.class.getName())
                    .log(System.Logger.Level.DEBUG, "the screen's state was " + before);
        } catch (Throwable e) {
            System.getLogger(StayAwake.class.getName())
                    .log(System.Logger.Level.DEBUG, "the screen may sleep: " + e.getMessage());
        }
    }
}
