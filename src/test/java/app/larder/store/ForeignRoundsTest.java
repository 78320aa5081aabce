package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program and two computers at once: nobody is refused, nothing is missed. {@code ForeignBench} does 10,000. */
class ForeignRoundsTest {

    private static final int STATEMENTS = 1_300;

    @TempDir
    Path folder;

    @Test
    void anotherProgramWorksOnAllTablesWhileTwoComputersExchange() throws Exception {
        try (ForeignRounds rounds = new ForeignRounds(folder)) {
            assertEquals(List.of(), rounds.run(STATEMENTS, Duration.ofMillis(1_500), 11));
            System.out.println(STATEMENTS + " statements of another program, " + rounds.said());
        }
    }
}
