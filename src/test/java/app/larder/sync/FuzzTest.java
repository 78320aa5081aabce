package app.larder.sync;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Thousands of schedules of edits, syncs, crashes and other programs, against everything that must hold. */
class FuzzTest {

    private static final int SCHEDULES = Integer.getInteger("larder.fuzz.schedules", 2_000);
    private static final long FIRST = Long.getLong("larder.fuzz.seed", 1);

    @Test
    void nothingIsLostInAnySchedule() {
        long syncs = 0;
        long crashes = 0;
        long conflicts = 0;
        for (long seed = FIRST; seed < FIRST + SCHEDULES; seed++) {
            Scenario scenario = Scenario.random(seed);
            Simulation.Result result = Simulation.run(scenario);
            syncs += result.syncs();
            crashes += result.crashes();
            conflicts += result.conflicts();
            if (result.violation() != null) {
                String kind = kind(result.violation());
                Scenario small = shrunk(scenario, s -> kind.equals(kind(String.valueOf(Simulation.run(s).violation()))));
                assertNull(
                        result.violation(),
                        "seed " + seed + ": " + Simulation.run(small).violation() + "\n" + Wire.write(small));
            }
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
