package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDraft;
import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Everything that is typed in the editor. */
final class EditorContent {

    private final EditorFields fields;
    private final EditorLines ingredients;
    private final EditorLines steps;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private boolean filling;

    EditorContent(Texts texts) {
        fields = new EditorFields(texts, this::changed);
        ingredients = new EditorLines(EditorLines.BULLET, this::changed);
        steps = new EditorLines(EditorLines.NUMBER, this::changed);
    }

    /** A stored recipe, or (null) a new one, as the editor shows it. */
    RecipeDraft of(@Nullable Recipe recipe) {
        return recipe == null ? RecipeDraft.NEW : fields.withTimesInWords(RecipeDraft.of(recipe));
    }

    /** Shows words that a new recipe begins with. Returns them as they stand there, so that a change of them is seen. */
    RecipeDraft begin(RecipeDraft words) {
        fill(fields.withTimesInWords(words));
        return new RecipeDraft(null, "", Instant.EPOCH, fields.typed(), ingredients.drafts(), steps.drafts());
    }

    /** Shows other words; that is no change by the person at the keyboard. */
    void fill(RecipeDraft draft) {
        filling = true;
        try {
            fields.fill(draft.fields());
            ingredients.fill(draft.ingredients());
            steps.fill(draft.steps());
        } finally {
            filling = false;
        }
    }

    /** Something was changed. */
    void changed() {
        if (!filling) {
            changes.set(changes.get() + 1);
        }
    }

    /** What is there now, as the draft of that sitting. */
    RecipeDraft draft(Sitting sitting) {
        return new RecipeDraft(
                sitting.id(), sitting.base(), Instant.EPOCH, fields.typed(), ingredients.drafts(), steps.drafts());
    }

    EditorFields fields() {
        return fields;
    }

    EditorLines ingredients() {
        return ingredients;
    }

    EditorLines steps() {
        return steps;
    }

    /** Grows with every change by the person at the keyboard. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
