package app.larder.store;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The search index of one person's recipes (Lucene), beside the database and derived from it. It finds recipes by typed
 * words, ingredients and time, in any order of the list.
 *
 * <p>It carries the mark of the database's last change it knows of: a number from 0 that no other change has. Whoever
 * asks compares first: {@link #needsRebuild} is true if the index is missing, broken, of another format or behind, and
 * {@link #rebuild} makes it anew from the database. A failure inside never reaches a person: the answer is empty, and
 * the index asks to be rebuilt. If its folder is used by another process or cannot be written, it lives in memory.
 *
 * <p>All methods may be called from any thread; searches run beside each other and beside one writer.
 */
final class TextIndex implements Closeable {

    private static final long COMMIT_EVERY = TimeUnit.SECONDS.toNanos(15);

    /** Gives all recipes in batches to a consumer. */
    @FunctionalInterface
    interface Source {
        void each(Consumer<List<Recipe>> batch);
    }

    private final @Nullable Path folder;
    private final TextTerms terms = new TextTerms();
    private final TextMemory memory = new TextMemory();
    private final TextQueries queries;
    private final ReentrantLock rebuilding = new ReentrantLock();

    private interface Writing {
        void on(TextFiles files) throws IOException;
    }

    private interface Asking<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private volatile @Nullable TextFiles files;
    private @Nullable Set<UUID> changedInRebuild;
    private long changeInRebuild = TextFiles.NONE;
    private long lastCommit = System.nanoTime();
    private volatile long change = TextFiles.NONE;
    private volatile boolean behind;

    private TextIndex(@Nullable Path folder, Function<String, Set<String>> variants) {
        this.folder = folder;
        this.queries = new TextQueries(variants, terms);
        synchronized (this) {
            open(folder);
        }
    }

    /**
     * Opens the index in a folder of its own, making it if needed.
     *
     * @param variants plurals, singulars and synonyms of a word or phrase in search form, itself among them or not
     */
    static TextIndex onDisk(Path folder, Function<String, Set<String>> variants) {
        return new TextIndex(folder, variants);
    }

    /** Leaves nothing on the disk. */
    static TextIndex inMemory(Function<String, Set<String>> variants) {
        return new TextIndex(null, variants);
    }

    /** The mark of the database's change the index is up to, or -1 if it cannot answer. */
    long change() {
        return change;
    }

    /** Whether the index cannot answer for the database whose last change has the mark {@code current}. */
    boolean needsRebuild(long current) {
        return change == TextFiles.NONE || change != current;
    }

    /**
     * Makes the index anew from all recipes. Recipes put or removed meanwhile keep their newer state; a second call
     * waits for the first and does nothing if that was enough.
     *
     * @param current the mark of the database's last change before {@code source} begins to read
     * @throws RuntimeException what the source throws; the index then still needs a rebuild
     */
    void rebuild(long current, Source source) {
        boolean asked = needsRebuild(current);
        rebuilding.lock();
        try {
            boolean done = asked && !needsRebuild(current);
            if (!done && !rebuildIn(folder, current, source) && folder != null) {
                rebuildIn(null, current, source);
            }
        } finally {
            rebuilding.unlock();
        }
    }

    private boolean rebuildIn(@Nullable Path place, long current, Source source) {
        synchronized (this) {
            change = TextFiles.NONE;
            TextFiles now = files;
            if (now == null || now.persistent() != (place != null)) {
                open(place);
                change = TextFiles.NONE;
            }
            changedInRebuild = new HashSet<>();
            changeInRebuild = current;
            write(f -> f.writer().deleteAll());
        }
        source.each(this::addToRebuild);
        return finishRebuild();
    }

    private synchronized void addToRebuild(List<Recipe> batch) {
        Set<UUID> newer = changedInRebuild == null ? Set.of() : changedInRebuild;
        write(f -> {
            for (Recipe recipe : batch) {
                if (!newer.contains(recipe.id())) {
                    f.writer().updateDocument(TextDocuments.id(recipe.id()), TextDocuments.of(recipe));
                }
            }
        });
    }

    private synchronized boolean finishRebuild() {
        changedInRebuild = null;
        boolean written = write(f -> {
            f.commit(changeInRebuild);
            f.readers().show();
            f.mergeInBackground();
        });
        if (written) {
            change = changeInRebuild;
        }
        return written;
    }

    /**
     * Adds recipes or replaces those with the same id. Searches see them after the next, costly {@link #show}.
     *
     * @param current the mark of the database's change that stored them; told in the order of the changes
     */
    synchronized void put(Collection<Recipe> recipes, long current) {
        note(recipes.stream().map(Recipe::id).toList(), current);
        boolean written = write(f -> {
            for (Recipe recipe : recipes) {
                f.writer().updateDocument(TextDocuments.id(recipe.id()), TextDocuments.of(recipe));
            }
        });
        advance(written, current);
    }

    /**
     * Removes recipes; unknown ids are left out. Searches see them until the next {@link #show}.
     *
     * @param current the mark of the database's change that removed them; told in the order of the changes
     */
    synchronized void remove(Collection<UUID> ids, long current) {
        note(ids, current);
        boolean written = write(f -> {
            for (UUID id : ids) {
                f.writer().deleteDocuments(TextDocuments.id(id));
            }
        });
        advance(written, current);
    }

    /** The ids a query finds, in its order; empty if the index cannot answer and wants a {@link #rebuild}. */
    Optional<List<UUID>> ids(RecipeQuery query, int offset, int limit) {
        Sort order = TextDocuments.order(query.sort(), query.ascending());
        return ask(searcher -> queries.answer(
                query, searcher, List::isEmpty, found -> TextResults.page(searcher, found, order, offset, limit)));
    }

    /** How many recipes a query finds; empty if the index cannot answer and wants a {@link #rebuild}. */
    OptionalInt count(RecipeQuery query) {
        return ask(searcher -> queries.answer(query, searcher, found -> found == 0, searcher::count))
                .map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Makes what was put and removed durable, so that the next start need not rebuild. */
    synchronized void flush() {
        if (change != TextFiles.NONE && write(f -> f.commit(change))) {
            lastCommit = System.nanoTime();
        }
    }

    /** Flushes and releases the files. */
    @Override
    public synchronized void close() {
        flush();
        release();
    }

    private void note(Collection<UUID> ids, long current) {
        if (changedInRebuild != null) {
            changedInRebuild.addAll(ids);
            changeInRebuild = current;
        }
    }

    /** Whether something was put or removed that searches do not see yet. */
    boolean isBehind() {
        return behind;
    }

    /** Lets searches see every change so far. Only for threads that nobody interrupts, as a writer is. */
    synchronized void show() {
        behind = behind && !write(f -> f.readers().show());
    }

    private void advance(boolean written, long current) {
        if (!written || change == TextFiles.NONE) {
            return;
        }
        behind = true;
        change = current;
        if (System.nanoTime() - lastCommit > COMMIT_EVERY) {
            flush();
        }
    }

    private void open(@Nullable Path place) {
        release();
        try {
            TextMerges merges = new TextMerges(() -> behind = true, () -> change = TextFiles.NONE);
            TextFiles opened = TextFiles.open(place, terms, merges);
            files = opened;
            change = opened.change();
        } catch (IOException | RuntimeException e) {
            release();
        }
    }

    private void release() {
        change = TextFiles.NONE;
        TextFiles now = files;
        files = null;
        if (now != null) {
            now.abandon();
        }
    }

    /** Writes; a failure costs the index, which then asks to be rebuilt, and nothing else. */
    private boolean write(Writing writing) {
        TextFiles now = files;
        if (now == null) {
            return false;
        }
        try {
            writing.on(now);
            return true;
        } catch (IOException | RuntimeException | InternalError e) {
            release();
            return false;
        }
    }

    private <T> Optional<T> ask(Asking<T> question) {
        TextFiles now = files;
        if (now == null || change == TextFiles.NONE) {
            return Optional.empty();
        }
        try {
            DirectoryReader reader = now.readers().acquire();
            try {
                IndexSearcher searcher = new IndexSearcher(reader);
                memory.serve(searcher);
                return Optional.of(question.of(searcher));
            } finally {
                now.readers().release(reader);
            }
        } catch (IOException | RuntimeException | InternalError e) {
            if (now.equals(files)) {
                change = TextFiles.NONE;
            }
            return Optional.empty();
        }
    }
}
