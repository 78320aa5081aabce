package app.larder.recipes.view;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDraft;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Where the Recipes room is: the list with its recipe, or one page in its place. Shared by the room and its pages, so
 * that each can send the person on without knowing the others. Used on the JavaFX thread only.
 */
public final class RecipesPages {

    /** A page of the room and what it is about. */
    public sealed interface Page {}

    /**
     * The list and the recipe beside it.
     *
     * @param select the recipe to show; null to leave the selection as it is
     * @param visit tells visits apart, so that going to the same recipe once more is a turn as well
     */
    public record Home(@Nullable UUID select, int visit) implements Page {}

    /**
     * The editor.
     *
     * @param recipe what is edited; null for a new recipe
     * @param words what a new recipe begins with; null for nothing
     */
    public record Editor(@Nullable Recipe recipe, @Nullable RecipeDraft words) implements Page {}

    /**
     * The import preview.
     *
     * @param sources files, folders or web addresses to read at once; empty to let the person choose there
     * @param visit tells visits apart, so that dropping the same file once more is a turn as well
     */
    public record Import(List<String> sources, int visit) implements Page {
        public Import {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Cook mode.
     *
     * @param portion the recipe in the amounts it is cooked in
     */
    public record Cook(Portion portion) implements Page {}

    /** The deleted recipes. */
    public record Trash() implements Page {}

    private final ReadOnlyObjectWrapper<Page> current = new ReadOnlyObjectWrapper<>(new Home(null, 0));
    private final ReadOnlyObjectWrapper<Changed> changes = new ReadOnlyObjectWrapper<>(new Changed(0, List.of()));

    /**
     * Recipes were added, changed, deleted or brought back.
     *
     * @param number grows with every change
     * @param recipes which ones; no more than those
     */
    public record Changed(int number, List<UUID> recipes) {
        public Changed {
            recipes = List.copyOf(recipes);
        }
    }

    private int visits;

    /** Back to the list, its selection as it was. */
    public void home() {
        current.set(new Home(null, ++visits));
    }

    /** Back to the list with that recipe shown. */
    public void show(UUID recipe) {
        current.set(new Home(recipe, ++visits));
    }

    /** Into the editor, with that recipe or (null) a new one. */
    public void edit(@Nullable Recipe recipe) {
        current.set(new Editor(recipe, null));
    }

    /** Into the editor, with a new recipe that begins with these words. They are kept elsewhere until they are changed here. */
    public void write(RecipeDraft words) {
        current.set(new Editor(null, words));
    }

    /** To the import preview, with these files, folders or addresses, or (empty) a choice of what to import. */
    public void importFrom(List<String> sources) {
        current.set(new Import(sources, ++visits));
    }

    /** Into cook mode. */
    public void cook(Portion portion) {
        current.set(new Cook(portion));
    }

    /** To the deleted recipes. */
    public void trash() {
        current.set(new Trash());
    }

    /** Says that recipes were added, changed, deleted or brought back, so that the list loads again. */
    public void changed(List<UUID> recipes) {
        changes.set(new Changed(changes.get().number() + 1, recipes));
    }

    /** Tells {@code later}, which take the place of these when the window is built anew, of every change from now on. */
    public void handOver(RecipesPages later) {
        changes.addListener((_, _, changed) -> later.changed(changed.recipes()));
    }

    /** True while cook mode is on screen, which has the whole window to itself. */
    public ObservableValue<Boolean> cookingProperty() {
        return current.map(Cook.class::isInstance);
    }

    /** The page on screen. */
    public ReadOnlyObjectProperty<Page> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The latest {@link #changed}; never the same twice. */
    public ReadOnlyObjectProperty<Changed> changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
