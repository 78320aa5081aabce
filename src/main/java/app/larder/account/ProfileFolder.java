package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Larder keeps its data on this computer: the list of people and what this computer shows before one of them is let
 * in at the top, one folder a person below {@code profiles}, with the database, its search index, their settings and
 * unfinished drafts in it.
 *
 * @param path the folder
 */
public record ProfileFolder(Path path) {

    /**
     * The platform's own place for application data: {@code %LOCALAPPDATA%\Larder} on Windows,
     * {@code ~/Library/Application Support/Larder} on macOS, {@code $XDG_DATA_HOME/larder} (XDG Base Directory
     * Specification; {@code ~/.local/share/larder} by default, relative values ignored) elsewhere.
     *
     * @param system the value of {@code os.name}
     * @param environment the process environment
     * @param home the value of {@code user.home}
     */
    public static ProfileFolder of(String system, Map<String, String> environment, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return new ProfileFolder(
                    local == null ? home.resolve("AppData").resolve("Local").resolve("Larder") : Path.of(local, "Larder"));
        }
        if (os.startsWith("mac")) {
            return new ProfileFolder(home.resolve("Library").resolve("Application Support").resolve("Larder"));
        }
        Path data = absolute(environment.get("XDG_DATA_HOME"));
        return new ProfileFolder((data == null ? home.resolve(".local").resolve("share") : data).resolve("larder"));
    }

    /**
     * Makes the folders that are missing.
     *
     * @throws FileFailure with a sentence for people, if that is not possible
     */
    public ProfileFolder create() {
        try {
            Files.createDirectories(profiles());
            return this;
        } catch (AccessDeniedException e) {
            throw new FileFailure(Sentence.of("open.home-read-only", path.toString()), e);
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("open.home-impossible", path.toString()), e);
        }
    }

    /** What this computer shows before anybody is let in. */
    public Path settings() {
        return path.resolve("settings.json");
    }

    /** Who keeps a larder here. */
    Path people() {
        return path.resolve("people.json");
    }

    /** The folder of a person: their database and all that belongs to it. */
    public Path of(Person person) {
        return profiles().resolve(person.folder());
    }

    /** What people kept who were removed from this computer, a folder each. */
    Path removed() {
        return path.resolve("removed");
    }

    private Path profiles() {
        return path.resolve("profiles");
    }

    private static @Nullable Path absolute(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : null;
    }
}
