package app.larder.recipes.view;

import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.cook.Ranking;
import app.larder.cook.Verdict;
import app.larder.fx.Background;
import app.larder.pantry.Pantry;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is at home for the recipes of this room: reckoned in the background once there is something in the pantry, and again
 * when recipes have changed or the person comes back from the pantry. JavaFX thread only.
 */
public final class AtHome {

    private final CookNow cookNow;
    private final Pantry pantry;
    private final Supplier<CookRules> rules;
    private final Background background;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look(Ranking.EMPTY, false));
    private @Nullable CookRules reckonedBy;

    /**
     * How things stood when they were last looked at.
     *
     * @param ranking every recipe against the pantry
     * @param stocked whether anything is in the pantry; if not, nothing is said about what is at home
     */
    public record Look(Ranking ranking, boolean stocked) {}

    /**
     * Nothing is known until {@link #refresh}.
     *
     * @param rules what the person has chosen about reckoning; {@code cookNow} goes by the same
     */
    public AtHome(
            CookNow cookNow, Pantry pantry, Supplier<CookRules> rules, RecipesPages pages, Background background) {
        this.cookNow = cookNow;
        this.pantry = pantry;
        this.rules = rules;
        this.background = background;
        pages.changesProperty().addListener((_, _, changed) -> changed(changed.recipes()));
    }

    /**
     * Looks into the pantry again: the room was entered, or something was taken or put back. The recipes are read the
     * first time there is something at home, and again after the rules have changed.
     */
    public void refresh() {
        CookRules now = rules.get();
        boolean known = now.equals(reckonedBy);
        reckonedBy = now;
        background.run(
                () -> {
                    boolean stocked = !pantry.all().isEmpty();
                    if (known) {
                        cookNow.pantryChanged();
                    } else if (stocked) {
                        cookNow.load();
                    }
                    return stocked;
                },
                stocked -> {
                    if (!known && !stocked) {
                        reckonedBy = null;
                    }
                    look.set(new Look(cookNow.ranking(), stocked));
                },
                // The list, which reads the same database, says what is the matter; the next visit tries again.
                _ -> reckonedBy = null);
    }

    private void changed(List<UUID> recipes) {
        if (reckonedBy != null && !recipes.isEmpty()) {
            background.run(
                    () -> {
                        cookNow.recipesChanged(recipes);
                        return cookNow.ranking();
                    },
                    _ -> look.set(new Look(cookNow.ranking(), look.get().stocked())),
                    _ -> reckonedBy = null);
        }
    }

    /** A recipe in its amounts against the pantry, line by line; null while nothing is known or nothing is at home. */
    @Nullable Verdict verdict(Portion portion) {
        return look.get().stocked() ? cookNow.verdict(portion.recipe(), portion.factor()) : null;
    }

    /** The latest look; another one each time. */
    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
