package app.larder.recipes.view;

import app.larder.fx.StayAwake;
import app.larder.fx.Texts;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cook mode on screen: big type, the ingredients of the step beside it, and keys that work with wet hands. */
public final class CookView implements RoomPage<RecipesPages.Cook> {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** Below that many em of width, type and margins are smaller. */
    private static final double WIDE = 75;

    /** Width of the ingredients in em, and the most they take of the window. */
    private static final double BESIDE = 24;

    private static final double BESIDE_NARROW = 18;
    private static final double BESIDE_SHARE = 0.38;

    private final CookViewModel model;
    private final RecipesPages pages;
    private final StayAwake awake;
    private final Texts texts;

    @FXML
    private BorderPane cook;

    @FXML
    private Label name;

    @FXML
    private Label place;

    @FXML
    private ProgressBar progress;

    @FXML
    private ToggleButton all;

    @FXML
    private ScrollPane stepScroll;

    @FXML
    private VBox stepBox;

    @FXML
    private Region beside;

    @FXML
    private Label besideTitle;

    @FXML
    private VBox besideRows;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    public CookView(CookViewModel model, RecipesPages pages, StayAwake awake, Texts texts) {
        this.model = model;
        this.pages = pages;
        this.awake = awake;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        all.selectedProperty().bindBidirectional(model.allIngredientsProperty());
        model.allIngredientsProperty().subscribe(this::showIngredients);
        model.indexProperty().subscribe(this::show);
        cook.widthProperty().subscribe(width -> fit(width.doubleValue(), place.getFont().getSize()));
        cook.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void fit(double width, double em) {
        boolean narrow = width < WIDE * em;
        cook.pseudoClassStateChanged(NARROW, narrow);
        double wanted = Math.floor(Math.min((narrow ? BESIDE_NARROW : BESIDE) * em, width * BESIDE_SHARE));
        beside.setMinWidth(wanted);
        beside.setMaxWidth(wanted);
    }

    @Override
    public void open(RecipesPages.Cook page) {
        name.setText(page.portion().recipe().name());
        model.open(page.portion());
        awake.hold();
        cook.requestFocus();
    }

    @Override
    public boolean back() {
        return false;
    }

    @Override
    public void left() {
        awake.release();
    }

    @Override
    public void preserve() {
        awake.release();
    }

    private void show() {
        Portion portion = model.portion();
        if (portion == null) {
            return;
        }
        Method.Step step = model.step();
        int number = model.indexProperty().get() + 1;
        stepBox.getChildren().clear();
        String section = model.section();
        if (section != null) {
            stepBox.getChildren().add(label(section, "cook-section"));
        }
        if (step == null) {
            stepBox.getChildren().add(label(texts.get("recipes.detail.noSteps"), "cook-none"));
            place.setText("");
        } else {
            StepText text = new StepText(step.text(), portion.kitchen().measures(), texts, model::start);
            text.getStyleClass().add("cook-step");
            stepBox.getChildren().add(text);
            place.setText(texts.get("cook.step", number, model.steps()));
            cook.setAccessibleText(place.getText() + ". " + step.text());
        }
        stepScroll.setVvalue(0);
        progress.setProgress(model.steps() == 0 ? 0 : (double) number / model.steps());
        previous.setDisable(number <= 1);
        next.setText(texts.get(number < model.steps() ? "cook.next" : "cook.finish"));
        showIngredients();
    }

    private void showIngredients() {
        Portion portion = model.portion();
        if (portion == null) {
            return;
        }
        List<Ingredient> lines = model.ingredients();
        boolean every = model.allIngredientsProperty().get() || model.steps() == 0;
        besideTitle.setText(texts.get(every ? "recipes.detail.ingredients" : "cook.forThisStep"));
        beside.setVisible(every || !lines.isEmpty());
        besideRows.getChildren().clear();
        if (every) {
            besideRows.getChildren().addAll(IngredientsPane.rows(portion, texts, lines, null));
        } else {
            lines.forEach(line -> besideRows.getChildren().add(new IngredientRow(portion.line(line), texts)));
        }
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean onButton = event.getTarget() instanceof ButtonBase;
        KeyCode code = event.getCode();
        if (code == KeyCode.RIGHT || code == KeyCode.PAGE_DOWN) {
            model.next();
        } else if (code == KeyCode.LEFT || code == KeyCode.PAGE_UP) {
            model.previous();
        } else if (code == KeyCode.HOME) {
            model.go(0);
        } else if (code == KeyCode.END) {
            model.go(model.steps() - 1);
        } else if (code == KeyCode.SPACE && !onButton) {
            if (!model.startNext()) {
                model.next();
            }
        } else {
            return;
        }
        event.consume();
    }

    @FXML
    private void next() {
        if (!model.next()) {
            model.finish();
            pages.home();
        }
    }

    @FXML
    private void previous() {
        model.previous();
    }

    @FXML
    private void close() {
        pages.home();
    }
}
