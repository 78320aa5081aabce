package app.larder.sync;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of schedules of edits, syncs, crashes and other programs, against everything that must hold. One that fails is
 * shrunk into target/fuzz, to be committed under src/test/resources/sync/scenarios once the engine is mended.
 */
class FuzzTest {

    private static final int SCHEDULES = Integer.getInteger("larder.fuzz.schedules", 20_000);
    private static final long FIRST = Long.getLong("larder.fuzz.seed", 1);

    @Test
    void nothingIsLostInAnySchedule() throws IOException {
        AtomicLong syncs = new AtomicLong();
        AtomicLong crashes = new AtomicLong();
        AtomicLong conflicts = new AtomicLong();
        OptionalLong failing = LongStream.range(FIRST, FIRST + SCHEDULES)
                .parallel()
                .filter(seed -> {
                    Simulation.Result result = Simulation.run(Scenario.random(seed));
                    syncs.addAndGet(result.syncs());
                    crashes.addAndGet(result.crashes());
                    conflicts.addAndGet(result.conflicts());
                    return result.violation() != null;
                })
                .findAny();
        if (failing.isPresent()) {
            Scenario scenario = Scenario.random(failing.getAsLong());
            String kind = kind(String.valueOf(Simulation.run(scenario).violation()));
            Scenario small = shrunk(scenario, s -> kind.equals(kind(String.valueOf(Simulation.run(s).violation()))));
            String violation = String.valueOf(Simulation.run(small).violation());
            Path file = Path.of("target", "fuzz", failing.getAsLong() + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, Wire.write(new ScenariosTest.Committed(violation, null, small)));
            fail("seed " + failing.getAsLong() + ", see " + file + ": " + violation);
        }
        System.getLogger("fuzz").log(
                System.Logger.Level.INFO,
                SCHEDULES + " schedules from seed " + FIRST + ": " + syncs + " syncs, " + crashes + " crashes, " + conflicts
                        + " conflicts, 0 violations");
    }

    static String kind(String violation) {
        int colon = violation.indexOf(':');
        return colon < 0 ? violation : violation.substring(0, colon);
    }

    /** The same failure with as few actions as can be. */
    static Scenario shrunk(Scenario scenario, Predicate<Scenario> fails) {
        Scenario best = scenario;
        for (int size = Math.max(1, best.actions().size() / 2); size >= 1; ) {
            boolean smaller = false;
            for (int from = 0; from + size <= best.actions().size(); from++) {
                List<Scenario.Action> fewer = new ArrayList<>(best.actions());
                fewer.subList(from, from + size).clear();
                Scenario candidate = best.with(fewer);
                if (fails.test(candidate)) {
                    best = candidate;
                    smaller = true;
                    break;
                }
            }
            if (!smaller) {
                size /= 2;
            }
        }
        return best;
    }
}
