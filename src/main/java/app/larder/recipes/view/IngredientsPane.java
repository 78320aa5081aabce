package app.larder.recipes.view;

import app.larder.cook.Verdict;
import app.larder.fx.Texts;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.Quantity;
import app.larder.recipes.Ingredient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ingredients of a recipe, with what scales them and turns their measures. */
public final class IngredientsPane extends VBox {

    /** Rows drawn at first; a recipe of thousands shows the rest on request. */
    private static final int ROWS = 200;

    private static final List<Quantity> FACTORS =
            List.of(Quantity.of(1, 2), Quantity.ONE, Quantity.of(2), Quantity.of(3));

    private final Label heading = new Label();
    private final Label servingsLabel = new Label();
    private final Label servings = new Label();
    private final Button fewer = new Button(null, new FontIcon("fth-minus"));
    private final Button more = new Button(null, new FontIcon("fth-plus"));
    private final HBox stepper = new HBox(fewer, servings, more);
    private final HBox factors = new HBox();
    private final ToggleGroup factor = new ToggleGroup();
    private final MenuButton measures = new MenuButton();
    private final Button asWritten = new Button(null, new FontIcon("fth-rotate-ccw"));
    private final VBox rows = new VBox();
    private final MissingPane missing = new MissingPane();
    private @Nullable Verdict verdict;
    private BiConsumer<Ingredient, Node> pressed = (_, _) -> {};

    public IngredientsPane() {
        getStyleClass().add("ingredients");
        heading.getStyleClass().add("heading-caps");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        stepper.getStyleClass().add("stepper");
        stepper.setId("servings");
        factors.getStyleClass().add("stepper");
        factors.setId("factors");
        fewer.setId("fewer-servings");
        more.setId("more-servings");
        measures.setId("measures");
        measures.getStyleClass().add("quiet");
        measures.setMinWidth(Region.USE_PREF_SIZE);
        servings.getStyleClass().add("count");
        servingsLabel.getStyleClass().add("caption");
        asWritten.setId("as-written");
        asWritten.getStyleClass().add("quiet");
        asWritten.setTooltip(new Tooltip());
        FlowPane choices = new FlowPane(8, 4, asWritten, servingsLabel, stepper, factors, measures);
        choices.setRowValignment(VPos.CENTER);
        SpreadRow tools = new SpreadRow();
        tools.getChildren().addAll(heading, choices);
        tools.getStyleClass().add("tools");
        for (Region part : List.of(servingsLabel, stepper, factors, asWritten)) {
            part.setMinWidth(Region.USE_PREF_SIZE);
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(tools, rows, missing);
    }

    /**
     * Ties the controls to a view-model; once.
     *
     * @param onAmount what pressing an ingredient's amount does, with the button
     */
    void use(RecipeDetailViewModel model, Texts texts, BiConsumer<Ingredient, Node> onAmount) {
        pressed = onAmount;
        asWritten.setAccessibleText(texts.get("recipes.scale.back"));
        asWritten.getTooltip().setText(texts.get("recipes.scale.back"));
        asWritten.setOnAction(_ -> model.factor(Quantity.ONE));
        heading.setText(texts.get("recipes.detail.ingredients"));
        servingsLabel.setText(texts.get("recipes.detail.servings"));
        fewer.setAccessibleText(texts.get("recipes.detail.fewer"));
        more.setAccessibleText(texts.get("recipes.detail.more"));
        fewer.setOnAction(_ -> model.fewerServings());
        more.setOnAction(_ -> model.moreServings());
        for (Quantity each : FACTORS) {
            ToggleButton button = new ToggleButton("×" + each.display());
            button.setUserData(each);
            button.setToggleGroup(factor);
            button.setAccessibleText(texts.get("recipes.detail.times", each.display()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.factor(each);
            });
            factors.getChildren().add(button);
        }
        ToggleGroup group = new ToggleGroup();
        for (Kitchen.Measures each : Kitchen.Measures.values()) {
            RadioMenuItem item = new RadioMenuItem(name(each, texts));
            item.setUserData(each);
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.measures(each));
            measures.getItems().add(item);
        }
        measures.setAccessibleText(texts.get("recipes.detail.measures"));
    }

