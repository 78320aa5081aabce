package app.larder.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A library that travels with Larder.
 *
 * @param name what its makers call it
 * @param licence SPDX expression of its licence
 * @param jars names of its jar files without version
 */
public record Library(String name, String licence, List<String> jars) {

    /** All of them, by name, as {@code about/libraries.txt} lists them. */
    public static List<Library> all() {
        try (InputStream in = Library.class.getResourceAsStream("/about/libraries.txt")) {
            String text = new String(Objects.requireNonNull(in, "libraries.txt").readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Library::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of libraries cannot be read.", e);
        }
    }

    private static Library of(String line) {
        List<String> parts = List.of(line.split("\\s*\\|\\s*", -1));
        return new Library(parts.get(0), parts.get(1), List.of(parts.get(2).split(",\\s*", -1)));
    }
}
