package app.larder.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/**
 * {@link ForeignRounds} with 10,000 statements, or as many as the first argument says, and a transaction held open for two
 * minutes, or as many seconds as the second says.
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.store.ForeignBench}
 */
public final class ForeignBench {

    private static final int STATEMENTS = 10_000;
    private static final int SECONDS = 120;

    private ForeignBench() {}

    /** Runs it, and ends with 1 if something went wrong. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int statements = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STATEMENTS;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS;
        long begin = System.nanoTime();
        try (ForeignRounds rounds = new ForeignRounds(Files.createTempDirectory("larder-foreign"))) {
            List<String> wrong = rounds.run(statements, Duration.ofSeconds(seconds), 11);
            out.printf("%,d statements, %d found wrong, %.0f s; %s%n", statements, wrong.size(),
                    (System.nanoTime() - begin) / 1e9, rounds.said());
            wrong.stream().limit(5).forEach(out::println);
            System.exit(wrong.isEmpty() ? 0 : 1);
        }
    }
}
