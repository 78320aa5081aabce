package app.larder.recipes;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where recipes are written: between the recipe book and the shelf of drafts. Calls block; none may be made on the
 * JavaFX thread but {@link #keep} when the window closes.
 */
public final class RecipeDesk {

    /** How a draft is saved. */
    public enum Way {
        /** In place of its recipe, unless that is gone or was changed since editing began. */
        CAREFULLY,
        /** In place of its recipe as it is now. */
        REPLACING,
        /** As a recipe of its own; the other stays. */
        AS_NEW
    }

    /** What became of saving a draft. */
    public sealed interface Outcome {

        /** It is a recipe now. */
        record Saved(Recipe recipe) implements Outcome {}

        /** Its recipe was deleted since editing began; nothing was saved. */
        record Gone() implements Outcome {}

        /** Its recipe was changed elsewhere since editing began; nothing was saved. */
        record Changed(Recipe now) implements Outcome {}

        /**
         * It makes no recipe yet; nothing was saved.
         *
         * @param unread fields in which something was typed that they do not understand
         */
        record Refused(Set<RecipeProblem.Field> unread, List<RecipeProblem> problems) implements Outcome {}
    }

    private final RecipeBook book;
    private final DraftShelf shelf;
    private final Clock clock;

    /** Recipes of that book, drafts on that shelf; {@code clock} says when a draft was kept. */
    public RecipeDesk(RecipeBook book, DraftShelf shelf, Clock clock) {
        this.book = book;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** The draft left behind of that recipe, or (null) of a new one. */
    public Optional<RecipeDraft> leftBehind(@Nullable UUID recipe) {
        return shelf.find(recipe);
    }

    /** Keeps a draft with the time of day, as {@link DraftShelf#keep}. */
    public void keep(@Nullable UUID recipe, Supplier<@Nullable RecipeDraft> latest) {
        shelf.keep(recipe, () -> {
            RecipeDraft draft = latest.get();
            return draft == null ? null : draft.keptAt(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        });
    }

    /**
     * Puts words back on the shelf that were thrown away, unless others have been kept there since.
     *
     * @param left what stood in their place then, which they may replace
     * @return whether they are back
     */
    public boolean putBack(RecipeDraft words, RecipeDraft left) {
        AtomicBoolean back = new AtomicBoolean();
        shelf.keep(words.recipe(), () -> {
            Optional<RecipeDraft> newer = shelf.find(words.recipe())
                    .filter(there -> !there.isBlank() && !there.says(left) && !there.says(words));
            back.set(newer.isEmpty());
            return newer.orElseGet(() -> words.keptAt(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        });
        return back.get();
    }

    /** Saves a draft as a recipe. The draft stays on the shelf: the caller keeps or removes it. */
    public Outcome save(RecipeDraft draft, Way way) {
        Optional<Recipe> now = draft.recipe() == null ? Optional.empty() : book.find(draft.recipe());
        boolean fresh = draft.recipe() == null || way == Way.AS_NEW;
        if (!fresh && now.isEmpty()) {
            return new Outcome.Gone();
        }
        if (!fresh && way == Way.CAREFULLY && !RecipeDraft.mark(now.get()).equals(draft.base())) {
            return new Outcome.Changed(now.get());
        }
        Recipe recipe = draft.recipe(fresh ? book.blank() : now.get());
        List<RecipeProblem> problems = book.problems(recipe);
        Set<RecipeProblem.Field> unread = draft.unread();
        if (!problems.isEmpty() || !unread.isEmpty()) {
            return new Outcome.Refused(unread, problems);
        }
        Recipe own = way == Way.AS_NEW ? withoutLineIds(recipe) : recipe;
        return new Outcome.Saved(book.save(own));
    }

    private static Recipe withoutLineIds(Recipe recipe) {
        return new Recipe(
                recipe.id(),
                recipe.name(),
                recipe.description(),
                recipe.ingredients().stream().map(line -> line.withId(null)).toList(),
                recipe.prepTimeMinutes(),
                recipe.instructions(),
                recipe.source(),
                recipe.createdAt(),
                recipe.details());
    }
}
