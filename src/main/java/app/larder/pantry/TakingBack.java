package app.larder.pantry;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a change to a row is taken back when the row may have changed once more since. A field goes back if it is still as
 * the change left it; an amount that has moved on gives back, or gets back, what the change added or used.
 */
final class TakingBack {

    private TakingBack() {}

    /** The row without the change from {@code before} to {@code after}, but with everything else that it is now. */
    static HouseholdIngredient of(HouseholdIngredient before, HouseholdIngredient after, HouseholdIngredient now) {
        HouseholdIngredient amount = amount(before, after, now);
        return new HouseholdIngredient(
                now.id(),
                Objects.requireNonNull(field(HouseholdIngredient::name, before, after, now)),
                amount.quantity(),
                amount.unit(),
                field(HouseholdIngredient::category, before, after, now),
                Objects.requireNonNull(field(HouseholdIngredient::addedAt, before, after, now)));
    }

    private static <T> @Nullable T field(
            Function<HouseholdIngredient, @Nullable T> of,
            HouseholdIngredient before,
            HouseholdIngredient after,
            HouseholdIngredient now) {
        return Objects.equals(of.apply(now), of.apply(after)) ? of.apply(before) : of.apply(now);
    }

    /** A row with the amount to go back to. */
    private static HouseholdIngredient amount(
            HouseholdIngredient before, HouseholdIngredient after, HouseholdIngredient now) {
        if (sameAmount(before, after)) {
            return now;
        }
        if (sameAmount(now, after)) {
            return before;
        }
        Optional<Amount> had = amount(before);
        Optional<Amount> got = amount(after);
        Optional<Amount> have = amount(now);
        if (had.isEmpty() || got.isEmpty() || have.isEmpty()) {
            return now;
        }
        Optional<Amount> used = had.get().minus(got.get());
        Optional<Amount> added = got.get().minus(had.get());
        if (used.isEmpty() || added.isEmpty()) {
            return now;
        }
        Optional<Amount> back = added.get().isZero() ? have.get().plus(used.get()) : have.get().minus(added.get());
        // Less than nothing cannot be at home: where more was used since than was added then, it stays.
        return back.filter(left -> !left.isZero())
                .map(left -> now.withAmount(left.quantityText(), left.unitText()))
                .orElse(now);
    }

    private static Optional<Amount> amount(HouseholdIngredient row) {
        return Amount.of(row.quantity(), row.unit());
    }

    private static boolean sameAmount(HouseholdIngredient one, HouseholdIngredient other) {
        return Objects.equals(one.quantity(), other.quantity()) && Objects.equals(one.unit(), other.unit());
    }
}
