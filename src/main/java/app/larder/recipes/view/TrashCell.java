package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeRepository.TrashedRecipe;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One deleted recipe and its way back. */
final class TrashCell extends ListCell<TrashedRecipe> {

    private final Texts texts;
    private final RecipeWords words;
    private final Label name = new Label();
    private final Label when = new Label();
    private final Button restore = new Button();
    private final HBox row;

    TrashCell(Texts texts, Consumer<TrashedRecipe> bringBack) {
        this.texts = texts;
        this.words = new RecipeWords(texts);
        name.getStyleClass().add("card-name");
        when.getStyleClass().add("caption");
        VBox what = new VBox(name, when);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        restore.setText(texts.get("recipes.trash.restore"));
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(_ -> {
            TrashedRecipe recipe = getItem();
            if (recipe != null) {
                bringBack.accept(recipe);
            }
        });
        row = new HBox(what, restore);
        row.getStyleClass().add("trash-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TrashedRecipe recipe, boolean empty) {
        super.updateItem(recipe, empty);
        setText(null);
        if (empty || recipe == null) {
            setGraphic(null);
            return;
        }
        name.setText(recipe.name());
        when.setText(texts.get(
                "recipes.trash.when", words.date(recipe.deletedAt()), words.date(TrashViewModel.goneAt(recipe))));
        restore.setAccessibleText(texts.get("recipes.trash.restoreName", recipe.name()));
        setGraphic(row);
    }
}
