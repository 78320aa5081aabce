package app.larder.exchange;

import java.nio.file.Path;

/** Where recipes are to be read from. */
public sealed interface ImportSource {

    /** A file, or a folder with everything below it. */
    record OnDisk(Path path) implements ImportSource {}

    /** A page on the web. */
    record Link(String address) implements ImportSource {}

    /**
     * Text from the clipboard: plain, JSON-LD or HTML.
     *
     * @param text the text
     * @param name what a report calls it
     */
    record Pasted(String text, String name) implements ImportSource {}

    /** A link if a text begins like one, else a path. */
    static ImportSource of(String pathOrLink) {
        return pathOrLink.strip().matches("(?i)https?://.*") ? new Link(pathOrLink.strip()) : new OnDisk(Path.of(pathOrLink));
    }
}
