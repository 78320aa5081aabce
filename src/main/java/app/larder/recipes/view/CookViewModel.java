package app.larder.recipes.view;

import app.larder.kitchen.StepTimes;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import app.larder.recipes.StepIngredients;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Cook mode: one step at a time. */
public final class CookViewModel {

    private final Timers timers;
    private final CookedIt cookedIt;
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
    private final BooleanProperty allIngredients = new SimpleBooleanProperty();
    private final Set<String> started = new HashSet<>();
    private List<Method.Step> steps = List.of();
    private @Nullable Portion portion;

    /** Cook mode, its timers kept with the others of the kitchen. */
    public CookViewModel(Timers timers, CookedIt cookedIt) {
        this.timers = timers;
        this.cookedIt = cookedIt;
    }

    /** Begins a recipe at its first step; the recipe on the stove goes on where it was. */
    public void open(Portion fresh) {
        Portion before = portion;
        boolean same = before != null && before.recipe().equals(fresh.recipe());
        portion = fresh;
        int at = same ? Math.max(0, index.get()) : 0;
        if (!same) {
            steps = Method.of(fresh.recipe());
            started.clear();
            allIngredients.set(false);
        }
        index.set(-1);
        index.set(at < steps.size() ? at : 0);
    }

    /** One step on; false if this is the last. */
    public boolean next() {
        if (index.get() + 1 >= steps.size()) {
            return false;
        }
        index.set(index.get() + 1);
        return true;
    }

    /** One step back, if there is one. */
    public void previous() {
        index.set(Math.max(0, index.get() - 1));
    }

    /** To a step, counted from 0. */
    public void go(int step) {
        if (step >= 0 && step < steps.size()) {
            index.set(step);
        }
    }

    /** The recipe is cooked: the next time it begins at its first step. */
    public void finish() {
        Portion cooked = portion;
        if (cooked != null) {
            cookedIt.offer(cooked);
        }
        portion = null;
    }

    /** Starts a timer for a time in the step on screen. */
    public void start(StepTimes.Span span) {
        Method.Step step = step();
        Portion cooked = portion;
        if (step != null && cooked != null) {
            started.add(step.number() + ":" + span.start());
            timers.start(span.shortest(), cooked.recipe().name(), step.number());
        }
    }

    /** Starts a timer for the first time in the step on screen that has not been started; false if there is none. */
    public boolean startNext() {
        Method.Step step = step();
        if (step == null) {
            return false;
        }
        for (StepTimes.Span span : StepTimes.in(step.text())) {
            if (!started.contains(step.number() + ":" + span.start())) {
                start(span);
                return true;
            }
        }
        return false;
    }

    /** The step on screen; null if the recipe has none. */
    public Method.@Nullable Step step() {
        int at = index.get();
        return at >= 0 && at < steps.size() ? steps.get(at) : null;
    }

    /** The heading the step on screen stands under; null if none. */
    public @Nullable String section() {
        for (int i = Math.min(index.get(), steps.size() - 1); i >= 0; i--) {
            String section = steps.get(i).section();
            if (section != null) {
                return section;
            }
        }
        return null;
    }

    /** The ingredients beside the step: those it speaks of, or all if the person wants all or there are no steps. */
    public List<Ingredient> ingredients() {
        Portion cooked = portion;
        if (cooked == null) {
            return List.of();
        }
        Recipe recipe = cooked.recipe();
        Method.Step step = step();
        if (step == null || allIngredients.get()) {
            return recipe.ingredients();
        }
        return StepIngredients.of(step.text(), recipe.ingredients()).stream()
                .map(recipe.ingredients()::get)
                .toList();
    }

    /** Number of steps. */
    public int steps() {
        return steps.size();
    }

    /** The recipe in its amounts; null if none has been opened. */
    public @Nullable Portion portion() {
        return portion;
    }

    /** The step on screen, counted from 0; changes with every turn and every opened recipe. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Whether all ingredients are shown rather than those of the step. */
    public BooleanProperty allIngredientsProperty() {
        return allIngredients;
    }
}
