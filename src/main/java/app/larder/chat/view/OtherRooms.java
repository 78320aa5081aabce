package app.larder.chat.view;

import app.larder.recipes.RecipeDraft;
import java.util.List;
import java.util.UUID;

/** The way from the Chat room into the other rooms. Used on the JavaFX thread only. */
public interface OtherRooms {

    /** Recipes were saved or taken back here. */
    void recipesChanged(List<UUID> recipes);

    /** Something was done to the pantry here. */
    void pantryChanged();

    /** Goes to a recipe. */
    void showRecipe(UUID recipe);

    /** Goes to the editor with these words; another new recipe that lies there unsaved is shown first. */
    void write(RecipeDraft words);

    /** Goes to where a model is chosen. */
    void showSettings();
}
