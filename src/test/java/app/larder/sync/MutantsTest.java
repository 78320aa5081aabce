package app.larder.sync;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.larder.sync.MemoryServer.Mutant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

/** Leaves out one protection at a time: the schedules must notice each, or they would notice nothing. */
class MutantsTest {

    private static final int SCHEDULES = 3_000;

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void theSchedulesNoticeWhatIsLeftOut(Mutant mutant) {
        assertNotNull(found(EnumSet.of(mutant), true), mutant + " was not noticed");
    }

    @Test
    void theSchedulesNoticeCommitsThatACrashTakesBack() {
        assertNotNull(found(Set.of(), false), "lost commits were not noticed");
    }

    private static @Nullable String found(Set<Mutant> mutants, boolean durable) {
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            String violation = Simulation.run(Scenario.random(seed), mutants, durable).violation();
            if (violation != null) {
                System.getLogger("mutants")
                        .log(
                                System.Logger.Level.INFO,
                                (durable ? mutants.toString() : "[DURABILITY_OFF]") + " noticed by seed " + seed + ": "
                                        + FuzzTest.kind(violation));
                return violation;
            }
        }
        return null;
    }
}
