package app.larder.logs;

import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line for what was logged, and in a file the trace of what went wrong. Larder's own words are written as they are: they
 * name nothing a person has written. Of another library's only a number like HHH000247 is, and where it was logged, which is
 * enough to look the words up; they may hold a row.
 */
public final class LogFormat extends Formatter {

    private static final String OURS = "app.larder.";
    private static final Pattern NUMBER = Pattern.compile("^[A-Z]{2,6}-?\\d{3,6}\\b");

    private final boolean traces;
    private final Trace trace;

    /** One line each, for standard error; made by the logging's configuration. */
    public LogFormat() {
        this(false, _ -> "");
    }

    /**
     * For a file.
     *
     * @param codes what can be said of a failure without its message, like an SQL state; empty if nothing
     */
    LogFormat(Function<Throwable, String> codes) {
        this(true, codes);
    }

    private LogFormat(boolean traces, Function<Throwable, String> codes) {
        this.traces = traces;
        this.trace = new Trace(codes);
    }

    @Override
    public String format(LogRecord line) {
        Throwable thrown = line.getThrown();
        return line.getInstant().truncatedTo(ChronoUnit.MILLIS) + " " + line.getLevel().getName() + " "
                + line.getLoggerName() + ": " + words(line) + (thrown == null || traces ? "" : " " + thrown.getClass().getName())
                + "\n" + (thrown == null || !traces ? "" : trace.of(thrown));
    }

    private String words(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        if (logger.startsWith(OURS)) {
            return formatMessage(line);
        }
        Matcher number = NUMBER.matcher(String.valueOf(line.getMessage()));
        return (number.find() ? number.group() + " " : "") + "in " + line.getSourceClassName() + " " + line.getSourceMethodName();
    }
}
