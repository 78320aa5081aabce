package app.larder.recipes.view;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDraft;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * From opening a recipe in the editor to leaving it. What runs in the background holds on to its own sitting, so that it
 * never writes one recipe's words to another's file. All but {@link #latest} belongs to the JavaFX thread.
 */
final class Sitting {

    private final @Nullable Recipe recipe;
    private final RecipeDraft opened;
    private final AtomicReference<@Nullable RecipeDraft> latest = new AtomicReference<>();
    private String base;
    private boolean over;

    /** A sitting over a recipe, or (null) a new one, whose words are at first {@code opened}. */
    Sitting(@Nullable Recipe recipe, RecipeDraft opened) {
        this.recipe = recipe;
        this.opened = opened;
        this.base = opened.base();
    }

    @Nullable Recipe recipe() {
        return recipe;
    }

    @Nullable UUID id() {
        return opened.recipe();
    }

    boolean isNew() {
        return recipe == null;
    }

    /** What is stored, as the editor shows it. */
    RecipeDraft opened() {
        return opened;
    }

    /** {@link RecipeDraft#mark} of the recipe that the words started from. */
    String base() {
        return base;
    }

    void startFrom(RecipeDraft draft) {
        base = draft.base();
    }

    /** Takes down what is on screen; words that say what is stored anyway, or nothing, are not worth a draft. */
    void note(RecipeDraft now) {
        latest.set(now.says(opened) || now.isBlank() ? null : now);
    }

    /** What to keep as a draft; null if there is nothing. Any thread. */
    @Nullable RecipeDraft latest() {
        return latest.get();
    }

    /** Nothing is worth keeping any more: it was saved or thrown away. Any thread. */
    void forget() {
        latest.set(null);
    }

    /** Whether the editor was left. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }
}
