package app.larder.recipes.view;

import app.larder.cook.SoonItem;
import app.larder.fx.Texts;
import app.larder.recipes.RecipeQuery;
import java.util.ArrayList;
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
    private static final List<Integer> MISSING = List.of(0, 1, 2, 3, 5);
    private static final int SOON_SHOWN = 10;

    private final Button with = new Button();
    private final Button without = new Button();
    private final Button time = new Button();
    private final ContextMenu times = new ContextMenu();
    private final Button home = new Button();
    private final ContextMenu missing = new ContextMenu();
    private final Button soon = new Button();
    private final ContextMenu soonItems = new ContextMenu();

    public FilterChips() {
        getStyleClass().add("chips");
        with.setId("filter-with");
        without.setId("filter-without");
        time.setId("filter-time");
        home.setId("filter-home");
        soon.setId("filter-soon");
        for (Button button : List.of(with, without, time, home, soon)) {
            button.getStyleClass().add("chip");
        }
    }

    /**
     * Shows and changes these filters from now on.
     *
     * @param atHome says what could be used up
     * @param askWith opens the choice of an ingredient to look for, under its button
     * @param askWithout the same for one to leave out
     */
    void use(
            RecipeFilters filters,
            AtHome atHome,
            Texts words,
            Consumer<Button> askWith,
            Consumer<Button> askWithout) {
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
        home.setText(words.get("recipes.filter.addHome"));
        for (int most : MISSING) {
            MenuItem item = new MenuItem(words.get("recipes.filter.missing", most));
            item.setOnAction(_ -> filters.missing(most));
            missing.getItems().add(item);
        }
        home.setOnAction(_ -> missing.show(home, Side.BOTTOM, 0, 4));
        soon.setText(words.get("recipes.filter.addSoon"));
        soon.setOnAction(_ -> {
            soonItems.getItems().setAll(soonItems(filters, atHome, words));
            soonItems.show(soon, Side.BOTTOM, 0, 4);
        });
        filters.wantedProperty().subscribe(wanted -> show(filters, atHome, words, say));
        atHome.lookProperty().subscribe(look -> show(filters, atHome, words, say));
    }

    private static List<MenuItem> soonItems(RecipeFilters filters, AtHome atHome, Texts words) {
        List<MenuItem> items = new ArrayList<>();
        for (SoonItem soon : atHome.lookProperty().get().ranking().soon()) {
            String name = soon.row().name();
            int days = soon.daysLeft();
            String when = days > 0 ? words.get("recipes.soon.days", days) : words.get("recipes.soon.over");
            MenuItem item = new MenuItem(name + "  ·  " + when);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> filters.useUp(name));
            items.add(item);
        }
        return items.subList(0, Math.min(items.size(), SOON_SHOWN));
    }

    private void show(RecipeFilters filters, AtHome atHome, Texts words, RecipeWords say) {
        RecipeQuery query = filters.query();
        Integer mostMissing = filters.wanted().mostMissing();
        AtHome.Look look = atHome.lookProperty().get();
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
        if (mostMissing != null) {
            getChildren().add(asked(
                    words, words.get("recipes.filter.missing", mostMissing), () -> filters.missing(null)));
        }
        getChildren().addAll(with, without);
        if (most == null) {
            getChildren().add(time);
        }
        if (mostMissing == null && look.stocked()) {
            getChildren().add(home);
        }
        if (look.stocked() && !look.ranking().soon().isEmpty()) {
            getChildren().add(soon);
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
