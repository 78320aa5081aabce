package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the list is sorted by, and a button that turns it round. */
public final class SortMenu extends HBox {

    private static final String HOME = "home";

    private final MenuButton by = new MenuButton();
    private final Button direction = new Button();

    public SortMenu() {
        by.setId("recipes-sort");
        by.getStyleClass().add("quiet");
        direction.setId("recipes-direction");
        direction.getStyleClass().add("quiet");
        direction.setTooltip(new Tooltip());
        getChildren().addAll(by, direction);
    }

    /** Ties the menu to what is looked for; once. */
    void use(RecipeFilters filters, Texts texts) {
        by.setAccessibleText(texts.get("recipes.sort"));
        ToggleGroup group = new ToggleGroup();
        for (RecipeSort sort : RecipeSort.values()) {
            if (sort == RecipeSort.ID) {
                continue;
            }
            RadioMenuItem item = new RadioMenuItem(name(sort, texts));
            item.setToggleGroup(group);
            item.setUserData(sort);
            item.setOnAction(_ -> filters.sort(sort));
            by.getItems().add(item);
        }
        RadioMenuItem home = new RadioMenuItem(texts.get("recipes.sort.home"));
        home.setToggleGroup(group);
        home.setUserData(HOME);
        home.setOnAction(_ -> filters.sortByHome());
        by.getItems().addFirst(home);
        direction.setOnAction(_ -> filters.turn());
        filters.wantedProperty().subscribe(wanted -> show(wanted, texts));
    }

    private void show(Wanted wanted, Texts texts) {
        RecipeQuery query = wanted.query();
        Object chosen = wanted.byHome() ? HOME : query.sort();
        by.setText(wanted.byHome() ? texts.get("recipes.sort.home") : name(query.sort(), texts));
        by.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(chosen.equals(item.getUserData())));
        String towards = texts.get(query.ascending() ? "recipes.sort.up" : "recipes.sort.down");
        direction.setGraphic(new FontIcon(query.ascending() ? "fth-arrow-up" : "fth-arrow-down"));
        direction.setAccessibleText(towards);
        direction.getTooltip().setText(towards);
    }

    private static String name(RecipeSort by, Texts texts) {
        return texts.get("recipes.sort." + by.name().toLowerCase(Locale.ROOT));
    }
}
