package app.larder.recipes.view;

import app.larder.cook.Ranking;
import app.larder.fx.Background;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSummary;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private final AtHome atHome;
    private final Background background;
    private final PhotoAlbum album;
    private final Background.Lane searching;
    private final Background.Lane completing;
    private final Background.Lane suggesting;
    private final RecipeFilters filters = new RecipeFilters();
    private final ReadOnlyObjectWrapper<RecipeCards> cards =
            new ReadOnlyObjectWrapper<>(new RecipeCards(0, List.of(), List.of()));
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Exception> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable UUID> selected = new ReadOnlyObjectWrapper<>();

    /**
     * The list of a book's recipes, read again whenever {@code pages} says that they changed, or {@code atHome} is what
     * the list is ordered by.
     */
    public RecipeListViewModel(RecipeBook book, RecipesPages pages, AtHome atHome, PhotoAlbum album, Background background) {
        this.book = book;
        this.pages = pages;
        this.atHome = atHome;
        this.background = background;
        this.album = album;
        this.searching = background.lane();
        this.completing = background.lane();
        this.suggesting = background.lane();
        filters.wantedProperty().addListener((_, _, _) -> reload());
        atHome.lookProperty().addListener((_, _, _) -> {
            if (filters.wanted().needsRanking()) {
                reload();
            }
        });
        pages.changesProperty().addListener((_, _, _) -> {
            album.changed();
            reload();
        });
        pages.currentProperty().subscribe(page -> {
            if (page instanceof RecipesPages.Home(var recipe, _) && recipe != null) {
                select(recipe);
            }
        });
    }

    /** One answer: how many recipes there are, how many were found, the first of their ids at least, the first cards. */
    private record FirstPage(int total, int found, List<UUID> ids, List<RecipeSummary> cards) {}

    /** The photos of the recipes. */
    PhotoAlbum album() {
        return album;
    }

    /** Reads the list again; what is on screen stays until the answer is there. */
    public void reload() {
        Wanted wanted = filters.wanted();
        Ranking ranking = atHome.lookProperty().get().ranking();
        if (state.get() == State.FAILED) {
            state.set(State.LOADING);
        }
        searching.run(
                () -> wanted.needsRanking() ? ranked(wanted, ranking) : firstPage(wanted.query()),
                page -> show(wanted.query(), page),
                this::failed);
    }

    private FirstPage ranked(Wanted wanted, Ranking ranking) {
        List<UUID> ids = wanted.of(book.ids(wanted.query(), 0, Integer.MAX_VALUE), ranking);
        List<UUID> first = ids.subList(0, Math.min(ids.size(), RecipeCards.PAGE));
        return new FirstPage(
                book.count(RecipeQuery.ALL), ids.size(), ids, book.summaries(first, wanted.query().text()));
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
        failure.set(why);
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
    public void changed(List<UUID> recipes) {
        pages.changed(recipes);
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

    /** What can be cooked now: those with most at home first, (null) all or with at most so many lines missing. */
    public void wantAtHome(@Nullable Integer mostMissing) {
        filters.clear();
        filters.missing(mostMissing);
        filters.sortByHome();
    }

    /** What is at home for these recipes. */
    AtHome atHome() {
        return atHome;
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

    /** Why there is nothing to show; null while nothing failed. */
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
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
