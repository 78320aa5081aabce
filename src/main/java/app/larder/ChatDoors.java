package app.larder;

import app.larder.chat.view.OtherRooms;
import app.larder.recipes.RecipeDraft;
import app.larder.recipes.view.RecipesPages;
import java.util.List;
import java.util.UUID;

/** The ways from the Chat room into the other rooms of one window. */
final class ChatDoors implements OtherRooms {

    private final WindowParts window;
    private final RecipesPages pages;
    private final Runnable pantryChanged;

    /** To those pages; {@code pantryChanged} lets the other rooms look at the pantry again. */
    ChatDoors(WindowParts window, RecipesPages pages, Runnable pantryChanged) {
        this.window = window;
        this.pages = pages;
        this.pantryChanged = pantryChanged;
    }

    @Override
    public void recipesChanged(List<UUID> recipes) {
        pages.changed(recipes);
    }

    @Override
    public void pantryChanged() {
        pantryChanged.run();
    }

    @Override
    public void showRecipe(UUID recipe) {
        window.goTo().accept("recipes");
        pages.show(recipe);
    }

    @Override
    public void write(RecipeDraft words) {
        window.goTo().accept("recipes");
        pages.write(words);
    }

    @Override
    public void showSettings() {
        window.goTo().accept("settings");
    }
}
