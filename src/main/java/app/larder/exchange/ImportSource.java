package app.larder.exchange;

import app.larder.exchange.input.Archive;
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

    /**
     * One entry of an archive, and nothing else of it.
     *
     * @param archive the file
     * @param label the entry as an {@link ImportItem} names it
     */
    record Entry(Path archive, String label) implements ImportSource {}

    /**
     * What an {@link ImportItem} names, to be read again: a link, a file, or one entry of an archive.
     *
     * @throws java.nio.file.InvalidPathException if it is none of these, as pasted text may be
     */
    static ImportSource again(String file) {
        int inside = file.indexOf(Archive.INSIDE);
        return inside < 0 || file.matches("(?i)https?://.*") ? of(file) : new Entry(Path.of(file.substring(0, inside)), file);
    }

    /** A link if a text begins like one, else a path. */
    static ImportSource of(String pathOrLink) {
        return pathOrLink.strip().matches("(?i)https?://.*") ? new Link(pathOrLink.strip()) : new OnDisk(Path.of(pathOrLink));
    }
}
