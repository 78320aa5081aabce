package app.larder.recipes.view;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeRepository.TrashedRecipe;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The deleted recipes, and the way back. */
public final class TrashViewModel {

    /** What there is to show. */
    public enum State {
        LOADING,
        READY,
        EMPTY,
        FAILED
    }

    private final RecipeBook book;
    private final RecipesPages pages;
    private final Background background;
    private final Background.Lane reading;
    private final Notices notices;
    private final Texts texts;
    private final ObservableList<TrashedRecipe> recipes = FXCollections.observableArrayList();
    private final ObservableList<TrashedRecipe> shown = FXCollections.unmodifiableObservableList(recipes);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    public TrashViewModel(RecipeBook book, RecipesPages pages, Background background, Notices notices, Texts texts) {
        this.book = book;
        this.pages = pages;
        this.background = background;
        this.reading = background.lane();
        this.notices = notices;
        this.texts = texts;
        pages.changesProperty().addListener((_, _, _) -> reload());
    }

    /** Reads what is in the trash. */
    public void reload() {
        reading.run(book::trashed, this::show, this::failed);
    }

    private void show(List<TrashedRecipe> found) {
        recipes.setAll(found);
        state.set(found.isEmpty() ? State.EMPTY : State.READY);
    }

    private void failed(Exception why) {
        failure.set(texts.why(why, "failure.unexpected"));
        state.set(State.FAILED);
    }

    /** Brings a recipe back. */
    public void restore(TrashedRecipe recipe) {
        background.run(
                () -> book.restore(List.of(recipe.id())),
                _ -> {
                    pages.changed(List.of(recipe.id()));
                    notices.done(texts.get("recipes.restored", recipe.name()));
                },
                this::failed);
    }

    /** When a recipe leaves the trash for good. */
    static Instant goneAt(TrashedRecipe recipe) {
        return recipe.deletedAt().plus(RecipeBook.TRASH_KEPT);
    }

    /** What is in the trash, latest first. */
    public ObservableList<TrashedRecipe> recipes() {
        return shown;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why there is nothing to show, in a sentence for people. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
