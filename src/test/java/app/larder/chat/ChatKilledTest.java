package app.larder.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills in the middle of answers; {@code ChatKillBench} does fifty. */
class ChatKilledTest {

    @Test
    void aKillLosesNoQuestionAndMakesNoAnswerTwice(@TempDir Path folder) throws IOException, InterruptedException {
        ChatKillRounds rounds = new ChatKillRounds(folder);
        Random random = new Random(20261123);
        for (long pause : new long[] {1, 20}) {
            rounds.killAfter(random.nextInt(600), pause);
        }
    }
}
