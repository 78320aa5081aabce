package app.larder.chat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Kills a Larder (kill -9) fifty times at random moments of an answer, ten times on each file, and says in how many rounds
 * every question was there at the next start and no answer twice or falsely called whole.
 */
public final class ChatKillBench {

    private static final int FILES = 5;
    private static final int ROUNDS_A_FILE = 10;
    private static final int LONGEST = 4_000;

    private ChatKillBench() {}

    /** The rounds, with an optional seed for when to kill. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long seed = arguments.length == 0 ? System.nanoTime() : Long.parseLong(arguments[0]);
        Random random = new Random(seed);
        out.println("seed " + seed);
        int good = 0;
        int cutOff = 0;
        for (int file = 0; file < FILES; file++) {
            Path folder = Files.createTempDirectory("larder-chat-kill");
            ChatKillRounds rounds = new ChatKillRounds(folder);
            for (int round = 0; round < ROUNDS_A_FILE; round++) {
                long millis = random.nextInt(LONGEST);
                try {
                    rounds.killAfter(millis, 1 + random.nextInt(60));
                    good++;
                    out.println("killed after " + millis + " ms: nothing is lost or twice");
                } catch (AssertionError e) {
                    out.println("killed after " + millis + " ms: " + e.getMessage());
                }
            }
            cutOff += rounds.cutOff();
        }
        out.println(good + " of " + FILES * ROUNDS_A_FILE + " kills lost no question and made no answer twice; " + cutOff
                + " answers were found cut off");
        if (good < FILES * ROUNDS_A_FILE) {
            System.exit(1);
        }
    }
}
