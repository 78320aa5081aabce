package app.larder.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints what a command lists: one JSON object a line, or rows for people and how many they were. */
final class Listing {

    private final boolean json;
    private final PrintStream out;
    private final JsonLines lines = new JsonLines();
    private int count;

    /** A listing, as JSON or for people. */
    Listing(boolean json, PrintStream out) {
        this.json = json;
        this.out = out;
    }

    /** A line above the rows, for people only. */
    void say(String line) {
        if (!json) {
            out.println(Terminal.plain(line));
        }
    }

    /** One thing, in one way or the other. */
    void print(Supplier<Map<String, @Nullable Object>> object, Supplier<String> row) {
        count++;
        if (json) {
            lines.print(object.get(), out);
        } else {
            row.get().lines().forEach(line -> out.println(Terminal.plain(line)));
        }
    }

    /** The end: for people, how many there were. */
    void end(String one, String many) {
        say(count == 1 ? "1 " + one : count + " " + many);
    }
}
