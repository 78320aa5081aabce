package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import app.larder.kitchen.Quantity;
import app.larder.pantry.Amount;
import app.larder.pantry.AmountEdit;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.InvalidPantryItemException;
import app.larder.pantry.Pantry;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Works out what cooking a recipe takes from which rows, exactly where the amounts allow it. */
final class Planner {

    private final Pantry pantry;
    private final Map<UUID, Taking> takings = new LinkedHashMap<>();
    private final List<Untaken> untaken = new ArrayList<>();

    Planner(Pantry pantry) {
        this.pantry = pantry;
    }

    /** What is taken from one row so far, in the row's unit. */
    private record Taking(HouseholdIngredient row, Size held, Quantity taken, boolean about) {

        Taking plus(Quantity more, boolean guess) {
            return new Taking(row, held, taken.plus(more), about || guess);
        }
    }

    CookPlan plan(Recipe recipe, List<LineWork> works) {
        for (int i = 0; i < works.size(); i++) {
            line(i, recipe.ingredients().get(i).line(), works.get(i));
        }
        List<Subtraction> subtractions = new ArrayList<>();
        takings.values().forEach(taking -> subtraction(taking).ifPresent(subtractions::add));
        return new CookPlan(recipe.id(), recipe.name(), subtractions, untaken);
    }

    private void line(int index, String text, LineWork work) {
        Reason reason = work.reason();
        if (reason.state() == LineState.NOT_COUNTED || (reason == Reason.STAPLE && work.parts().isEmpty())) {
            return;
        }
        List<Part> parts = work.parts();
        if (parts.isEmpty()) {
            untaken.add(new Untaken(index, text, Untaken.Why.NOT_AT_HOME));
        } else if (parts.stream().anyMatch(part -> part.offer().match() == FoodMatch.INSTEAD)) {
            untaken.add(new Untaken(index, text, Untaken.Why.INSTEAD));
        } else if (work.need().sizes().isEmpty()) {
            untaken.add(new Untaken(index, text, Untaken.Why.NO_AMOUNT_ASKED));
        } else {
            take(work.need().sizes().getFirst().quantity(), parts);
            if (parts.getLast().offer().have() == null) {
                boolean none = parts.getLast().row().sizes().isEmpty();
                untaken.add(new Untaken(
                        index, text, none ? Untaken.Why.NO_AMOUNT_AT_HOME : Untaken.Why.UNLIKE));
            } else if (reason == Reason.LESS) {
                untaken.add(new Untaken(index, text, Untaken.Why.LESS));
            }
        }
    }

    private void take(Quantity needed, List<Part> parts) {
        Quantity open = needed;
        for (Part part : parts) {
            Quantity have = part.offer().have();
            if (have == null || have.isZero() || open.isZero()) {
                continue;
            }
            HouseholdIngredient row = part.row().item();
            Size held = part.row().sizes().getFirst();
            Taking before = takings.getOrDefault(row.id(), new Taking(row, held, Quantity.ZERO, false));
            Quantity left = held.quantity().minus(before.taken());
            // In the row's own unit, by the rate the offer found: exact unless a density or a weight is between.
            Quantity wanted = open.times(held.quantity()).dividedBy(have);
            Quantity taken = wanted.compareTo(left) <= 0 ? wanted : left;
            takings.put(row.id(), before.plus(taken, part.offer().about()));
            open = open.minus(taken.times(have).dividedBy(held.quantity()));
        }
    }

    /** The row after it, as the pantry itself reckons; empty if the pantry cannot. */
    private Optional<Subtraction> subtraction(Taking taking) {
        HouseholdIngredient row = taking.row();
        Measured taken = new Measured(taking.taken(), taking.held().word(), taking.about());
        if (taking.taken().isZero()) {
            return Optional.empty();
        }
        if (taking.taken().compareTo(taking.held().quantity()) >= 0) {
            return Optional.of(new Subtraction(row, null, taken));
        }
        Amount have = Amount.of(row.quantity(), row.unit()).orElseThrow();
        Amount used = new Amount(taking.about() ? "about" : "", null, taking.taken(), have.unit(), have.comma());
        try {
            return Optional.of(new Subtraction(row, pantry.after(row, new AmountEdit.Use(used)).orElse(null), taken));
        } catch (InvalidPantryItemException e) {
            return Optional.empty();
        }
    }
}
