package app.larder.store;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Killed in the midst of bringing a server's tables up to date, Larder leaves them whole and finishes at the next start. */
class RemoteMigrationKilledTest {

    private static final int ROUNDS = 3;
    private static final int ROWS = 20_000;

    @Test
    void theTablesAreOldOrNewAndNeverHalf() throws Exception {
        RemoteMigrationRounds rounds = new RemoteMigrationRounds(ROWS);
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            rounds.killAfterMillis(50 + random.nextInt(600));
        }
    }
}
