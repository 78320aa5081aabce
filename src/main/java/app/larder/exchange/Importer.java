package app.larder.exchange;

import app.larder.account.NewId;
import app.larder.exchange.format.Draft;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.TextReader;
import app.larder.exchange.input.Content;
import app.larder.exchange.input.FileReading;
import app.larder.exchange.input.LinkReader;
import app.larder.exchange.input.Reason;
import app.larder.exchange.input.Unreadable;
import app.larder.recipes.AddedRecipes;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeRepository;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads recipes in from elsewhere: first a preview that changes nothing, then what was chosen in one transaction, and
 * back out again as one batch. All calls block; none may be made on the JavaFX thread.
 */
public final class Importer {

    private static final int AHEAD = 8;

    /** Longest time spent on understanding one source; the largest real pages take a hundredth. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}]+");

    private final TextReader reader = new TextReader();
    private final Clock clock;
    private final RecipeMaker maker;
    private final Supplier<LinkReader> links;
    private final Supplier<RecipeRepository> recipes;

    /**
     * An importer.
     *
     * @param clock dates the recipes
     * @param links opens a reader of links, closed after each preview
     * @param recipes where to keep them; asked for by {@link #preview}, {@link #commit} and {@link #undo} only
     */
    public Importer(Clock clock, Supplier<LinkReader> links, Supplier<RecipeRepository> recipes) {
        this.clock = clock;
        this.maker = new RecipeMaker(clock);
        this.links = links;
        this.recipes = recipes;
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

    /**
     * What was kept as one batch.
     *
     * @param id the batch
     * @param recipes as stored
     */
    public record Batch(UUID id, List<Recipe> recipes) {}

    /** Keeps recipes, all or none, as one batch. */
    public Batch commit(List<ImportedRecipe> chosen) {
        UUID batch = NewId.at(clock.instant());
        return new Batch(
                batch, recipes.get().add(chosen.stream().map(imported -> inBatch(imported.recipe(), batch)).toList()));
    }

    /** Puts recipes of a batch into the trash, from where they can be brought back, except those changed since. */
    public AddedRecipes.TakenBack undo(AddedRecipes added) {
        return added.takeBack(recipes.get());
    }

    private static Recipe inBatch(Recipe recipe, UUID batch) {
        return new Recipe(
                recipe.id(), recipe.name(), recipe.description(), recipe.ingredients(), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(),
                recipe.details().inBatch(batch));
    }

    private ImportReport read(
            List<ImportSource> sources, KnownRecipes known, Consumer<ImportItem> each, ImportProgress progress, BooleanSupplier cancelled) {
        List<ImportedRecipe> found = new ArrayList<>();
        List<ImportFailure> failures = new ArrayList<>();
        List<ImportSource> single = new ArrayList<>();
        int skipped = 0;
        for (ImportSource source : sources) {
            if (source instanceof ImportSource.OnDisk(Path path)) {
                FileReading.Found files = FileReading.find(path, cancelled);
                files.files().forEach(file -> single.add(new ImportSource.OnDisk(file)));
                files.failures().forEach(f -> failures.add(new ImportFailure(f.path().toString(), f.reason())));
                skipped += files.skipped();
            } else {
                single.add(source);
            }
        }
        failures.forEach(each);
        int done = 0;
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        boolean online = single.stream().anyMatch(ImportSource.Link.class::isInstance);
        try (LinkReader web = online ? links.get() : null; ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            Deque<Future<List<ImportItem>>> ahead = new ArrayDeque<>();
            int next = 0;
            while (done < single.size() && !cancelled.getAsBoolean()) {
                while (next < single.size() && ahead.size() < AHEAD) {
                    ImportSource source = single.get(next++);
                    ahead.add(readers.submit(() -> cancelled.getAsBoolean() ? List.of() : items(source, web, cancelled)));
                }
                List<ImportItem> items = ahead.removeFirst().get();
                if (cancelled.getAsBoolean()) {
                    break;
                }
                for (ImportItem item : items) {
                    ImportItem shown = item instanceof ImportedRecipe recipe ? known.checked(recipe) : item;
                    switch (shown) {
                        case ImportedRecipe recipe -> found.add(recipe);
                        case ImportFailure failure -> failures.add(failure);
                    }
                    each.accept(shown);
                }
                progress.at(++done, single.size(), label(single.get(done - 1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new ImportReport(found, failures, skipped, done < single.size());
    }

    /** Everything one source gives; never throws, whatever it holds. */
    private List<ImportItem> items(ImportSource source, @Nullable LinkReader web, BooleanSupplier cancelled) {
        String label = label(source);
        try {
            Content content = switch (source) {
                case ImportSource.OnDisk(Path path) -> FileReading.read(path, cancelled);
                case ImportSource.Link(String address) -> Objects.requireNonNull(web).read(address, cancelled);
                case ImportSource.Pasted(String text, String name) -> new Content(name, text, null, List.of());
            };
            String place = place(source, content);
            long end = System.nanoTime() + LONGEST.toNanos();
            Patience patience = new Patience(() -> cancelled.getAsBoolean() || System.nanoTime() - end > 0);
            List<Draft> drafts = reader.read(content.text(), content.address(), patience);
            if (drafts.isEmpty()) {
                return List.of(failure(label, Reason.Kind.NO_RECIPE, place));
            }
            List<ImportItem> items = new ArrayList<>();
            drafts.forEach(draft -> items.add(maker.make(label, place, draft, content.problems(), patience)));
            return items;
        } catch (CancellationException e) {
            return List.of(failure(label, Reason.Kind.TOO_LONG, label, LONGEST.toSeconds()));
        } catch (Unreadable e) {
            return List.of(new ImportFailure(label, e.reason()));
        } catch (RuntimeException | StackOverflowError e) {
            System.getLogger(Importer.class.getName()).log(System.Logger.Level.WARNING, "Could not read " + label, e);
            return List.of(failure(label, Reason.Kind.STRANGE));
        }
    }

    private static ImportFailure failure(String label, Reason.Kind kind, Object... facts) {
        return new ImportFailure(label, Reason.of(kind, facts));
    }

    private static String label(ImportSource source) {
        return switch (source) {
            case ImportSource.OnDisk(Path path) -> path.toString();
            case ImportSource.Link(String address) -> address;
            case ImportSource.Pasted(String text, String name) -> name;
        };
    }

    /** The short name of a source: a file's, a host's, or what a pasted text is called. */
    private static String place(ImportSource source, Content content) {
        return switch (source) {
            case ImportSource.OnDisk(Path path) -> shown(path.getFileName() == null ? path.toString() : path.getFileName().toString());
            case ImportSource.Link link -> content.address() == null ? content.name() : host(content.address());
            case ImportSource.Pasted pasted -> content.name();
        };
    }

    /** A file's name without what only a file's name may hold: line ends and other control characters. */
    private static String shown(String fileName) {
        String clean = UNSHOWN.matcher(fileName).replaceAll(" ").strip();
        return clean.isEmpty() ? "?" : clean;
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? address : host;
    }
}
