package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeProblem.Field;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
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
    private static final double WIDE = 76;

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
    private VBox facts;

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
        ingredients.getChildren().add(rows(model.ingredients(), EditorRow.Kind.INGREDIENT));
        steps.getChildren().add(rows(model.steps(), EditorRow.Kind.STEP));
        offer.bind(model.offerProperty());
        model.sittingProperty().subscribe(sitting ->
                title.setText(texts.get(sitting.isNew() ? "editor.title.new" : "editor.title")));
        kept.visibleProperty().bind(model.keptProperty());
        discard.disableProperty().bind(model.keptProperty().not().or(model.busyProperty()));
        columns.disableProperty().bind(model.busyProperty());
        save.disableProperty().bind(model.busyProperty());
        model.fields().wantedProperty().subscribe(this::showProblem);
        keep.setOnFinished(e -> model.keepDraft());
        model.changesProperty().subscribe((before, now) -> {
            if (keep.getStatus() != javafx.animation.Animation.Status.RUNNING) {
                keep.playFromStart();
            }
        });
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        page.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::reveal);
            }
        });
        scroll.widthProperty().subscribe(w -> arrange());
        tagsLabel.fontProperty().subscribe(this::arrange);
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
            box.bind(model.fields(), field);
            places.put(field, box.getInput());
        });
        tags.tagsProperty().bindBidirectional(model.fields().text(Field.TAGS));
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
        label.textProperty().bind(model.fields().problem(field));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private EditorRows rows(EditorLines lines, EditorRow.Kind kind) {
        return new EditorRows(
                lines,
                line -> new EditorRow(line, lines, kind, texts, gone -> model.remove(lines, gone)),
                more -> texts.get("editor.more", more));
    }

    /** On a wide window the facts stand at the right, else between the name and the ingredients. */
    private void arrange() {
        boolean wide = scroll.getWidth() > WIDE * tagsLabel.getFont().getSize();
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
        page.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wide"), wide);
    }

    private void showProblem(@Nullable Field field) {
        Node place = field == null ? null : places.get(field);
        if (place != null) {
            place.requestFocus();
            reveal(place);
        }
    }

    /** Scrolls what has the focus into sight. */
    private void reveal(@Nullable Node node) {
        if (node == null || !(within(node, form) || within(node, facts))) {
            return;
        }
        Bounds there = columns.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double window = scroll.getViewportBounds().getHeight();
        double most = columns.getHeight() - window;
        if (most <= 0 || there == null) {
            return;
        }
        double top = scroll.getVvalue() * most;
        double margin = tagsLabel.getFont().getSize() * 2;
        if (there.getMinY() - margin < top) {
            scroll.setVvalue((there.getMinY() - margin) / most);
        } else if (there.getMaxY() + margin > top + window) {
            scroll.setVvalue((there.getMaxY() + margin - window) / most);
        }
    }

    private static boolean within(Node node, Node parent) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
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
        model.ingredients().append(false);
    }

    @FXML
    private void addIngredientHeading() {
        model.ingredients().append(true);
    }

    @FXML
    private void addStep() {
        model.steps().append(false);
    }

    @FXML
    private void addStepHeading() {
        model.steps().append(true);
    }

    @Override
    public void open(RecipesPages.Editor editor) {
        model.open(editor.recipe());
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
}
