package app.larder.recipes.view;

import javafx.fxml.FXML;

/** The import preview. */
public final class ImportView implements RoomPage<RecipesPages.Import> {

    private final RecipesPages pages;

    public ImportView(RecipesPages pages) {
        this.pages = pages;
    }

    @FXML
    private void close() {
        pages.home();
    }

    @Override
    public void open(RecipesPages.Import page) {}

    @Override
    public boolean back() {
        return false;
    }

    @Override
    public void left() {}
}
