package app.larder.recipes.view;

import app.larder.fx.Background;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.RecipeDraft;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Puts what a sitting noted on the shelf of drafts, or takes it off where there is nothing worth keeping. */
final class DraftKeeping {

    private final RecipeDesk desk;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private @Nullable Sitting shown;

    /** Tells {@code failed} what could not be kept. */
    DraftKeeping(RecipeDesk desk, Background background, Consumer<Exception> failed) {
        this.desk = desk;
        this.background = background;
        this.failed = failed;
    }

    /** From now on {@link #keptProperty} is about that sitting, which has a draft already or not. */
    void begin(Sitting sitting, boolean hasDraft) {
        shown = sitting;
        kept.set(hasDraft);
    }

    /** Keeps it in the background. */
    void keep(Sitting sitting) {
        background.run(
                () -> {
                    desk.keep(sitting.id(), sitting::latest);
                    return sitting.latest() != null;
                },
                there -> {
                    if (sitting.equals(shown)) {
                        kept.set(there);
                    }
                },
                failed);
    }

    /** Keeps it before this returns. Returns whether it is safe. */
    boolean keepNow(Sitting sitting) {
        try {
            desk.keep(sitting.id(), sitting::latest);
            return true;
        } catch (UncheckedIOException e) {
            failed.accept(e);
            return false;
        }
    }

    /** As {@link RecipeDesk#putBack}; then runs {@code back} or, if other words were kept meanwhile, {@code newer}. */
    void putBack(RecipeDraft words, RecipeDraft left, Runnable back, Runnable newer) {
        background.run(() -> desk.putBack(words, left), done -> (done ? back : newer).run(), failed);
    }

    /** Whether there is a draft on disk. */
    ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }
}
