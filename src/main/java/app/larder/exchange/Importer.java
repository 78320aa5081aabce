package app.larder.exchange;

import app.larder.exchange.format.CsvColumns;
import app.larder.exchange.format.TextReader;
import app.larder.exchange.input.LinkReader;
import app.larder.recipes.AddedRecipes;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeRepository;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads recipes in from elsewhere: first a preview that changes nothing, then what was chosen in one transaction, and
 * back out again as one batch. All calls block; none may be made on the JavaFX thread.
 */
public final class Importer {

    private static final int AHEAD = 8;

    private final Clock clock;
    private final UnitReader units;
    private final Supplier<LinkReader> links;
    private final Supplier<RecipeRepository> recipes;
    private final @Nullable Supplier<PhotoRepository> photos;

    /**
     * An importer.
     *
     * @param clock dates the recipes
     * @param links opens a reader of links, closed after each preview
     * @param recipes where to keep them; asked for by {@link #preview}, {@link #commit} and {@link #undo} only
     * @param photos where to keep their photos; likewise
     */
    public Importer(
            Clock clock,
            Supplier<LinkReader> links,
            Supplier<RecipeRepository> recipes,
            Supplier<PhotoRepository> photos) {
        this(clock, links, recipes, photos, CsvColumns.BY_HEAD);
    }

    /** An importer that leaves photos where they are. */
    public Importer(Clock clock, Supplier<LinkReader> links, Supplier<RecipeRepository> recipes) {
        this(clock, links, recipes, null, CsvColumns.BY_HEAD);
    }

    private Importer(
            Clock clock,
            Supplier<LinkReader> links,
            Supplier<RecipeRepository> recipes,
            @Nullable Supplier<PhotoRepository> photos,
            CsvColumns columns) {
        this.clock = clock;
        this.units = new UnitReader(new TextReader(columns), new RecipeMaker(clock));
        this.links = links;
        this.recipes = recipes;
        this.photos = photos;
    }

    /** The same with the columns of tables as a person chose them. */
    public Importer with(CsvColumns columns) {
        return new Importer(clock, links, recipes, photos, columns);
    }

    /**
     * Reads sources and marks what is already kept with a problem. Changes nothing.
     *
     * @param each told every item in the order of the sources, as soon as it is read, on the calling thread
     * @param progress told after each source
     * @param cancelled asked again and again, on several threads; once true, reading stops, in the midst of a page too, and
     *     the report holds what was read
     */
    public ImportReport preview(
            List<ImportSource> sources, Consumer<ImportItem> each, ImportProgress progress, BooleanSupplier cancelled) {
        return read(sources, KnownRecipes.of(recipes.get()), each, progress, cancelled);
    }

    /** As {@link #preview}, without looking at what is kept; copies within the sources themselves are still marked. */
    public ImportReport read(
            List<ImportSource> sources, Consumer<ImportItem> each, ImportProgress progress, BooleanSupplier cancelled) {
        return read(sources, KnownRecipes.none(), each, progress, cancelled);
    }

    /** Keeps recipes, all or none up to some hundreds, as one batch; copies of kept ones too. */
    public Batch commit(List<ImportedRecipe> chosen) {
        return commit(chosen, Duplicates.KEEP, ImportProgress.SILENT, () -> false);
    }

    /**
     * Keeps recipes with their photos as one batch, some hundreds in a transaction. Told the same file again after it was
     * stopped or killed in between, it takes what is missing, photos too, into the same batch.
     *
     * @param duplicates what to do with recipes that are kept already
     * @param progress told after each transaction
     * @param cancelled once true, the batch is what was kept until then
     */
    public Batch commit(List<ImportedRecipe> chosen, Duplicates duplicates, ImportProgress progress, BooleanSupplier cancelled) {
        return new Keeping(recipes.get(), photos == null ? null : photos.get(), units, duplicates, clock.instant())
                .keep(chosen, progress, cancelled);
    }

    /** Puts recipes of a batch into the trash, from where they can be brought back, except those changed since. */
    public AddedRecipes.TakenBack undo(AddedRecipes added) {
        return added.takeBack(recipes.get());
    }

    /** As {@link #undo(AddedRecipes)}; recipes that were filled from a copy are as they were before, unless changed since. */
    public AddedRecipes.TakenBack undo(Batch batch) {
        RecipeRepository kept = recipes.get();
        for (Batch.Merged merged : batch.merged()) {
            if (kept.find(merged.after().id()).filter(merged.after()::equals).isPresent()) {
                kept.update(merged.before());
            }
        }
        return undo(AddedRecipes.of(batch.recipes()));
    }

    /** Puts what one import brought into the trash; how many recipes that were. */
    public int undo(UUID batch) {
        RecipeRepository kept = recipes.get();
        return kept.trash(kept.importedIn(batch));
    }

    private ImportReport read(
            List<ImportSource> sources, KnownRecipes known, Consumer<ImportItem> each, ImportProgress progress, BooleanSupplier cancelled) {
        Units what = Units.of(sources, cancelled);
        List<Unit> all = what.all();
        List<ImportedRecipe> found = new ArrayList<>();
        List<ImportFailure> failures = new ArrayList<>(what.failures());
        int skipped = what.skipped();
        failures.forEach(each);
        int done = 0;
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        boolean online = all.stream().anyMatch(Unit.Link.class::isInstance);
        try (LinkReader web = online ? links.get() : null; ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            Deque<Future<List<ImportItem>>> ahead = new ArrayDeque<>();
            int next = 0;
            while (done < all.size() && !cancelled.getAsBoolean()) {
                while (next < all.size() && ahead.size() < AHEAD) {
                    Unit unit = all.get(next++);
                    ahead.add(readers.submit(() -> cancelled.getAsBoolean() ? List.of() : units.read(unit, web, cancelled)));
                }
                List<ImportItem> items = ahead.removeFirst().get();
                if (cancelled.getAsBoolean()) {
                    break;
                }
                skipped += items.isEmpty() ? 1 : 0;
                for (ImportItem item : items) {
                    ImportItem shown = item instanceof ImportedRecipe recipe ? known.checked(recipe) : item;
                    switch (shown) {
                        case ImportedRecipe recipe -> found.add(recipe);
                        case ImportFailure failure -> failures.add(failure);
                    }
                    each.accept(shown);
                }
                progress.at(++done, all.size(), all.get(done - 1).label());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new ImportReport(found, failures, skipped, done < all.size());
    }
}