    /** Shows a recipe's ingredients in these amounts. */
    void show(Portion portion, Texts texts) {
        Quantity people = portion.servings();
        stepper.setVisible(people != null);
        factors.setVisible(people == null);
        if (people != null) {
            servings.setText(people.display());
            fewer.setDisable(people.compareTo(Quantity.ONE) <= 0);
        }
        factor.getToggles().forEach(t -> t.setSelected(portion.factor().equals(t.getUserData())));
        measures.setText(name(portion.kitchen().measures(), texts));
        measures.getItems().forEach(item -> ((RadioMenuItem) item)
                .setSelected(portion.kitchen().measures() == item.getUserData()));
        boolean scaled = !portion.factor().equals(Quantity.ONE);
        asWritten.setVisible(scaled);
        // The way back takes the word's place, so that scaling moves nothing.
        servingsLabel.setVisible(people != null && !scaled);
        rows.getChildren().clear();
        List<Ingredient> lines = portion.recipe().ingredients();
        add(portion, texts, lines.subList(0, Math.min(ROWS, lines.size())), null);
        if (lines.isEmpty()) {
            Label none = new Label(texts.get("recipes.detail.noIngredients"));
            none.getStyleClass().add("muted");
            rows.getChildren().add(none);
        }
        if (lines.size() > ROWS) {
            Button all = new Button(texts.get("recipes.detail.allIngredients", lines.size()));
            all.setOnAction(_ -> {
                rows.getChildren().remove(all);
                add(portion, texts, lines.subList(ROWS, lines.size()), lines.get(ROWS - 1).section());
                mark(verdict, texts);
            });
            rows.getChildren().add(all);
        }
    }

    /** Marks the rows by what is at home and says below what is missing; null takes the marks away. */
    void mark(@Nullable Verdict now, Texts texts) {
        verdict = now;
        HomeWords words = new HomeWords(texts);
        int line = 0;
        for (Node row : rows.getChildren()) {
            if (row instanceof IngredientRow ingredient) {
                ingredient.mark(now == null || line >= now.lines().size() ? null : now.lines().get(line), words);
                line++;
            }
        }
        missing.show(now, words, texts);
    }

    private void add(
            Portion portion, Texts texts, List<Ingredient> lines, @Nullable String above) {
        rows.getChildren().addAll(rows(portion, texts, lines, above, pressed));
    }

    /** The rows of some ingredients, with a heading wherever the section changes from {@code above} on. */
    static List<Region> rows(Portion portion, Texts texts, List<Ingredient> lines, @Nullable String above) {
        return rows(portion, texts, lines, above, null);
    }

    private static List<Region> rows(
            Portion portion,
            Texts texts,
            List<Ingredient> lines,
            @Nullable String above,
            @Nullable BiConsumer<Ingredient, Node> pressed) {
        List<Region> made = new ArrayList<>();
        String section = above;
        for (Ingredient line : lines) {
            if (!Objects.equals(section, line.section())) {
                section = line.section();
                if (section != null) {
                    Label title = new Label(section);
                    title.getStyleClass().add("ingredient-section");
                    title.setWrapText(true);
                    title.setMinHeight(Region.USE_PREF_SIZE);
                    title.setAccessibleRole(AccessibleRole.TEXT);
                    made.add(title);
                }
            }
            made.add(row(portion, texts, line, pressed));
        }
        return made;
    }

    private static IngredientRow row(
            Portion portion, Texts texts, Ingredient line, @Nullable BiConsumer<Ingredient, Node> pressed) {
        if (pressed == null || !portion.scales(line)) {
            return new IngredientRow(portion.line(line), texts);
        }
        IngredientRow[] made = new IngredientRow[1];
        made[0] = new IngredientRow(portion.line(line), texts, () -> pressed.accept(line, made[0]));
        return made[0];
    }

    private static String name(Kitchen.Measures measures, Texts texts) {
        return texts.get("recipes.measures." + measures.name().toLowerCase(Locale.ROOT));
    }
}
