package app.larder.bench;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A place that keeps recipes, to be measured. */
interface Target extends AutoCloseable {

    /** What the table calls it. */
    String name();

    /** Stores recipes that are given in batches, and is ready to answer at the end. */
    void load(Consumer<Consumer<List<Recipe>>> batches);

    /** Closes everything and opens it again. */
    void reopen();

    /** Whether it can answer such a query at all. */
    boolean answers(RecipeQuery query);

    /** The first ids of a query in its order. */
    List<UUID> ids(RecipeQuery query, int limit);

    /** How many a query finds. */
    int count(RecipeQuery query);

    /** What the list shows of some recipes: reads their cards and says how many there were. */
    int cards(List<UUID> ids, String text);

    /** Stores one new recipe, durably. */
    void save(Recipe recipe);

    @Override
    void close();
}
