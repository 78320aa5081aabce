package app.larder;

import app.larder.pantry.view.PantryViewModel;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.view.RecipesPages;
import app.larder.shell.Whereabouts;
import app.larder.store.UserStore;
import app.larder.sync.Entity;
import app.larder.sync.RowKey;
import app.larder.sync.view.Places;
import app.larder.sync.view.SyncView;
import app.larder.sync.view.SyncViewModel;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The room of sync in one window: what it shows, and where it sends people. */
final class SyncRoom implements Places {

    private static final Set<Entity> RECIPES = EnumSet.of(Entity.RECIPES, Entity.RECIPE_DETAILS);
    private static final Set<Entity> CHAT = EnumSet.of(Entity.CHAT_SESSIONS, Entity.CHAT_MESSAGES, Entity.MESSAGE_DETAILS);

    private final @Nullable FamilySync sync;
    private final UserStore rows;
    private final SyncViewModel model;
    private final WindowParts window;
    private final RecipeBook book;
    private final RecipesPages pages;
    private final PantryViewModel pantry;

    /** {@code sync}: null if there is nothing to exchange. */
    SyncRoom(
            @Nullable FamilySync sync,
            UserStore rows,
            WindowParts window,
            RecipeBook book,
            RecipesPages pages,
            PantryViewModel pantry) {
        this.sync = sync;
        this.rows = rows;
        this.window = window;
        this.book = book;
        this.pages = pages;
        this.pantry = pantry;
        this.model = new SyncViewModel(
                sync,
                window.background(),
                window.notices(),
                window.texts(),
                Clock.system(ZoneId.systemDefault()),
                rows.replica().isEmpty());
    }

    /** Hears how it stands and what was written from now on, in the place of the window before. */
    void listen(Runnable pantryChanged, Runnable chatChanged) {
        if (sync != null) {
            sync.show(status -> window.background().onScreen(() -> model.show(status)));
        }
        rows.whenSynced(keys -> window.background().onScreen(() -> synced(keys, pantryChanged, chatChanged)));
    }

    /** Sync wrote these rows: what shows them looks again, and leaves alone what is being typed. */
    private void synced(Set<RowKey> keys, Runnable pantryChanged, Runnable chatChanged) {
        List<UUID> recipes = keys.stream()
                .filter(key -> RECIPES.contains(key.entity()))
                .map(RowKey::id)
                .distinct()
                .toList();
        if (!recipes.isEmpty() || keys.stream().anyMatch(key -> key.entity() == Entity.RECIPE_PHOTOS)) {
            pages.changed(recipes);
        }
        if (keys.stream().anyMatch(key -> key.entity() == Entity.HOUSEHOLD_INGREDIENTS)) {
            pantryChanged.run();
        }
        if (keys.stream().anyMatch(key -> CHAT.contains(key.entity()))) {
            rows.chatsChangedElsewhere();
            chatChanged.run();
        }
    }

    /** A command wrote past the window, the recipes as they are named: what shows it looks again. JavaFX thread only. */
    void written(List<UUID> recipes, Runnable pantryChanged, Runnable chatChanged) {
        if (!recipes.isEmpty()) {
            pages.changed(recipes);
        }
        pantryChanged.run();
        chatChanged.run();
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
