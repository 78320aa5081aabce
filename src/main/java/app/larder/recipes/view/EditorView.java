package app.larder.recipes.view;

import javafx.fxml.FXML;

/** The recipe editor. */
public final class EditorView implements RoomPage<RecipesPages.Editor> {

    private final RecipesPages pages;

    public EditorView(RecipesPages pages) {
        this.pages = pages;
    }

    @FXML
    private void close() {
        pages.home();
    }

    @Override
    public void open(RecipesPages.Editor page) {}

    @Override
    public boolean back() {
        return false;
    }

    @Override
    public void left() {}
}
