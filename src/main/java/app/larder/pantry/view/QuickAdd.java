package app.larder.pantry.view;

import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The line one types to add to the pantry, and how it is understood while one types. */
final class QuickAdd {

    private final Pantry pantry;
    private final PantryWords words;
    private final Supplier<AtHome> home;
    private final StringProperty line = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(Preview.NONE);

    /** An empty line; {@code home} says what it would be added to. */
    QuickAdd(Pantry pantry, PantryWords words, Supplier<AtHome> home) {
        this.pantry = pantry;
        this.words = words;
        this.home = home;
        line.subscribe(_ -> understand());
    }

    /** Reads the line again, as what is at home has changed. */
    void understand() {
        String typed = line.get();
        if (typed.isBlank()) {
            preview.set(Preview.NONE);
            return;
        }
        PantryLine read = PantryLine.of(typed);
        preview.set(words.preview(read, home.get().shelf().plan(read), pantry.problems(pantry.row(read))));
    }

    /** Empties the line and gives what stood there; a line that cannot be kept stays, with the reason. */
    Optional<String> take() {
        String typed = line.get();
        if (typed.isBlank() || preview.get().problem() != null) {
            return Optional.empty();
        }
        line.set("");
        return Optional.of(typed);
    }

    /** Brings a line back that could not be added, unless something else is being typed by now. */
    void putBack(String typed) {
        if (line.get().isEmpty()) {
            line.set(typed);
        }
    }

    StringProperty lineProperty() {
        return line;
    }

    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }
}
