package app.larder.logs;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Failures as text for a log: what kind and where, never their messages, because a library's may hold a row ("Detail: Key
 * (name)=(Plum cake) already exists", PostgreSQL's errors) and a file's name is often a recipe's.
 *
 * @param codes what else can be said of a failure without its message, like an SQL state; empty if nothing
 */
record Trace(Function<Throwable, String> codes) {

    /** Failures below each other that are told of. */
    private static final int DEEPEST = 12;

    /** Places in the program told of for one failure; an endless recursion has a thousand. */
    private static final int FRAMES = 60;

    /** What an operating system says of any file, which is worth knowing. */
    private static final List<String> HARMLESS = List.of(
            "no space left on device", "disk quota exceeded", "read-only file system", "permission denied",
            "too many open files", "input/output error", "file too large", "connection refused", "connection reset",
            "broken pipe", "java heap space", "gc overhead limit exceeded", "metaspace");

    /** The lines that tell of a failure and what caused it. */
    String of(Throwable failure) {
        StringBuilder lines = new StringBuilder();
        chain(failure, t -> {
            lines.append(lines.isEmpty() ? "  " : "  caused by ").append(t.getClass().getName()).append(known(t)).append('\n');
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                lines.append("    at ").append(frames[i]).append('\n');
            }
            if (frames.length > FRAMES) {
                lines.append("    … ").append(frames.length - FRAMES).append(" more\n");
            }
        });
        return lines.toString();
    }

    /** A failure, what caused it, and so on, each once. */
    static void chain(Throwable failure, Consumer<Throwable> each) {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && told.size() < DEEPEST && told.add(t); t = t.getCause()) {
            each.accept(t);
        }
    }

    private String known(Throwable failure) {
        String code = codes.apply(failure);
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        String said = HARMLESS.stream().filter(message::contains).findFirst().orElse("");
        String all = (code + " " + said).strip();
        return all.isEmpty() ? "" : " [" + all + "]";
    }
}
