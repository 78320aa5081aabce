package app.larder.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Kills a Larder (kill -9) twenty times somewhere in the middle of adding 10,000 recipes, five times on each file, and
 * says in how many rounds everything acknowledged was there at the next start. {@code KilledTest} does three short ones.
 */
public final class KillBench {

    private static final int ROUNDS = 20;
    private static final int ROUNDS_A_FILE = 5;

    /** Five changes add 24 recipes: four alone and twenty at once. */
    private static final int CHANGES = 10_000 * 5 / 24;

    private KillBench() {}

    /** The rounds, with an optional seed for when to kill. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long seed = arguments.length == 0 ? System.nanoTime() : Long.parseLong(arguments[0]);
        Random random = new Random(seed);
        out.println("seed " + seed);
        int kept = 0;
        for (int file = 0; file < ROUNDS / ROUNDS_A_FILE; file++) {
            Path folder = Files.createTempDirectory("larder-kill");
            try {
                kept += rounds(folder, random, out);
            } finally {
                delete(folder);
            }
        }
        out.println(kept + " of " + ROUNDS + " kills cost nothing that was acknowledged");
        if (kept < ROUNDS) {
            System.exit(1);
        }
    }

    private static int rounds(Path folder, Random random, PrintStream out) throws IOException, InterruptedException {
        KillRounds rounds = new KillRounds(folder);
        for (int round = 0; round < ROUNDS_A_FILE; round++) {
            int changes = CHANGES / 20 + random.nextInt(CHANGES * 9 / 10);
            long start = System.nanoTime();
            try {
                rounds.killAfter(changes);
            } catch (AssertionError e) {
                out.println("killed after " + changes + " changes: " + e.getMessage());
                return round;
            }
            out.printf(
                    "killed after %,d changes: all %,d recipes are there (%.0f s)%n",
                    changes, rounds.acknowledged(), (System.nanoTime() - start) / 1e9);
        }
        return ROUNDS_A_FILE;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
