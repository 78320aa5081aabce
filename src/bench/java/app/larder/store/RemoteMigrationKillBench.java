package app.larder.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Kills a Larder (kill -9) twenty times at random points while it takes over and migrates a server's tables with 100,000
 * rows, and looks each time whether they are whole at the next start. {@code RemoteMigrationKilledTest} does three
 * small ones.
 */
public final class RemoteMigrationKillBench {

    private static final int ROUNDS = 20;
    private static final int ROWS = 100_000;
    private static final int LONGEST_MILLIS = 25_000;

    private RemoteMigrationKillBench() {}

    /** The rounds, with an optional seed for when to kill. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long seed = arguments.length == 0 ? System.nanoTime() : Long.parseLong(arguments[0]);
        Random random = new Random(seed);
        out.println("seed " + seed);
        RemoteMigrationRounds rounds = new RemoteMigrationRounds(Integer.getInteger("larder.bench.rows", ROWS));
        for (int round = 0; round < ROUNDS; round++) {
            long millis = random.nextInt(LONGEST_MILLIS);
            rounds.killAfterMillis(millis);
            out.printf("round %d: killed after %,d ms, whole at the next start%n", round + 1, millis);
        }
        out.println(ROUNDS + " of " + ROUNDS + " ended whole; in " + rounds.finished() + " the work was done before the kill");
        System.exit(0);
    }
}
