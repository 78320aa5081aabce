package app.larder.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;

/**
 * {@link MonthRounds} with a month's 5,000 edits on each of three computers, or as many as the first argument says, and how
 * long they take to meet again.
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.store.MonthBench}
 */
public final class MonthBench {

    private static final int EDITS = 5_000;

    private MonthBench() {}

    /** Runs it, and ends with 1 if something is lost. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int edits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EDITS;
        try (MonthRounds rounds = new MonthRounds(Files.createTempDirectory("larder-month"))) {
            rounds.share();
            long begin = System.nanoTime();
            rounds.edit(edits, new Random(30));
            long edited = System.nanoTime();
            int met = rounds.meet();
            long end = System.nanoTime();
            List<String> wrong = rounds.wrong();
            out.printf("%,d edits on each of three computers in %.0f s; met again in %d rounds and %.0f s; %s; %d found wrong%n",
                    edits, (edited - begin) / 1e9, met, (end - edited) / 1e9, rounds.said(), wrong.size());
            wrong.stream().limit(5).forEach(out::println);
            System.exit(wrong.isEmpty() ? 0 : 1);
        }
    }
}
