package app.larder;

import app.larder.pantry.view.PantryViewModel;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.view.RecipesPages;
import app.larder.shell.Whereabouts;
import app.larder.sync.Entity;
import app.larder.sync.RowKey;
import app.larder.sync.view.Places;
import app.larder.sync.view.SyncView;
import app.larder.sync.view.SyncViewModel;
import java.util.EnumSet;
import java.util.Set;

/** The room of sync in one window: what it shows, and where it sends people. */
final class SyncRoom implements Places {

    private static final Set<Entity> RECIPES = EnumSet.of(Entity.RECIPES, Entity.RECIPE_DETAILS);

    private final SyncViewModel model;
    private final WindowParts window;
    private final RecipeBook book;
    private final RecipesPages pages;
    private final PantryViewModel pantry;

    SyncRoom(
            SyncViewModel model, WindowParts window, RecipeBook book, RecipesPages pages, PantryViewModel pantry) {
        this.model = model;
        this.window = window;
        this.book = book;
        this.pages = pages;
        this.pantry = pantry;
    }

    SyncView view() {
        return new SyncView(model, this, window.dialogs(), window.texts());
    }

    /** The mark on the rail. */
    Whereabouts whereabouts() {
        return new Whereabouts(model.badgeProperty(), model::tick, SyncView.class);
    }

    @Override
    public boolean has(RowKey row) {
        return RECIPES.contains(row.entity()) || row.entity() == Entity.HOUSEHOLD_INGREDIENTS;
    }

    @Override
    public void edit(RowKey row) {
        if (row.entity() == Entity.HOUSEHOLD_INGREDIENTS) {
            window.goTo().accept("pantry");
            pantry.reveal(row.id());
            return;
        }
        window.background()
                .run(
                        () -> book.find(row.id()),
                        found -> found.ifPresent(recipe -> {
                            window.goTo().accept("recipes");
                            pages.edit(recipe);
                        }),
                        _ -> window.notices().problem(window.texts().get("sync.failed.look")));
    }

    @Override
    public void account() {
        window.goTo().accept(Wiring.ROOMS.getLast().key());
    }
}
