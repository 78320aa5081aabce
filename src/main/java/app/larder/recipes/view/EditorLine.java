package app.larder.recipes.view;

import app.larder.recipes.DraftLine;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One line on screen: the same line for as long as it stands there, whatever is typed into it. */
final class EditorLine {

    private final ReadOnlyObjectWrapper<DraftLine> content;

    EditorLine(DraftLine content) {
        this.content = new ReadOnlyObjectWrapper<>(content);
    }

    DraftLine get() {
        return content.get();
    }

    String text() {
        return content.get().text();
    }

    void change(UnaryOperator<DraftLine> change) {
        content.set(change.apply(content.get()));
    }

    ReadOnlyObjectProperty<DraftLine> contentProperty() {
        return content.getReadOnlyProperty();
    }
}
