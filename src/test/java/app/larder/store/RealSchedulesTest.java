package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.sync.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the fuzzer's schedules on real files and a real server; {@code RealSchedulesBench} plays hundreds. */
class RealSchedulesTest {

    private static final long[] SEEDS = {1, 2, 3};

    @Test
    void nothingIsLostOnRealDisksAndARealServer(@TempDir Path folder) throws Exception {
        try (RealSchedules schedules = new RealSchedules(folder, false)) {
            for (long seed : SEEDS) {
                assertNull(schedules.play(Scenario.random(seed)), "seed " + seed);
            }
            System.getLogger("real").log(System.Logger.Level.INFO, schedules.counts().toString());
        }
    }
}
