package app.larder.recipes.view;

import app.larder.cook.Verdict;
import app.larder.fx.Dialogs;
import app.larder.fx.Texts;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.view.RecipeDetailViewModel.State;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recipe beside the list. */
public final class RecipeDetailView {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** Below that many em of width, margins are smaller. */
    private static final double WIDE = 34;

    private final RecipeDetailViewModel model;
    private final RecipeActions actions;
    private final RecipesPages pages;
    private final Timers timers;
    private final Dialogs dialogs;
    private final Texts texts;
    private final Label home = new Label();
    private @Nullable Recipe onScreen;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Region recipe;

    @FXML
    private Label title;

    @FXML
    private Button cook;

    @FXML
    private Button cooked;

    @FXML
    private SuggestPopover popover;

    @FXML
    private FlowPane meta;

    @FXML
    private Label description;

    @FXML
    private PhotoStrip photos;

    @FXML
    private TwoColumns columns;

    @FXML
    private IngredientsPane ingredients;

    @FXML
    private MethodPane method;

    @FXML
    private Region notesPart;

    @FXML
    private Label notes;

    @FXML
    private StatePane nothing;

    public RecipeDetailView(
            RecipeDetailViewModel model,
            RecipeActions actions,
            RecipesPages pages,
            Timers timers,
            Dialogs dialogs,
            Texts texts) {
        this.model = model;
        this.actions = actions;
        this.pages = pages;
        this.timers = timers;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        ingredients.use(model, texts, this::askAmount);
        photos.use(model.album(), dialogs, texts, scroll);
        model.verdictProperty().subscribe(this::mark);
        description.fontProperty().subscribe(font -> columns.em(font.getSize()));
        scroll.widthProperty().subscribe(width -> recipe.pseudoClassStateChanged(
                NARROW, width.doubleValue() < WIDE * description.getFont().getSize()));
        for (Node part : List.of(description, notesPart, home, cooked)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        model.portionProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::state);
    }

    private void show(@Nullable Portion portion) {
        if (portion == null) {
            onScreen = null;
            photos.show(null);
            return;
        }
        Recipe recipe = portion.recipe();
        boolean other = onScreen == null || !onScreen.id().equals(recipe.id());
        if (!recipe.equals(onScreen)) {
            head(recipe);
        }
        onScreen = recipe;
        if (other) {
            photos.show(recipe.id());
        }
        ingredients.show(portion, texts);
        mark(model.verdictProperty().get());
        method.show(portion, texts, timers);
        if (other) {
            scroll.setVvalue(0);
        }
    }

    private void mark(@Nullable Verdict verdict) {
        ingredients.mark(verdict, texts);
        home.setVisible(verdict != null && verdict.tally().total() > 0);
        if (verdict != null) {
            home.setText(new HomeWords(texts).tally(verdict.tally()));
            home.getStyleClass().setAll("label", "pill", HomeWords.style(verdict.tally()));
        }
        cooked.setVisible(verdict != null);
    }

    private void askAmount(Ingredient line, Node row) {
        popover.open(
                row,
                texts.get("recipes.scale.ask", line.name()),
                (_, found) -> found.accept(List.of()),
                typed -> {
                    if (!model.scaleTo(line, typed)) {
                        actions.say(texts.get("recipes.scale.refused", typed, line.name()));
                    }
                });
    }

    private void head(Recipe recipe) {
        title.setText(recipe.name());
        say(description, description, recipe.description());
        say(notesPart, notes, recipe.details().notes());
        RecipeWords words = new RecipeWords(texts);
        meta.getChildren().clear();
        Integer minutes = recipe.minutes();
        if (minutes != null) {
            meta.getChildren().add(fact("fth-clock", words.minutes(minutes)));
        }
        String yield = recipe.details().yield();
        if (yield != null) {
            meta.getChildren().add(fact("fth-users", yield));
        }
        String source = recipe.source();
        if (source != null) {
            meta.getChildren().add(source(source));
        }
        meta.getChildren().add(home);
        meta.getChildren().add(fact("fth-calendar", texts.get("recipes.detail.added", words.date(recipe.createdAt()))));
        for (String tag : recipe.details().tags()) {
            Label pill = new Label(tag);
            pill.getStyleClass().add("pill");
            meta.getChildren().add(pill);
        }
    }

    private Node source(String source) {
        return RecipeWords.link(source)
                .<Node>map(address -> {
                    Hyperlink link = new Hyperlink(RecipeWords.host(address), new FontIcon("fth-external-link"));
                    link.setId("source-link");
                    link.setTooltip(new Tooltip(source));
                    link.setAccessibleText(texts.get("recipes.detail.open", RecipeWords.host(address)));
                    link.setOnAction(_ -> {
                        link.setVisited(false);
                        dialogs.open(address);
                    });
                    return link;
                })
                .orElseGet(() -> fact("fth-book-open", source));
    }

    private static Label fact(String icon, String text) {
        Label label = new Label(text, new FontIcon(icon));
        label.getStyleClass().add("fact");
        label.setWrapText(true);
        return label;
    }

    private static void say(Node part, Label label, @Nullable String text) {
        label.setText(text == null ? "" : text);
        part.setVisible(text != null);
    }

    private void state(State state) {
        scroll.setVisible(state == State.READY);
        nothing.setVisible(false);
        switch (state) {
            case READY, LOADING -> {}
            case NONE -> nothing.say(
                    "fth-book-open", texts.get("recipes.detail.none.title"), texts.get("recipes.detail.none.text"));
            case FAILED -> {
                Button retry = new Button(texts.get("recipes.failed.retry"));
                retry.setOnAction(_ -> model.reload());
                nothing.say(
                        "fth-alert-triangle",
                        texts.get("recipes.detail.failed"),
                        texts.why(model.failureProperty().get(), "failure.unexpected"),
                        retry);
            }
        }
    }

    private void withPortion(Consumer<Portion> action) {
        Portion portion = model.portionProperty().get();
        if (portion != null) {
            action.accept(portion);
        }
    }

    /** Into cook mode with the recipe in its amounts. */
    @FXML
    void cook() {
        withPortion(pages::cook);
    }

    /** Takes what the recipe used from the pantry. */
    @FXML
    void cooked() {
        withPortion(_ -> model.cooked());
    }

    /** Esc: closes what is open; false if nothing is. */
    boolean back() {
        return popover.close();
    }

    /** Into the editor. */
    @FXML
    void edit() {
        withPortion(portion -> pages.edit(portion.recipe()));
    }

    /** Prints the recipe in its amounts. */
    @FXML
    void print() {
        withPortion(portion -> dialogs.print(portion.recipe().name(), new RecipePrint(portion, texts)));
    }

    /** Adds photos from files. */
    @FXML
    void addPhoto() {
        photos.choose();
    }

    @FXML
    void duplicate() {
        withPortion(portion -> actions.duplicate(portion.recipe()));
    }

    /** Moves the recipe to the trash. */
    @FXML
    void delete() {
        withPortion(portion -> actions.delete(portion.recipe()));
    }

    /** Puts the focus onto what is done first with a recipe. */
    void focus() {
        cook.requestFocus();
    }

    /** Whether there is a recipe to do something with. */
    boolean hasRecipe() {
        return model.portionProperty().get() != null;
    }
}
