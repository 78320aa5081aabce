package app.larder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed without warning in the middle of writing, the larder keeps everything it acknowledged. */
class KilledTest {

    private static final int ROUNDS = 3;

    @Test
    void everyAcknowledgedRecipeIsThereAtTheNextStart(@TempDir Path folder) throws Exception {
        KillRounds rounds = new KillRounds(folder);
        for (int round = 0; round < ROUNDS; round++) {
            rounds.killAfter(60 + 70 * round);
        }
    }
}
