package app.larder.bench;

import app.larder.cook.CookSpeed;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Measures "what can I cook now" in memory at 10,000 (and more) recipes and 1,000 things at home: reading the recipes and
 * the rows, ranking all of them, ranking again after one thing or one recipe has changed; and beside it, in the same run, a
 * naive loop over every line and every row. Prints the times and writes {@code target/bench/cook-N.json}.
 *
 * <p>Ranked means: the recipes, read before, are in order, each with its counts and with what it uses of what should be used
 * soon, which is what the list shows. Sentences and amounts are made for the recipe that is open, when it is. The times are
 * processor time of the one thread that works. Sizes: {@code -Dlarder.bench.sizes=10000,100000}.
 */
public final class CookBench {

    private static final long SEED = 20_260_301;
    private static final int ROWS = 1_000;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 30;
    private static final int CHANGES = 250;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final RecipeCorpus corpus = new RecipeCorpus(SEED);
    private final Random random = new Random(SEED);

    private final BenchReport report;

    private CookBench(BenchReport report) {
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException {
        String sizes = System.getProperty("larder.bench.sizes", "");
        Path results = Files.createDirectories(Path.of("target", "bench"));
        for (String size : (sizes.isBlank() ? "10000" : sizes).split(",", -1)) {
            int recipes = Integer.parseInt(size.strip());
            BenchReport report = new BenchReport(recipes);
            new CookBench(report).run(recipes);
            report.write(results.resolve("cook-" + recipes + ".json"));
        }
    }

    private void run(int size) {
        List<Recipe> recipes = new ArrayList<>();
        corpus.each(size, recipes::addAll);
        List<HouseholdIngredient> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(corpus.food(random)));
        }
        long before = used();
        long start = now();
        CookSpeed cook = new CookSpeed(recipes);
        out.printf("%,d recipes read into memory: %.2f s%n", size, (now() - start) / 1e9);
        recipes = new ArrayList<>(recipes.subList(0, Math.min(size, 1_000)));
        out.printf("%,d recipes: %d MB beyond the recipes given%n", size, (used() - before) >> 20);
        Samples all = new Samples();
        for (int i = 0; i < ROUNDS + WARM_UP; i++) {
            cook.pantry(List.of());
            start = now();
            cook.pantry(rows);
            if (i >= WARM_UP) {
                all.add(now() - start);
            }
        }
        print("1,000 rows read, all ranked", all);
        print("1,000 rows read, only that", reading(rows));
        print("all ranked again, rows known", ranked(cook));
        print("one row changed", rowChanges(cook, rows));
        print("one recipe changed", recipeChanges(cook, recipes));
        if (size <= 10_000) {
            Samples naive = new Samples();
            List<Recipe> some = new ArrayList<>();
            corpus.each(size, some::addAll);
            for (int i = 0; i < 3; i++) {
                start = now();
                int covered = NaiveCook.covered(some, rows);
                naive.add(now() - start);
                out.printf("naive loop: %,d lines at home%n", covered);
            }
            print("naive loop, names only", naive);
        }
    }

    private static Samples reading(List<HouseholdIngredient> rows) {
        Samples samples = new Samples();
        for (int i = 0; i < ROUNDS + WARM_UP; i++) {
            long start = now();
            CookSpeed.read(rows);
            if (i >= WARM_UP) {
                samples.add(now() - start);
            }
        }
        return samples;
    }

    private static Samples ranked(CookSpeed cook) {
        Samples samples = new Samples();
        for (int i = 0; i < ROUNDS + WARM_UP; i++) {
            long start = now();
            cook.nextDay();
            if (i >= WARM_UP) {
                samples.add(now() - start);
            }
        }
        return samples;
    }

    private Samples rowChanges(CookSpeed cook, List<HouseholdIngredient> rows) {
        Samples samples = new Samples();
        for (int i = 0; i < CHANGES; i++) {
            int at = random.nextInt(rows.size());
            rows.set(at, rows.get(at).withAmount(Integer.toString(1 + random.nextInt(900)), "g"));
            long start = now();
            cook.pantry(rows);
            if (i >= CHANGES / 5) {
                samples.add(now() - start);
            }
        }
        return samples;
    }

    private Samples recipeChanges(CookSpeed cook, List<Recipe> recipes) {
        Samples samples = new Samples();
        for (int i = 0; i < CHANGES; i++) {
            Recipe old = recipes.get(random.nextInt(recipes.size()));
            Recipe other = recipes.get(random.nextInt(recipes.size()));
            Recipe changed = new Recipe(
                    old.id(), old.name(), old.description(), other.ingredients(), old.prepTimeMinutes(),
                    old.instructions(), old.source(), old.createdAt(), old.details());
            long start = now();
            cook.put(changed);
            if (i >= CHANGES / 5) {
                samples.add(now() - start);
            }
        }
        return samples;
    }

    private void print(String what, Samples samples) {
        report.add(what.startsWith("naive") ? "naive loop" : "Larder", what, samples);
        out.printf("%-40s p50 %8.3f ms   p95 %8.3f ms   worst %8.3f ms%n", what, samples.p50(), samples.p95(),
                samples.millis(1));
    }

    private HouseholdIngredient row(String food) {
        boolean counted = random.nextInt(4) > 0;
        return new HouseholdIngredient(
                new UUID(random.nextLong(), random.nextLong()),
                food,
                counted ? Integer.toString(1 + random.nextInt(900)) : null,
                counted ? (random.nextBoolean() ? "g" : "ml") : null,
                null,
                NOW.minus(Duration.ofDays(random.nextInt(30))));
    }

    /** Processor time of this thread, which does all the work: other programs on the computer do not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
