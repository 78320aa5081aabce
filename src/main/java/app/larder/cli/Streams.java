package app.larder.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command reads and writes: this process's own streams, or those of a process that handed it over.
 *
 * @param in what the command is given
 * @param out the answer, in UTF-8; in error once nobody reads it any more
 * @param err what went wrong, in UTF-8
 * @param folder what relative paths are relative to; empty for this process's own working folder
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, Path folder) {

    /** This process's own. */
    public static Streams own() {
        return new Streams(System.in, Utf8.out(), Utf8.err(), Path.of(""));
    }
}
