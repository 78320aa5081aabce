package app.larder.recipes.view;

import app.larder.fx.GrowingArea;
import app.larder.fx.PasteTaker;
import app.larder.recipes.RecipeProblem.Field;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** A field with its label above it and, below it, what is wrong with it or what it was understood as. */
public final class FieldBox extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label label = new Label();
    private final Label message = new Label();
    private TextInputControl input = new LineField();

    /** A field of one line. */
    public FieldBox() {
        getStyleClass().add("field-box");
        label.getStyleClass().add("caption");
        message.getStyleClass().add("field-message");
        message.setWrapText(true);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        setInput(input);
    }

    public String getLabel() {
        return label.getText();
    }

    /** The field's name; screen readers say it too. */
    public void setLabel(String text) {
        label.setText(text);
        input.setAccessibleText(text);
    }

    public String getPrompt() {
        return input.getPromptText();
    }

    public void setPrompt(String text) {
        input.setPromptText(text);
    }

    public TextInputControl getInput() {
        return input;
    }

    /** Another control in place of the plain field. */
    public void setInput(TextInputControl control) {
        control.setAccessibleText(label.getText());
        input = control;
        label.setLabelFor(control);
        getChildren().setAll(label, control, message);
    }

    /** Shows a field of the editor and keeps what is typed into it. */
    void bind(EditorFields fields, Field field) {
        StringProperty text = fields.text(field);
        input.textProperty().bindBidirectional(text);
        fields.problem(field).subscribe(sentence -> show(fields, field));
        text.subscribe(now -> show(fields, field));
        input.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                fields.check(field);
            }
        });
    }

    /** Tells of text before it is pasted here. */
    void onPaste(Consumer<String> pasting) {
        PasteTaker taker = pasted -> {
            if (pasted != null) {
                pasting.accept(pasted);
            }
            return false;
        };
        switch (input) {
            case LineField field -> field.setPasteTaker(taker);
            case GrowingArea area -> area.setPasteTaker(taker);
            default -> throw new IllegalStateException("a field of another kind");
        }
    }

    private void show(EditorFields fields, Field field) {
        String problem = fields.problem(field).get();
        boolean wrong = !problem.isEmpty();
        String reading = EditorFields.TIMES.contains(field) ? fields.reading(field, fields.text(field).get()) : "";
        message.setText(wrong ? problem : reading.isEmpty() ? "" : "= " + reading);
        message.pseudoClassStateChanged(DANGER, wrong);
        input.pseudoClassStateChanged(DANGER, wrong);
        input.setAccessibleHelp(message.getText());
    }
}
