package app.larder.store;

import app.larder.sync.Scenario;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hundreds of the fuzzer's schedules on real files, a real Postgres and processes that are killed ({@code RealSchedules}).
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.store.RealSchedulesBench}; the arguments are the
 * first seed and how many.
 */
public final class RealSchedulesBench {

    private RealSchedulesBench() {}

    /** Plays them, and ends with 1 if something did not hold. */
    public static void main(String[] arguments) throws Exception {
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("larder-schedules");
        int violations = 0;
        try (RealSchedules schedules = new RealSchedules(folder, true)) {
            for (long seed = first; seed < first + most; seed++) {
                long begin = System.nanoTime();
                String violation = schedules.play(Scenario.random(seed));
                out.printf("seed %d: %s, %.1f s%n", seed, violation == null ? "holds" : violation, (System.nanoTime() - begin) / 1e9);
                violations += violation == null ? 0 : 1;
                if (seed % 10 == 0) {
                    out.println(schedules.counts() + ", " + violations + " violations");
                }
            }
            out.println("seeds " + first + " to " + (first + most - 1) + ": " + schedules.counts() + ", " + violations + " violations");
        }
        System.exit(violations == 0 ? 0 : 1);
    }
}
