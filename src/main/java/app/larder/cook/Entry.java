package app.larder.cook;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.Recipe;
import java.util.UUID;

/** What is kept in memory of a recipe. Immutable. */
final class Entry {

    private final UUID id;
    private final String sortName;
    private final int minutes;
    private final int[] needs;

    /** A recipe whose lines have the needs of these numbers, in their order; the array is not copied. */
    Entry(Recipe recipe, int[] needs) {
        Integer known = recipe.minutes();
        this.id = recipe.id();
        this.sortName = SearchForm.of(recipe.name());
        this.minutes = known == null ? Integer.MAX_VALUE : known;
        this.needs = needs;
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

    /** The numbers of its lines' needs, in the order of the lines; not to be changed. */
    int[] needs() {
        return needs;
    }
}
