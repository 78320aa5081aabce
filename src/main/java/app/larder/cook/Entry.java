package app.larder.cook;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.Recipe;
import java.util.UUID;

/** What is kept in memory of a recipe. Immutable. */
final class Entry {

    private final int slot;
    private final UUID id;
    private final String sortName;
    private final int minutes;
    private final int[] lines;

    /** A recipe whose lines have these numbers; the array is not copied. */
    Entry(int slot, Recipe recipe, int[] lines) {
        Integer known = recipe.minutes();
        this.slot = slot;
        this.id = recipe.id();
        this.sortName = SearchForm.of(recipe.name());
        this.minutes = known == null ? Integer.MAX_VALUE : known;
        this.lines = lines;
    }

    /** Its place among the recipes. */
    int slot() {
        return slot;
    }

    UUID id() {
        return id;
    }

    /** Its name in search form. */
    String sortName() {
        return sortName;
    }

    /** From start to table; {@link Integer#MAX_VALUE} if unknown. */
    int minutes() {
        return minutes;
    }

    /** The numbers of its lines, in their order; not to be changed. */
    int[] lines() {
        return lines;
    }
}
