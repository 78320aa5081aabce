package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.kitchen.SearchForm;
import app.larder.kitchen.Scaling;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One ingredient: the amount, right-aligned, and what it is of, with notes below. */
final class IngredientRow extends HBox {

    IngredientRow(Portion.Line line, Texts texts) {
        getStyleClass().add("ingredient");
        Label amount = text(line.amount(), "amount");
        amount.setAlignment(Pos.TOP_RIGHT);
        VBox what = new VBox(text(line.name(), "name"));
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMinWidth(0);
        StringBuilder below = new StringBuilder(line.note());
        // "chopped (optional)" has said so already; the word begins alike in the languages people import from.
        if (line.optional() && !SearchForm.of(line.note()).contains("option")) {
            add(below, texts.get("recipes.optional"));
        }
        if (line.remark() == Scaling.Remark.ROUNDED) {
            add(below, texts.get("recipes.remark.rounded"));
        } else if (line.remark() == Scaling.Remark.WHOLE) {
            add(below, texts.get("recipes.remark.whole"));
        }
        if (!below.isEmpty()) {
            what.getChildren().add(text(below.toString(), "note"));
        }
        getChildren().addAll(amount, what);
        setAccessibleText((line.amount() + " " + line.name() + " " + below).strip());
    }

    private static void add(StringBuilder text, String more) {
        text.append(text.isEmpty() ? "" : " · ").append(more);
    }

    private static Label text(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
