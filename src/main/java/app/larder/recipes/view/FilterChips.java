package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeQuery;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of filters above the list: what is asked for, each with a way to take it back, then what more can be asked. */
public final class FilterChips extends FlowPane {

    private static final List<Integer> MINUTES = List.of(15, 30, 45, 60, 90, 120);

    private final Button with = new Button();
    private final Button without = new Button();
    private final Button time = new Button();
    private final ContextMenu times = new ContextMenu();

    public FilterChips() {
        getStyleClass().add("chips");
        with.setId("filter-with");
        without.setId("filter-without");
        time.setId("filter-time");
        for (Button button : List.of(with, without, time)) {
            button.getStyleClass().add("chip");
        }
    }

    /**
     * Shows and changes these filters from now on.
     *
     * @param askWith opens the choice of an ingredient to look for, under its button
     * @param askWithout the same for one to leave out
     */
    void use(RecipeFilters filters, Texts words, Consumer<Button> askWith, Consumer<Button> askWithout) {
        RecipeWords say = new RecipeWords(words);
        with.setText(words.get("recipes.filter.addWith"));
        with.setGraphic(new FontIcon("fth-plus"));
        without.setText(words.get("recipes.filter.addWithout"));
        time.setText(words.get("recipes.filter.addTime"));
        with.setOnAction(_ -> askWith.accept(with));
        without.setOnAction(_ -> askWithout.accept(without));
        for (int minutes : MINUTES) {
            MenuItem item = new MenuItem(words.get("recipes.filter.time", say.minutes(minutes)));
            item.setOnAction(_ -> filters.minutes(minutes));
            times.getItems().add(item);
        }
        time.setOnAction(_ -> times.show(time, Side.BOTTOM, 0, 4));
        filters.queryProperty().subscribe(query -> show(filters, query, words, say));
    }

    private void show(RecipeFilters filters, RecipeQuery query, Texts words, RecipeWords say) {
        getChildren().clear();
        for (String name : query.ingredients()) {
            getChildren().add(asked(words, words.get("recipes.filter.with", name), () -> filters.forgetWith(name)));
        }
        if (query.ingredients().size() > 1) {
            boolean any = query.anyIngredient();
            Button choice = new Button(words.get(any ? "recipes.filter.any" : "recipes.filter.all"));
            choice.setId("filter-any");
            choice.getStyleClass().addAll("chip", "on");
            choice.setTooltip(new Tooltip(words.get(any ? "recipes.filter.any.tip" : "recipes.filter.all.tip")));
            choice.setOnAction(_ -> filters.any(!any));
            getChildren().add(choice);
        }
        for (String name : query.without()) {
            getChildren().add(asked(words, words.get("recipes.filter.without", name), () -> filters.forgetWithout(name)));
        }
        Integer most = query.maxMinutes();
        if (most != null) {
            getChildren()
                    .add(asked(words, words.get("recipes.filter.time", say.minutes(most)), () -> filters.minutes(null)));
        }
        getChildren().addAll(with, without);
        if (most == null) {
            getChildren().add(time);
        }
    }

    private Button asked(Texts words, String text, Runnable takeBack) {
        Button chip = new Button(text, new FontIcon("fth-x"));
        chip.getStyleClass().addAll("chip", "on", "may-cut");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(words.get("recipes.filter.remove", text));
        chip.maxWidthProperty().bind(widthProperty());
        chip.setOnAction(_ -> {
            with.requestFocus();
            takeBack.run();
        });
        return chip;
    }
}
