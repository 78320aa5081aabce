package app.larder.bench;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Larder's own repository, on whichever database. */
final class LarderTarget implements Target {

    private static final long LONGEST_WAIT_MS = 600_000;

    private final String name;
    private final Supplier<Database> opening;
    private final @Nullable String mistyped;
    private Database database;
    private RecipeRepository recipes;

    /**
     * Opens a database.
     *
     * @param mistyped a typed text that only a complete search index answers; null if there is none
     */
    LarderTarget(String name, Supplier<Database> opening, @Nullable String mistyped) {
        this.name = name;
        this.opening = opening;
        this.mistyped = mistyped;
        this.database = opening.get();
        this.recipes = database.openFor(database.localUser("bench")).recipes();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void load(Consumer<Consumer<List<Recipe>>> batches) {
        batches.accept(recipes::add);
        awaitIndex();
    }

    /** The search index catches up in the background; what is measured is the time after that. */
    private void awaitIndex() {
        long end = System.currentTimeMillis() + LONGEST_WAIT_MS;
        while (mistyped != null && recipes.count(RecipeQuery.ALL.withText(mistyped)) == 0) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("The search index of " + name + " does not get ready.");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void reopen() {
        database.close();
        database = opening.get();
        recipes = database.openFor(database.localUser("bench")).recipes();
        awaitIndex();
    }

    @Override
    public boolean answers(RecipeQuery query) {
        return true;
    }

    @Override
    public List<UUID> ids(RecipeQuery query, int limit) {
        return recipes.ids(query, 0, limit);
    }

    @Override
    public int count(RecipeQuery query) {
        return recipes.count(query);
    }

    @Override
    public int cards(List<UUID> ids, String text) {
        return recipes.summaries(ids, text).size();
    }

    @Override
    public void save(Recipe recipe) {
        recipes.add(List.of(recipe));
    }

    @Override
    public void close() {
        database.close();
    }
}
