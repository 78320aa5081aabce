package app.larder;

import app.larder.account.ProfileFolder;
import app.larder.cli.Exit;
import app.larder.logs.LogFiles;
import app.larder.shell.Tour;
import app.larder.store.FailureCodes;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Opens the window, or says in one sentence why there can be none and shows around without one. */
final class Window {

    private static final Path TOUR_PICTURES = Path.of("target", "tour");
    private static final List<String> TOUR_PAGES =
            List.of("mushroom-barley-risotto.html", "pear-and-ginger-crumble.html");

    private Window() {}

    /** Opens the window, with what to look into for recipes, and answers with an exit code once it is closed. */
    static int open(ProfileFolder home, List<String> places) {
        if (!displayNamed(System.getProperty("os.name", ""), System.getenv())) {
            return withoutDisplay(() -> tour(TOUR_PICTURES));
        }
        Optional<LogFiles> logs = LogFiles.begin(home.path(), FailureCodes::of);
        // A toolkit that finds no display prints stack traces before it gives up. They help nobody here.
        holdStandardErrorBack();
        try {
            LarderApp.open(home.path(), places);
            return Exit.DONE;
        } catch (RuntimeException failure) {
            releaseStandardError();
            if (!noToolkit(failure)) {
                throw failure;
            }
            // A toolkit that failed cannot be started again in this process.
            return withoutDisplay(Window::tourInFreshProcess);
        } finally {
            logs.ifPresent(LogFiles::close);
        }
    }

    /** Runs the tour into that folder and answers with an exit code. */
    static int tour(Path pictures) {
        clear(pictures);
        if (!showAround(pictures)) {
            System.err.println("The tour did not come to its end.");
            return Exit.FAILED;
        }
        System.err.println("The tour left " + pictures(pictures).size() + " pictures in " + pictures + ".");
        return Exit.DONE;
    }

    /** Walks through every room in a throw-away home and leaves nothing: what the packaged program's JVM learns from. */
    static int rehearse() {
        Path pictures = throwAway("larder-rehearsal");
        try {
            return showAround(pictures) ? Exit.DONE : Exit.FAILED;
        } finally {
            delete(pictures);
        }
    }

    private static boolean showAround(Path pictures) {
        Path home = throwAway("larder-tour");
        try {
            LarderApp.tour(home.resolve("larder"), pictures, pages(home));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the tour's recipe pages: " + e.getMessage(), e);
        } finally {
            delete(home);
        }
        return Files.exists(pictures.resolve(Tour.PICTURES.getLast()));
    }

    private static Path throwAway(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the tour's throw-away home: " + e.getMessage(), e);
        }
    }

    /** The window is there: what goes to standard error is meant for people again. */
    static void releaseStandardError() {
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Whether the environment names a display at all: an X11 display on Linux, always on Windows and macOS. */
    static boolean displayNamed(String system, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        return os.startsWith("windows") || os.startsWith("mac") || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    private static int withoutDisplay(IntSupplier tour) {
        String sentence = "There is no display here, so Larder cannot open its window.";
        // An installed program has nobody to show around to.
        if (Program.installed()) {
            System.err.println(sentence);
            return Exit.FAILED;
        }
        System.err.println(sentence + " Showing around without one instead (larder tour).");
        return tour.getAsInt();
    }

    private static int tourInFreshProcess() {
        try {
            return new ProcessBuilder(Program.command(List.of("tour"))).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The tour could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    private static boolean noToolkit(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnsupportedOperationException || t instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }

    private static void holdStandardErrorBack() {
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    /** Two recipe pages of our own, as files, wherever the program is packed. */
    private static List<Path> pages(Path folder) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : TOUR_PAGES) {
            try (InputStream page = Objects.requireNonNull(Window.class.getResourceAsStream("/tour/" + name), name)) {
                Path file = folder.resolve(name);
                Files.copy(page, file);
                pages.add(file);
            }
        }
        return pages;
    }

    /** Removes the pictures of an earlier tour, and nothing else that is in their folder. */
    static void clear(Path folder) {
        try {
            for (Path old : pictures(folder)) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An earlier tour's picture can't be removed: " + e.getMessage(), e);
        }
    }

    private static List<Path> pictures(Path folder) {
        return Tour.PICTURES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("The tour's throw-away home " + folder + " could not be removed.");
        }
    }
}
