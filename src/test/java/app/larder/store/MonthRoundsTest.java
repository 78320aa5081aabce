package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many edits without a server on three computers, and then nothing is lost. {@code MonthBench} does 5,000 on each. */
class MonthRoundsTest {

    @TempDir
    Path folder;

    @Test
    void threeComputersMeetAgainWithNothingLost() throws Exception {
        try (MonthRounds rounds = new MonthRounds(folder)) {
            rounds.share();
            rounds.edit(150, new Random(30));
            rounds.meet();
            assertEquals(List.of(), rounds.wrong());
            System.out.println("150 edits on each of three computers: " + rounds.said());
        }
    }
}
