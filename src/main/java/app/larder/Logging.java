package app.larder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** What the libraries below have to say: one line for what went wrong, nothing for what went well. */
final class Logging {

    private static final String CONFIGURATION =
            """
            handlers=java.util.logging.ConsoleHandler
            .level=WARNING
            app.larder.level=INFO
            java.util.logging.ConsoleHandler.level=SEVERE
            java.util.logging.ConsoleHandler.formatter=app.larder.logs.LogFormat
            """;

    private Logging() {}

    /** Standard error stays free for sentences; a log record is one line without a stack trace. */
    static void quiet() {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The logging cannot be set up.", e);
        }
    }
}
