package app.larder.bench;

import app.larder.exchange.Batch;
import app.larder.exchange.Duplicates;
import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportReport;
import app.larder.exchange.ImportSource;
import app.larder.exchange.Importer;
import app.larder.exchange.input.LinkReader;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Imports a large Paprika file into a larder on disk, as {@code larder import} and the window do: how long reading and
 * keeping take, in how much memory, what other work waits meanwhile, how soon it stops when asked, and whether a second
 * try brings the rest once. Arguments: how many recipes (7,000), how many stops (10). To be run with -Xmx512m.
 */
public final class PaprikaBench {

    private static final long SEED = 20_261_124;
    private static final int PAGE = 50;

    private final PrintStream out;
    private final Path folder;
    private final Path file;
    private final AtomicLong heap = new AtomicLong();

    private PaprikaBench(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
        this.file = folder.resolve("all.paprikarecipes");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7_000;
        int stops = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("larder-paprika");
        try {
            PaprikaBench bench = new PaprikaBench(out, folder);
            long photos = new PaprikaFile(SEED).write(bench.file, count);
            out.printf("%,d recipes, file %,d MB, photos %,d MB%n", count, Files.size(bench.file) / 1_000_000, photos / 1_000_000);
            bench.whole(count);
            bench.stopped(stops, count);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static Importer importer(UserStore larder) {
        return new Importer(Clock.systemUTC(), LinkReader::usual, larder::recipes, larder::photos);
    }

    private ImportReport read(Importer importer, AtomicBoolean stop) {
        return importer.preview(List.of(new ImportSource.OnDisk(file)), _ -> {}, ImportProgress.SILENT, stop::get);
    }

    private void whole(int count) throws InterruptedException {
        try (Database database = Database.local(folder.resolve("whole"))) {
            UserStore larder = database.openFor(database.localUser("bench"));
            AtomicBoolean ended = new AtomicBoolean();
            Samples lists = new Samples();
            Samples saves = new Samples();
            Thread heapThread = Thread.ofPlatform().daemon().start(() -> watchHeap(ended));
            long start = System.nanoTime();
            ImportReport report = read(importer(larder), new AtomicBoolean());
            long read = System.nanoTime();
            Thread other = Thread.ofPlatform().start(() -> otherWork(larder.recipes(), lists, saves, ended));
            Batch batch = importer(larder).commit(report.recipes(), Duplicates.SKIP, ImportProgress.SILENT, () -> false);
            long kept = System.nanoTime();
            ended.set(true);
            other.join();
            heapThread.join();
            out.printf("read %.1f s, kept %.1f s, together %.1f s, %,.0f recipes a second%n",
                    (read - start) / 1e9, (kept - read) / 1e9, (kept - start) / 1e9, count / ((kept - start) / 1e9));
            out.printf("%,d kept, %,d photos, %d failures, %d photos refused%n",
                    batch.recipes().size(), batch.photos(), report.failures().size(), batch.refusedPhotos().size());
            out.printf("heap in use at most %,d MB of %,d%n", heap.get() / 1_000_000, Runtime.getRuntime().maxMemory() / 1_000_000);
            out.printf("meanwhile: list of 50 %s; save an edit %s%n", line(lists), line(saves));
        }
    }

    private static String line(Samples samples) {
        return "p50 %.0f, p95 %.0f, max %.0f ms of %d".formatted(samples.p50(), samples.p95(), samples.millis(1), samples.count());
    }

    private void watchHeap(AtomicBoolean ended) {
        Runtime runtime = Runtime.getRuntime();
        while (!ended.get()) {
            heap.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** What somebody at the window does: looks at the list, saves what they edited. */
    private static void otherWork(RecipeRepository recipes, Samples lists, Samples saves, AtomicBoolean ended) {
        Recipe mine = recipes.add(List.of(new RecipeCorpus(SEED + 1).recipe(0))).getFirst();
        for (int i = 0; !ended.get(); i++) {
            lists.time(() -> recipes.summaries(recipes.ids(RecipeQuery.ALL, 0, PAGE), ""));
            Recipe edited = new Recipe(
                    mine.id(), mine.name() + " " + i, mine.description(), mine.ingredients(), mine.prepTimeMinutes(),
                    mine.instructions(), mine.source(), mine.createdAt(), mine.details());
            saves.time(() -> recipes.update(edited));
            LockSupport.parkNanos(100_000_000);
        }
    }

    private void stopped(int rounds, int count) throws InterruptedException {
        Random random = new Random(SEED);
        Samples reading = new Samples();
        Samples keeping = new Samples();
        for (int round = 0; round < rounds; round++) {
            try (Database database = Database.local(folder.resolve("stopped-" + round))) {
                UserStore larder = database.openFor(database.localUser("bench"));
                timeToStop(reading, 100 + random.nextInt(2_000), stop -> read(importer(larder), stop));
                ImportReport report = read(importer(larder), new AtomicBoolean());
                timeToStop(keeping, 100 + random.nextInt(4_000), stop -> importer(larder)
                        .commit(report.recipes(), Duplicates.SKIP, ImportProgress.SILENT, stop::get));
                if (round == rounds - 1) {
                    goOn(larder, count);
                }
            }
        }
        out.printf("stopped while reading after %s%n", line(reading));
        out.printf("stopped while keeping after %s%n", line(keeping));
    }

    private void goOn(UserStore larder, int count) {
        int before = larder.recipes().count(RecipeQuery.ALL);
        ImportReport report = read(importer(larder), new AtomicBoolean());
        Batch batch = importer(larder).commit(report.recipes(), Duplicates.SKIP, ImportProgress.SILENT, () -> false);
        out.printf("stopped with %,d kept; told again it kept %,d, left out %,d: %,d of %,d there, %,d photos%n",
                before, batch.recipes().size(), batch.left(), larder.recipes().count(RecipeQuery.ALL), count,
                larder.photos().all().size());
    }

    private static void timeToStop(Samples samples, long after, java.util.function.Consumer<AtomicBoolean> work)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread worker = Thread.ofPlatform().start(() -> work.accept(stop));
        worker.join(after);
        if (!worker.isAlive()) {
            return;
        }
        long asked = System.nanoTime();
        stop.set(true);
        worker.join();
        samples.add(System.nanoTime() - asked);
    }
}
