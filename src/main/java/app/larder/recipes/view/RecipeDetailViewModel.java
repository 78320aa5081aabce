package app.larder.recipes.view;

import app.larder.cook.Verdict;
import app.larder.fx.Background;
import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.Names;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.SearchForm;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The recipe beside the list, in the amounts it is looked at. */
public final class RecipeDetailViewModel {

    /** What there is to show. */
    public enum State {
        /** No recipe is chosen, and one could be. */
        NONE,
        /** Nothing yet: a recipe, or the list to choose from, is being read. */
        LOADING,
        /** A recipe. */
        READY,
        /** The database did not answer. */
        FAILED
    }

    private static final int MOST_SERVINGS = 10_000;

    private final RecipeBook book;
    private final RecipeListViewModel list;
    private final Background.Lane reading;
    private final CookedIt cookedIt;
    private final Supplier<Kitchen> usual;
    private final ReadOnlyObjectWrapper<@Nullable Portion> portion = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Exception> failure = new ReadOnlyObjectWrapper<>();
    private Kitchen.@Nullable Measures chosen;

    /**
     * The recipe chosen in {@code list}, read again whenever {@code pages} says that recipes changed.
     *
     * @param usual how amounts are shown until something else is chosen
     */
    public RecipeDetailViewModel(
            RecipeBook book,
            RecipeListViewModel list,
            RecipesPages pages,
            CookedIt cookedIt,
            Background background,
            Supplier<Kitchen> usual) {
        this.book = book;
        this.list = list;
        this.reading = background.lane();
        this.cookedIt = cookedIt;
        this.usual = usual;
        list.selectedProperty().subscribe(this::read);
        list.stateProperty().subscribe(() -> {
            if (list.selectedProperty().get() == null) {
                read(null);
            }
        });
        pages.changesProperty().addListener((_, _, _) -> reload());
        portion.subscribe(this::judge);
        list.atHome().lookProperty().subscribe(this::judge);
    }

    /** The photos of the recipes. */
    PhotoAlbum album() {
        return list.album();
    }

    /** Reads the chosen recipe again. */
    public void reload() {
        read(list.selectedProperty().get());
    }

    private void judge() {
        Portion now = portion.get();
        verdict.set(now == null ? null : list.atHome().verdict(now));
    }

    private void read(@Nullable UUID id) {
        if (id == null) {
            reading.forget();
            portion.set(null);
            state.set(choosable() ? State.NONE : State.LOADING);
            return;
        }
        if (portion.get() == null) {
            state.set(State.LOADING);
        }
        reading.run(() -> book.find(id), this::show, this::failed);
    }

    private boolean choosable() {
        RecipeListViewModel.State there = list.stateProperty().get();
        return there == RecipeListViewModel.State.READY || there == RecipeListViewModel.State.NOTHING_FOUND;
    }

    private void show(Optional<Recipe> found) {
        portion.set(found.map(this::portionOf).orElse(null));
        state.set(found.isPresent() ? State.READY : State.NONE);
    }

    private Portion portionOf(Recipe recipe) {
        Portion before = portion.get();
        Quantity factor =
                before != null && before.recipe().id().equals(recipe.id()) ? before.factor() : Quantity.ONE;
        Portion fresh = new Portion(recipe, factor, usual.get());
        return chosen == null ? fresh : fresh.in(chosen);
    }

    private void failed(Exception why) {
        failure.set(why);
        portion.set(null);
        state.set(State.FAILED);
    }

    /** Scales to one serving more. */
    public void moreServings() {
        step(1);
    }

    /** Scales to one serving less; one is the least. */
    public void fewerServings() {
        step(-1);
    }

    private void step(int by) {
        Portion now = portion.get();
        Quantity servings = now == null ? null : now.servings();
        if (servings == null) {
            return;
        }
        long whole = servings.roundedTo(Quantity.ONE).numerator().longValue();
        servings(Math.clamp(whole + by, 1, MOST_SERVINGS));
    }

    /** Scales to that many servings, 1 or more; nothing if the recipe does not say for how many it is. */
    public void servings(int wanted) {
        Portion now = portion.get();
        Integer written = now == null ? null : now.recipe().details().servings();
        if (written != null) {
            factor(Quantity.of(wanted, written));
        }
    }

    /** Takes every amount that many times, more than zero. */
    public void factor(Quantity times) {
        Portion now = portion.get();
        if (now != null) {
            portion.set(now.times(times));
        }
    }

    /**
     * Takes the recipe as many times as that much of one ingredient allows.
     *
     * @param typed "300 g", "2 cups", "3", "3 onions"
     * @return false if it is no amount, or not one that can be compared with what the recipe asks
     */
    public boolean scaleTo(Ingredient ingredient, String typed) {
        Portion now = portion.get();
        ParsedLine have = IngredientLineParser.parse(typed);
        boolean amount = have.name().isBlank() || names(ingredient.name()).containsAll(words(have.name()));
        Optional<Portion> scaled = now == null || !amount ? Optional.empty() : now.using(ingredient, have);
        scaled.ifPresent(portion::set);
        return scaled.isPresent();
    }

    /** The words of a name, each in the singular and the plural. */
    private static Set<String> names(String name) {
        return words(name).stream().flatMap(word -> Names.variants(word).stream()).collect(Collectors.toSet());
    }

    private static List<String> words(String name) {
        return List.of(SearchForm.of(name).strip().split("\\s+", -1));
    }

    /** The recipe was cooked in its amounts: takes what it used from the pantry. */
    public void cooked() {
        Portion now = portion.get();
        if (now != null) {
            cookedIt.cooked(now);
        }
    }

    /** Shows amounts in these measures, here and for the recipes looked at next. */
    public void measures(Kitchen.Measures measures) {
        chosen = measures;
        Portion now = portion.get();
        if (now != null) {
            portion.set(now.in(measures));
        }
    }

    /** The recipe in its amounts; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Portion> portionProperty() {
        return portion.getReadOnlyProperty();
    }

    /** What is at home for the recipe in its amounts; null while that is not known or the pantry is empty. */
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What there is to show. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why there is nothing to show; null while nothing failed. */
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
