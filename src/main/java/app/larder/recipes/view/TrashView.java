package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeRepository.TrashedRecipe;
import app.larder.recipes.view.TrashViewModel.State;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** The deleted recipes on screen. */
public final class TrashView implements RoomPage<RecipesPages.Trash> {

    private final TrashViewModel model;
    private final RecipesPages pages;
    private final Texts texts;

    @FXML
    private Label kept;

    @FXML
    private ListView<TrashedRecipe> list;

    @FXML
    private StatePane nothing;

    public TrashView(TrashViewModel model, RecipesPages pages, Texts texts) {
        this.model = model;
        this.pages = pages;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        kept.setText(texts.get("recipes.trash.kept", RecipeBook.TRASH_KEPT.toDays()));
        list.setItems(model.recipes());
        list.setCellFactory(_ -> new TrashCell(texts, model::restore));
        list.setOnKeyPressed(event -> {
            TrashedRecipe chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.restore(chosen);
                event.consume();
            }
        });
        model.stateProperty().subscribe(this::state);
    }

    @Override
    public void open(RecipesPages.Trash page) {
        model.reload();
        list.requestFocus();
    }

    @Override
    public boolean back() {
        return false;
    }

    @Override
    public void left() {}

    private void state(State state) {
        list.setVisible(state == State.READY);
        nothing.setVisible(false);
        switch (state) {
            case READY, LOADING -> {}
            case EMPTY -> nothing.say(
                    "fth-trash-2", texts.get("recipes.trash.empty.title"), texts.get("recipes.trash.empty.text"));
            case FAILED -> {
                Button retry = new Button(texts.get("recipes.failed.retry"));
                retry.setOnAction(_ -> model.reload());
                nothing.say(
                        "fth-alert-triangle",
                        texts.get("recipes.failed.title"),
                        model.failureProperty().get(),
                        retry);
            }
        }
    }

    @FXML
    private void close() {
        pages.home();
    }
}
