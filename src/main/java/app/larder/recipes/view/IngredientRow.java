package app.larder.recipes.view;

import app.larder.cook.LineState;
import app.larder.cook.LineVerdict;
import app.larder.fx.Texts;
import app.larder.kitchen.Scaling;
import app.larder.kitchen.SearchForm;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One ingredient: whether it is at home, the amount, right-aligned, and what it is of, with notes below. */
final class IngredientRow extends HBox {

    private final String spoken;
    private final String note;
    private final StackPane mark = new StackPane();
    private final Label below = text("", "note");
    private final Tooltip meaning = new Tooltip();

    /** A row that only shows. */
    IngredientRow(Portion.Line line, Texts texts) {
        this(line, texts, null);
    }

    /** A row whose amount can be pressed, unless {@code onAmount} is null or there is no amount. */
    IngredientRow(Portion.Line line, Texts texts, @Nullable Runnable onAmount) {
        getStyleClass().add("ingredient");
        Labeled amount = amount(line.amount(), texts, onAmount);
        amount.setAlignment(Pos.TOP_RIGHT);
        VBox what = new VBox(text(line.name(), "name"), below);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMinWidth(0);
        mark.getStyleClass().add("home-mark");
        for (Region part : new Region[] {mark, below}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        Tooltip.install(mark, meaning);
        getChildren().addAll(mark, amount, what);
        note = note(line, texts);
        spoken = (line.amount() + " " + line.name() + " " + note).strip();
        mark(null, new HomeWords(texts));
    }

    private static String note(Portion.Line line, Texts texts) {
        String note = line.note();
        // "chopped (optional)" has said so already; the word begins alike in the languages people import from.
        if (line.optional() && !SearchForm.of(note).contains("option")) {
            note = joined(note, texts.get("recipes.optional"));
        }
        if (line.remark() == Scaling.Remark.ROUNDED) {
            note = joined(note, texts.get("recipes.remark.rounded"));
        } else if (line.remark() == Scaling.Remark.WHOLE) {
            note = joined(note, texts.get("recipes.remark.whole"));
        }
        return note;
    }

    private static Labeled amount(String amount, Texts texts, @Nullable Runnable onAmount) {
        if (onAmount == null || amount.isEmpty()) {
            return text(amount, "amount");
        }
        Button button = new Button(amount);
        button.getStyleClass().addAll("amount", "amount-button");
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        String tip = texts.get("recipes.scale.tip");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(amount + ". " + tip);
        button.setOnAction(_ -> onAmount.run());
        return button;
    }

    /** Marks the row as at home, partly or not; null takes the mark away. */
    void mark(@Nullable LineVerdict line, HomeWords words) {
        String beside = line == null ? "" : words.beside(line);
        below.setText(joined(note, beside));
        below.setVisible(!below.getText().isEmpty());
        mark.setVisible(line != null);
        mark.getChildren().clear();
        String state = line == null ? "" : words.state(line);
        if (line != null && line.state() != LineState.NOT_COUNTED) {
            FontIcon icon = new FontIcon(
                    switch (line.state()) {
                        case COVERED -> "fth-check";
                        case PARTLY -> "fth-minus";
                        case MISSING, NOT_COUNTED -> "fth-x";
                    });
            mark.getStyleClass().setAll("home-mark", line.state().name().toLowerCase(Locale.ROOT));
            mark.getChildren().add(icon);
            meaning.setText(state);
        }
        setAccessibleText(joined(joined(spoken, state), beside));
    }

    private static String joined(String text, String more) {
        return text.isEmpty() || more.isEmpty() ? text + more : text + " · " + more;
    }

    private static Label text(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
