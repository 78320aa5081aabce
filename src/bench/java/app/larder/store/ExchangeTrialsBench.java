package app.larder.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trials of {@code ExchangeRacesTest} at full length: 10,000 statements of other programs against computers that push,
 * 2,000 commits that overlap, 2,000 steps of one number, 3,000 pushes whose connections are killed.
 *
 * <p>{@code ./mvnw -Pbench -DskipTests verify -Dlarder.bench.main=app.larder.store.ExchangeTrialsBench}
 */
public final class ExchangeTrialsBench {

    private ExchangeTrialsBench() {}

    /** Runs them, or the part of each that the first argument says: 10 is a tenth. */
    public static void main(String[] arguments) throws Exception {
        int part = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean wrong = false;
        try (Family family = Family.fresh()) {
            ExchangeTrials trials = new ExchangeTrials(family);
            Map<String, ExchangeTrials.Trial> all = new LinkedHashMap<>();
            all.put("nobody deadlocks", () -> trials.nobodyDeadlocks(4, 2500 / part));
            all.put("nothing is missed", () -> trials.nothingIsMissed(4, 500 / part));
            all.put("every step counts", () -> trials.noIncrementIsLost(4, 500 / part));
            all.put("nothing happens twice", () -> trials.nothingHappensTwice(3, 1000 / part));
            for (Map.Entry<String, ExchangeTrials.Trial> trial : all.entrySet()) {
                long begin = System.nanoTime();
                List<String> found = trial.getValue().run();
                out.printf("%s: %d found wrong, %.1f s%n", trial.getKey(), found.size(), (System.nanoTime() - begin) / 1e9);
                found.stream().limit(5).forEach(out::println);
                wrong |= !found.isEmpty();
            }
        }
        System.exit(wrong ? 1 : 0);
    }
}
