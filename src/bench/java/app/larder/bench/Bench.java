package app.larder.bench;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.store.Database;
import app.larder.store.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what a person waits for, at growing numbers of recipes: on H2, on Postgres 16, and beside them on SQLite with
 * FTS5, on the same recipes in the same run. Prints a table and writes {@code target/bench/recipes-N.json}.
 *
 * <p>The clock is {@link System#nanoTime} around whole calls, after a warm-up of the same questions, over some hundred
 * different questions each: what is measured takes milliseconds and goes through locks, caches and a disk, where JMH's
 * care for nanoseconds adds nothing and its repetition of one call would measure caches of results. For the same reason
 * every question is asked with a page size of its own, so that H2 does not answer from its last result.
 *
 * <p>Sizes: {@code -Dlarder.bench.sizes=1000,10000}. Targets: {@code -Dlarder.bench.targets=h2,postgres,sqlite}. Only
 * some questions: {@code -Dlarder.bench.only=REGEX}. With {@code -Dlarder.bench.folder=DIR} what was loaded is kept
 * there and asked again by the next run; nothing is saved into it.
 */
public final class Bench {

    private static final long SEED = 20_260_101;
    private static final int PAGE = 50;
    private static final int SAVES = 100;
    private static final int SAVES_BEFORE = 300;
    private static final long WARM_UP_NS = 2_000_000_000L;

    /** Who is slow at a question is asked only some of it. */
    private static final long LONGEST_NS = 20_000_000_000L;

    private final PrintStream out;
    private final Path folder;
    private final boolean kept;
    private final Predicate<String> only = Pattern.compile(property("larder.bench.only", "")).asPredicate();
    private final RecipeCorpus corpus = new RecipeCorpus(SEED);

    private Bench(PrintStream out, Path folder, boolean kept) {
        this.out = out;
        this.folder = folder;
        this.kept = kept;
    }

    public static void main(String[] arguments) throws IOException {
        List<Integer> sizes = Arrays.stream(property("larder.bench.sizes", "1000,10000,100000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        List<String> targets = List.of(property("larder.bench.targets", "h2,postgres,sqlite").split(",", -1));
        Path results = Path.of(property("larder.bench.results", "target/bench"));
        Files.createDirectories(results);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String kept = property("larder.bench.folder", "");
        for (int size : sizes) {
            Path folder = kept.isEmpty()
                    ? Files.createTempDirectory("larder-bench")
                    : Files.createDirectories(Path.of(kept, Integer.toString(size)));
            try {
                BenchReport report = new Bench(out, folder, !kept.isEmpty()).run(size, targets);
                report.print(out);
                report.write(results.resolve("recipes-" + size + ".json"));
            } finally {
                if (kept.isEmpty()) {
                    delete(folder);
                }
            }
        }
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private BenchReport run(int size, List<String> targets) throws IOException {
        BenchReport report = new BenchReport(size);
        for (String name : targets) {
            if (name.equals("postgres")) {
                try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve(name))
                        .setCleanDataDirectory(!kept)
                        .start()) {
                    String url = "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres";
                    measure(report, size, name, s -> new LarderTarget(
                            "Postgres 16", () -> Database.remote(DatabaseUrl.parse(url)), null));
                }
            } else if (name.equals("sqlite")) {
                measure(report, size, name, s -> new SqliteTarget(folder.resolve("yardstick.sqlite")));
            } else {
                measure(report, size, name, s -> new LarderTarget(
                        "H2", () -> Database.local(folder.resolve("h2")), mistyped(s)));
            }
        }
        return report;
    }

    /** The name of the newest recipe, its longest word mistyped: found by an index that holds all, and by nothing else. */
    private String mistyped(int size) {
        String name = corpus.recipe(size - 1).name();
        String word = Arrays.stream(name.split("[^\\p{L}]+", -1))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return name.replace(word, word.substring(0, 2) + "q" + word.substring(2));
    }

    private void measure(BenchReport report, int size, String targetName, Function<Integer, Target> opening)
            throws IOException {
        Path loaded = folder.resolve(targetName + ".loaded");
        Questions warmUp = new Questions(corpus, size, SEED + 1);
        Questions questions = new Questions(corpus, size, SEED + 2);
        long start = System.nanoTime();
        try (Target target = opening.apply(size)) {
            if (!Files.exists(loaded)) {
                target.load(batch -> corpus.each(size, batch));
                report.once(target.name(), "load all, s", (System.nanoTime() - start) / 1e9);
                out.printf("%s: %,d recipes loaded%n", target.name(), size);
                Files.createFile(loaded);
            }
            start = System.nanoTime();
            target.reopen();
            report.once(target.name(), "open, s", (System.nanoTime() - start) / 1e9);
            warmUp.byName().entrySet().stream()
                    .filter(question -> only.test(question.getKey()))
                    .forEach(question -> warmUp(target, question.getKey(), question.getValue()));
            questions.byName().entrySet().stream()
                    .filter(question -> only.test(question.getKey()))
                    .forEach(question -> ask(target, question.getKey(), question.getValue(), LONGEST_NS, report));
            if (kept) {
                return;
            }
            save(target, size, SAVES_BEFORE, new BenchReport(size));
            save(target, size + SAVES_BEFORE, SAVES, report);
            List<RecipeQuery> typed = questions.byName().getOrDefault("as you type", List.of());
            ask(target, "as you type, after saving", typed, LONGEST_NS, report);
        }
    }

    /** Asks until the compiler has had its time, so that every target is measured as a program that runs. */
    private static void warmUp(Target target, String name, List<RecipeQuery> queries) {
        long start = System.nanoTime();
        do {
            ask(target, name, queries, WARM_UP_NS, new BenchReport(0));
        } while (System.nanoTime() - start < WARM_UP_NS);
    }

    /**
     * Asks one kind after another, so that the time of one is not also the time to come back after another: whoever
     * shows cards slowly would find the processor's caches cold for ids.
     */
    private static void ask(
            Target target, String name, List<RecipeQuery> asked, long longest, BenchReport report) {
        List<RecipeQuery> queries = asked.stream().filter(target::answers).toList();
        List<List<UUID>> pages = new ArrayList<>();
        report.add(target.name(), name + ": first 50", timed(queries, longest, (samples, query) -> {
            int limit = PAGE - 5 + pages.size() % 10;
            pages.add(samples.time(() -> target.ids(query, limit)));
        }));
        if (name.startsWith("sort")) {
            return;
        }
        report.add(target.name(), name + ": count",
                timed(queries, longest, (samples, query) -> samples.time(() -> target.count(query))));
        Iterator<List<UUID>> shown = pages.iterator();
        report.add(target.name(), name + ": 50 cards",
                timed(queries.subList(0, pages.size()), longest, (samples, query) -> {
                    List<UUID> ids = shown.next();
                    samples.time(() -> target.cards(ids, query.text()));
                }));
    }

    private static Samples timed(List<RecipeQuery> queries, long longest, BiConsumer<Samples, RecipeQuery> one) {
        Samples samples = new Samples();
        long begin = System.nanoTime();
        for (RecipeQuery query : queries) {
            if (System.nanoTime() - begin > longest) {
                break;
            }
            one.accept(samples, query);
        }
        return samples;
    }

    private void save(Target target, int from, int count, BenchReport report) {
        Samples save = new Samples();
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            recipes.add(corpus.recipe(from + i));
        }
        for (Recipe recipe : recipes) {
            save.time(() -> {
                target.save(recipe);
                return recipe;
            });
        }
        report.add(target.name(), "save one recipe", save);
    }
}
