package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeProblem.Field;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The recipe editor. */
public final class EditorView implements RoomPage<RecipesPages.Editor> {

    /** From that width on, in text heights, the facts stand beside the lines and not above them. */
    private static final double WIDE = 82;

    /** From that width on, in text heights, the facts need one row fewer. */
    private static final double ROOMY = 48;

    private static final PseudoClass WIDE_PAGE = PseudoClass.getPseudoClass("wide");

    private static final Duration KEEP_AFTER = Duration.seconds(1);

    private final EditorViewModel model;
    private final Texts texts;
    private final PauseTransition keep = new PauseTransition(KEEP_AFTER);
    private final Map<Field, Node> places = new EnumMap<>(Field.class);

    @FXML
    private BorderPane page;

    @FXML
    private Label title;

    @FXML
    private Label kept;

    @FXML
    private Label hint;

    @FXML
    private Button discard;

    @FXML
    private Button save;

    @FXML
    private ScrollPane scroll;

    @FXML
    private HBox columns;

    @FXML
    private VBox form;

    @FXML
    private FactsGrid facts;

    @FXML
    private OfferBar offer;

    @FXML
    private FieldBox name;

    @FXML
    private FieldBox description;

    @FXML
    private FieldBox prep;

    @FXML
    private FieldBox cook;

    @FXML
    private FieldBox total;

    @FXML
    private FieldBox servings;

    @FXML
    private FieldBox yield;

    @FXML
    private FieldBox source;

    @FXML
    private TagField tags;

    @FXML
    private Label tagsLabel;

    @FXML
    private Label tagsProblem;

    @FXML
    private VBox ingredients;

    @FXML
    private Label ingredientsProblem;

    @FXML
    private VBox steps;

    @FXML
    private Label stepsProblem;

    @FXML
    private FieldBox notes;

    /** The screen of that model. */
    @SuppressWarnings("NullAway.Init") // FXML fields are set by the loader before initialize()
    public EditorView(EditorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        bindFields();
        ingredients.getChildren().add(rows(model.content().ingredients(), EditorRow.Kind.INGREDIENT));
        steps.getChildren().add(rows(model.content().steps(), EditorRow.Kind.STEP));
        offer.bind(model.offerProperty());
        model.sittingProperty().subscribe(sitting ->
                title.setText(texts.get(sitting.isNew() ? "editor.title.new" : "editor.title")));
        discard.visibleProperty().bind(model.keptProperty());
        discard.managedProperty().bind(discard.visibleProperty());
        kept.managedProperty().bind(kept.visibleProperty());
        kept.visibleProperty().bind(model.keptProperty());
        hint.managedProperty().bind(hint.visibleProperty());
        model.sittingProperty().subscribe(this::hint);
        model.content().changesProperty().subscribe(this::hint);
        columns.disableProperty().bind(model.busyProperty());
        save.disableProperty().bind(model.busyProperty());
        model.content().fields().wantedProperty().subscribe(this::showProblem);
        keep.setOnFinished(e -> model.keepDraft());
        model.content().changesProperty().subscribe((before, now) -> {
            if (keep.getStatus() != javafx.animation.Animation.Status.RUNNING) {
                keep.playFromStart();
            }
        });
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ScrollToFocus.on(scroll, columns);
        scroll.widthProperty().subscribe(w -> arrange());
        save.fontProperty().subscribe(this::arrange);
    }

    private void hint() {
        hint.setVisible(model.sittingProperty().get().isNew() && model.draft().isBlank());
    }

    private void bindFields() {
        Map<Field, FieldBox> boxes = new EnumMap<>(Map.of(
                Field.NAME, name,
                Field.DESCRIPTION, description,
                Field.PREP_TIME, prep,
                Field.COOK_TIME, cook,
                Field.TOTAL_TIME, total,
                Field.SERVINGS, servings,
                Field.YIELD, yield,
                Field.SOURCE, source,
                Field.NOTES, notes));
        boxes.forEach((field, box) -> {
            box.bind(model.content().fields(), field);
            box.onPaste(model::pasting);
            places.put(field, box.getInput());
        });
        tags.tagsProperty().bindBidirectional(model.content().fields().text(Field.TAGS));
        tags.setRemoveText(tag -> texts.get("editor.tag.remove", tag));
        tagsLabel.setLabelFor(tags.typing());
        tags.typing().setAccessibleText(tagsLabel.getText());
        problem(tagsProblem, Field.TAGS);
        problem(ingredientsProblem, Field.INGREDIENTS);
        problem(stepsProblem, Field.INSTRUCTIONS);
        places.put(Field.TAGS, tags.typing());
        places.put(Field.INGREDIENTS, ingredients);
        places.put(Field.INSTRUCTIONS, steps);
    }

    private void problem(Label label, Field field) {
        label.textProperty().bind(model.content().fields().problem(field));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private EditorRows rows(EditorLines lines, EditorRow.Kind kind) {
        return new EditorRows(
                lines,
                line -> new EditorRow(line, lines, kind, texts, model),
                more -> texts.get("editor.more", more));
    }

    /** On a wide window the facts stand at the right, else between the name and the ingredients. */
    private void arrange() {
        double width = scroll.getWidth() / save.getFont().getSize();
        boolean wide = width > WIDE;
        facts.arrange(!wide && width > ROOMY);
        boolean beside = columns.getChildren().contains(facts);
        if (wide && !beside) {
            form.getChildren().remove(facts);
            columns.getChildren().add(facts);
        } else if (!wide && beside) {
            columns.getChildren().remove(facts);
        }
        if (!wide && !form.getChildren().contains(facts)) {
            form.getChildren().add(2, facts);
        }
        page.pseudoClassStateChanged(WIDE_PAGE, wide);
    }

    private void showProblem(@Nullable Field field) {
        Node place = field == null ? null : places.get(field);
        if (place != null) {
            place.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        boolean saves = event.isShortcutDown() && (event.getCode() == KeyCode.S || event.getCode() == KeyCode.ENTER);
        if (saves) {
            save();
            event.consume();
        }
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void discard() {
        model.discard();
    }

    @FXML
    private void close() {
        model.close();
    }

    @FXML
    private void addIngredient() {
        model.content().ingredients().append(false);
    }

    @FXML
    private void addIngredientHeading() {
        model.content().ingredients().append(true);
    }

    @FXML
    private void addStep() {
        model.content().steps().append(false);
    }

    @FXML
    private void addStepHeading() {
        model.content().steps().append(true);
    }

    @Override
    public void open(RecipesPages.Editor editor) {
        model.open(editor.recipe(), editor.words());
        scroll.setVvalue(0);
        name.getInput().requestFocus();
        name.getInput().end();
    }

    @Override
    public boolean back() {
        model.close();
        return true;
    }

    @Override
    public void left() {
        keep.stop();
        model.left();
    }

    @Override
    public void preserve() {
        keep.stop();
        model.preserve();
    }
}
