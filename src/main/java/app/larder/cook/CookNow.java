package app.larder.cook;

import app.larder.kitchen.Quantity;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What can be cooked now: all recipes against the pantry, kept in memory and up to date. {@link #load}, the {@code
 * ...Changed} methods, {@link #verdict(UUID)}, {@link #plan(UUID, Quantity)}, {@link #apply} and {@link #undo} read or
 * write the database: they block, and none may be called on the JavaFX thread. {@link #ranking} and {@link
 * #verdict(Recipe)} only look into memory and may be called on any thread. A failing database is an {@link
 * java.io.UncheckedIOException} with a sentence for people.
 */
public final class CookNow {

    private static final int SLICE = 500;

    private final RecipeBook recipes;
    private final Pantry pantry;
    private final Supplier<CookRules> rules;
    private final Clock clock;
    private volatile Standing standing;
    private CookIndex index;

    /**
     * What can be cooked of a book's recipes with what is in a pantry; knows nothing until {@link #load}.
     *
     * @param rules what the person has chosen, read at each load
     * @param clock says what day it is, in the zone of this computer
     */
    public CookNow(RecipeBook recipes, Pantry pantry, Supplier<CookRules> rules, Clock clock) {
        this.recipes = recipes;
        this.pantry = pantry;
        this.rules = rules;
        this.clock = clock;
        CookRules chosen = rules.get();
        Staples staples = new Staples(chosen.staples());
        this.index = new CookIndex(chosen, staples, today());
        this.standing = new Standing(chosen, staples, index.keys(), Stock.EMPTY, Ranking.EMPTY);
    }

    /** Everything readers need, as it was at one moment. */
    private record Standing(CookRules rules, Staples staples, FoodKeys keys, Stock stock, Ranking ranking) {

        VerdictMaker maker() {
            return new VerdictMaker(stock, keys, rules, staples);
        }
    }

    /** Reads all recipes and the pantry, and ranks them; again after the rules have changed. */
    public synchronized void load() {
        CookRules chosen = rules.get();
        Staples staples = new Staples(chosen.staples());
        CookIndex fresh = new CookIndex(chosen, staples, today());
        fresh.pantry(pantry.all(), today());
        List<UUID> ids = recipes.ids(RecipeQuery.ALL, 0, Integer.MAX_VALUE);
        for (int from = 0; from < ids.size(); from += SLICE) {
            fresh.put(recipes.findAll(ids.subList(from, Math.min(ids.size(), from + SLICE))));
        }
        index = fresh;
        publish(chosen, staples);
    }

    /** Reads some recipes again: new ones, changed ones, and ones that are gone. */
    public synchronized void recipesChanged(Collection<UUID> ids) {
        List<Recipe> present = recipes.findAll(List.copyOf(ids));
        Set<UUID> gone = new HashSet<>(ids);
        present.forEach(recipe -> gone.remove(recipe.id()));
        index.remove(gone);
        index.put(present);
        publish(standing.rules(), standing.staples());
    }

    /** As {@link #recipesChanged}, for one. */
    public void recipeChanged(UUID id) {
        recipesChanged(List.of(id));
    }

    /** Reads the pantry again, and ranks again what that changes; also at the start of a day. */
    public synchronized void pantryChanged() {
        index.pantry(pantry.all(), today());
        publish(standing.rules(), standing.staples());
    }

    /** How all recipes stand. */
    public Ranking ranking() {
        return standing.ranking();
    }

    /** Whether a recipe can be cooked now, line by line; empty if there is none of that id. */
    public Optional<Verdict> verdict(UUID recipe) {
        return recipes.find(recipe).map(this::verdict);
    }

    /** Whether a recipe, as it is given, can be cooked now. */
    public Verdict verdict(Recipe recipe) {
        return verdict(recipe, Quantity.ONE);
    }

    /** Whether a recipe can be cooked now, made {@code factor} times (2: for twice as many people). */
    public Verdict verdict(Recipe recipe, Quantity factor) {
        return standing.maker().verdict(recipe, factor);
    }

    /** What "Cooked it" would take from the pantry; empty if there is no recipe of that id. Changes nothing. */
    public Optional<CookPlan> plan(UUID recipe, Quantity factor) {
        return recipes.find(recipe).map(found -> plan(found, factor));
    }

    /** What "Cooked it" would take from the pantry for a recipe made {@code factor} times. Changes nothing. */
    public CookPlan plan(Recipe recipe, Quantity factor) {
        return new Planner(pantry).plan(recipe, standing.maker().works(recipe, factor));
    }

    /**
     * Takes from the pantry what the plan says, rows that somebody has changed since left out. If one change fails, those
     * before it are taken back.
     */
    public Cooked apply(CookPlan plan) {
        List<Change> done = new ArrayList<>();
        List<HouseholdIngredient> skipped = new ArrayList<>();
        try {
            for (Subtraction subtraction : plan.subtractions()) {
                apply(subtraction).ifPresentOrElse(done::add, () -> skipped.add(subtraction.before()));
            }
        } catch (RuntimeException e) {
            done.reversed().forEach(pantry::undo);
            throw e;
        }
        pantryChanged();
        return new Cooked(done, skipped);
    }

    /** Takes all of it back, what was used up too; what has happened to the rows since stays, as {@link Pantry#undo} has it. */
    public void undo(Cooked cooked) {
        cooked.changes().reversed().forEach(pantry::undo);
        pantryChanged();
    }

    private Optional<Change> apply(Subtraction subtraction) {
        HouseholdIngredient before = subtraction.before();
        HouseholdIngredient after = subtraction.after();
        if (!pantry.find(before.id()).equals(Optional.of(before))) {
            return Optional.empty();
        }
        if (after != null) {
            return pantry.use(after);
        }
        return pantry.delete(List.of(before.id())) == 0 ? Optional.empty() : Optional.of(new Change(before, null));
    }

    private void publish(CookRules chosen, Staples staples) {
        standing = new Standing(chosen, staples, index.keys(), index.stock(), index.ranking());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(java.time.ZoneId.systemDefault()));
    }
}
