package app.larder.recipes.view;

import app.larder.exchange.ImportedRecipe;
import app.larder.fx.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the import preview: a recipe with its checkbox, or what could not be read and why. */
final class ImportCell extends ListCell<ImportEntry> {

    /** Room around the checkbox and the words, in pixels, and for a scroll bar. */
    private static final double PADDING = 64;

    private final Texts texts;
    private final ImportWords words;
    private final Consumer<ImportEntry.Failed> retry;
    private final CheckBox check = new CheckBox();
    private final FontIcon warning = new FontIcon("fth-alert-circle");
    private final Label name = new Label();
    private final Label facts = new Label();
    private final HBox pills = new HBox();
    private final Button again = new Button();
    private final HBox row = new HBox();
    private @Nullable BooleanProperty bound;

    ImportCell(Texts texts, ReadOnlyDoubleProperty width, Consumer<ImportEntry.Failed> retry) {
        this.texts = texts;
        this.words = new ImportWords(texts);
        this.retry = retry;
        getStyleClass().add("import-cell");
        name.getStyleClass().add("strong");
        facts.getStyleClass().add("caption");
        facts.setWrapText(true);
        pills.getStyleClass().add("import-pills");
        again.setText(texts.get("import.retry"));
        again.getStyleClass().add("chip");
        warning.getStyleClass().add("import-failed-icon");
        VBox column = new VBox(name, facts, pills, again);
        column.getStyleClass().add("import-words");
        column.setMinWidth(0);
        // a box measures its children at their own widths, so the words are told what is left for them
        column.prefWidthProperty().bind(width.subtract(check.widthProperty()).subtract(PADDING));
        facts.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(column, Priority.ALWAYS);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("import-row");
        row.getChildren().addAll(check, warning, column);
        check.setFocusTraversable(false);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ImportEntry item, boolean empty) {
        super.updateItem(item, empty);
        if (bound != null) {
            check.selectedProperty().unbindBidirectional(bound);
            bound = null;
        }
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case ImportEntry.Found(ImportedRecipe imported, BooleanProperty chosen) -> {
                bound = chosen;
                check.selectedProperty().bindBidirectional(chosen);
                show(imported);
            }
            case ImportEntry.Failed failed -> show(failed);
        }
        setGraphic(row);
        setAccessibleText(name.getText() + ", " + facts.getText());
    }

    private void show(ImportedRecipe imported) {
        shown(check, true);
        shown(warning, false);
        shown(again, false);
        name.setText(imported.recipe().name());
        check.setAccessibleText(imported.recipe().name());
        facts.setText(texts.get("import.counts", imported.recipe().ingredients().size(), imported.steps().size()));
        int problems = imported.problems().size() - (imported.isKnown() ? 1 : 0);
        pills.getChildren().clear();
        if (imported.isKnown()) {
            pills.getChildren().add(pill(texts.get("import.known"), "missing"));
        }
        if (problems > 0) {
            pills.getChildren().add(pill(texts.get("import.problems", problems), "partly"));
        }
        shown(pills, !pills.getChildren().isEmpty());
    }

    private void show(ImportEntry.Failed failed) {
        shown(check, false);
        shown(warning, true);
        shown(pills, false);
        shown(again, failed.canRetry());
        again.setOnAction(e -> retry.accept(failed));
        name.setText(failed.shortName());
        facts.setText(words.reason(failed.failure().reason()));
    }

    private static Label pill(String text, String kind) {
        Label pill = new Label(text);
        pill.getStyleClass().addAll(List.of("pill", kind));
        return pill;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
