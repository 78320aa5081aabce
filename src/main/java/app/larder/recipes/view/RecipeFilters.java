package app.larder.recipes.view;

import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the person is looking for: one query, changed a piece at a time. */
final class RecipeFilters {

    private final ReadOnlyObjectWrapper<Wanted> wanted = new ReadOnlyObjectWrapper<>(Wanted.ALL);

    /** Everything asked for. */
    ReadOnlyObjectProperty<Wanted> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    Wanted wanted() {
        return wanted.get();
    }

    RecipeQuery query() {
        return wanted().query();
    }

    void text(String typed) {
        set(query().withText(typed));
    }

    /** Looks for recipes with this ingredient too. */
    void with(String ingredient) {
        set(query().withIngredients(plus(query().ingredients(), ingredient)));
    }

    /** Looks for recipes without this ingredient. */
    void without(String ingredient) {
        set(query().withWithout(plus(query().without(), ingredient)));
    }

    /** Takes an ingredient out of what is looked for. */
    void forgetWith(String ingredient) {
        set(query().withIngredients(minus(query().ingredients(), ingredient)));
    }

    /** No longer leaves recipes with this ingredient out. */
    void forgetWithout(String ingredient) {
        set(query().withWithout(minus(query().without(), ingredient)));
    }

    /** Whether one of the ingredients is enough. */
    void any(boolean any) {
        set(query().withAnyIngredient(any));
    }

    /** At most that many minutes, or (null) any time. */
    void minutes(@Nullable Integer most) {
        set(query().withMaxMinutes(most));
    }

    /** At most that many lines missing at home, or (null) any number. */
    void missing(@Nullable Integer most) {
        wanted.set(new Wanted(query(), wanted().byHome(), most));
    }

    /** Sorts by a field, in the direction people expect of it first. */
    void sort(RecipeSort sort) {
        wanted.set(new Wanted(
                query().sortedBy(sort, sort != RecipeSort.CREATED_AT), false, wanted().mostMissing()));
    }

    /** Sorts by what is at home, most of it first. */
    void sortByHome() {
        wanted.set(new Wanted(query().sortedBy(query().sort(), false), true, wanted().mostMissing()));
    }

    /** Looks for what uses this up, the recipes with most of their things at home first. */
    void useUp(String ingredient) {
        with(ingredient);
        sortByHome();
    }

    /** Turns the order round. */
    void turn() {
        set(query().sortedBy(query().sort(), !query().ascending()));
    }

    /** Looks for everything again, in the same order. */
    void clear() {
        RecipeQuery all = RecipeQuery.ALL.sortedBy(query().sort(), query().ascending());
        wanted.set(new Wanted(all, wanted().byHome(), null));
    }

    private void set(RecipeQuery changed) {
        wanted.set(wanted().with(changed));
    }

    private static List<String> plus(List<String> words, String word) {
        String more = word.strip();
        if (more.isEmpty() || words.stream().anyMatch(more::equalsIgnoreCase)) {
            return words;
        }
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    private static List<String> minus(List<String> words, String word) {
        return words.stream().filter(w -> !w.equals(word)).toList();
    }
}
