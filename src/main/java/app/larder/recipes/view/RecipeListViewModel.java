package app.larder.recipes.view;

import app.larder.fx.Background;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSummary;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The recipe list: what is looked for, what was found, and which recipe is chosen. */
public final class RecipeListViewModel {

    /** What the list has to show. */
    public enum State {
        /** Nothing yet. */
        LOADING,
        /** Recipes. */
        READY,
        /** Nothing, because of the filters. */
        NOTHING_FOUND,
        /** Nothing, because there are no recipes. */
        EMPTY,
        /** Nothing, because the database did not answer. */
        FAILED
    }

    private static final int SUGGESTIONS = 8;

    private final RecipeBook book;
    private final RecipesPages pages;
    private final Background background;
    private final Background.Lane searching;
    private final Background.Lane completing;
    private final Background.Lane suggesting;
    private final RecipeFilters filters = new RecipeFilters();
    private final ReadOnlyObjectWrapper<RecipeCards> cards =
            new ReadOnlyObjectWrapper<>(new RecipeCards(0, List.of(), List.of()));
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable UUID> selected = new ReadOnlyObjectWrapper<>();

    /** The list of a book's recipes, read again whenever {@code pages} says that they changed. */
    public RecipeListViewModel(RecipeBook book, RecipesPages pages, Background background) {
        this.book = book;
        this.pages = pages;
        this.background = background;
        this.searching = background.lane();
        this.completing = background.lane();
        this.suggesting = background.lane();
        filters.queryProperty().addListener((_, _, _) -> reload());
        pages.changesProperty().addListener((_, _, _) -> reload());
        pages.currentProperty().subscribe(page -> {
            if (page instanceof RecipesPages.Home(var recipe) && recipe != null) {
                select(recipe);
            }
        });
    }

    /** One answer of the database: how many there are, and the first page of them. */
    private record FirstPage(int total, int found, List<UUID> ids, List<RecipeSummary> cards) {}

    /** Reads the list again; what is on screen stays until the answer is there. */
    public void reload() {
        RecipeQuery query = filters.query();
        if (state.get() == State.FAILED) {
            state.set(State.LOADING);
        }
        searching.run(() -> firstPage(query), page -> show(query, page), this::failed);
    }

    private FirstPage firstPage(RecipeQuery query) {
        List<UUID> ids = book.ids(query, 0, RecipeCards.PAGE);
        int total = book.count(RecipeQuery.ALL);
        int found;
        if (!query.narrows()) {
            found = total;
        } else if (ids.size() < RecipeCards.PAGE) {
            found = ids.size();
        } else {
            found = book.count(query);
        }
        return new FirstPage(total, found, ids, book.summaries(ids, query.text()));
    }

    private void show(RecipeQuery query, FirstPage page) {
        RecipeCards found = new RecipeCards(page.found(), page.ids(), page.cards());
        total.set(page.total());
        if (selected.get() == null && !page.ids().isEmpty()) {
            selected.set(page.ids().getFirst());
        }
        cards.set(found);
        if (!page.ids().isEmpty()) {
            state.set(State.READY);
        } else {
            state.set(page.total() == 0 ? State.EMPTY : State.NOTHING_FOUND);
        }
        if (found.incomplete()) {
            completing.run(
                    () -> book.ids(query, RecipeCards.PAGE, Integer.MAX_VALUE), found::complete, this::failed);
        } else {
            completing.forget();
        }
    }

    private void failed(Exception why) {
        failure.set(Objects.requireNonNullElse(why.getMessage(), ""));
        state.set(State.FAILED);
    }

    /** A place of the list is on screen: loads its card unless it is there or under way. */
    public void want(int index) {
        RecipeCards list = cards.get();
        int page = index / RecipeCards.PAGE;
        List<UUID> missing = list.begin(page);
        if (!missing.isEmpty()) {
            String text = filters.query().text();
            background.run(() -> book.summaries(missing, text), found -> list.loaded(page, found), this::failed);
        }
    }

    /** Says that recipes changed, so that this list and the recipe beside it are read again. */
    public void changed() {
        pages.changed();
    }

    /** Chooses a recipe; null for none. */
    public void select(@Nullable UUID recipe) {
        selected.set(recipe);
    }

    /** The recipe goes: chooses the one next to it, if it is the chosen one. */
    public void selectNeighbourOf(UUID recipe) {
        if (recipe.equals(selected.get())) {
            selected.set(cards.get().neighbour(recipe));
        }
    }

    /** Hands over ingredient names that fit what was typed, unless more is typed meanwhile. */
    public void suggest(String typed, Consumer<List<String>> found) {
        suggesting.run(() -> book.ingredientNames(typed, SUGGESTIONS), found, _ -> found.accept(List.of()));
    }

    /** What is looked for. */
    RecipeFilters filters() {
        return filters;
    }

    /** What was found; another list with each answer. */
    ReadOnlyObjectProperty<RecipeCards> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /** What the list has to show. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why there is nothing to show, in a sentence for people. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** How many recipes there are, found or not. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** The chosen recipe; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable UUID> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
