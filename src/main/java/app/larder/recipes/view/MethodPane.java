package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.Method;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The numbered steps of a recipe. */
public final class MethodPane extends VBox {

    private final Label heading = new Label();
    private final VBox rows = new VBox();

    public MethodPane() {
        getStyleClass().add("method");
        heading.getStyleClass().add("heading-caps");
        rows.getStyleClass().add("steps");
        getChildren().addAll(heading, rows);
    }

    /** Shows the steps of a recipe. */
    void show(Portion portion, Texts texts, Timers timers) {
        heading.setText(texts.get("recipes.detail.method"));
        rows.getChildren().clear();
        List<Method.Step> steps = Method.of(portion.recipe());
        for (Method.Step step : steps) {
            String section = step.section();
            if (section != null) {
                Label title = new Label(section);
                title.getStyleClass().add("step-section");
                title.setWrapText(true);
                title.setMinHeight(Region.USE_PREF_SIZE);
                rows.getChildren().add(title);
            }
            Label number = new Label(String.valueOf(step.number()));
            number.getStyleClass().add("step-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            StepText text = new StepText(
                    step.text(),
                    portion.kitchen().measures(),
                    texts,
                    span -> timers.start(span.shortest(), portion.recipe().name(), step.number()));
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(number, text);
            row.getStyleClass().add("step");
            rows.getChildren().add(row);
        }
        if (steps.isEmpty()) {
            Label none = new Label(texts.get("recipes.detail.noSteps"));
            none.getStyleClass().add("muted");
            rows.getChildren().add(none);
        }
    }
}
