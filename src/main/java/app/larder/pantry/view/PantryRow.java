package app.larder.pantry.view;

import app.larder.pantry.HouseholdIngredient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table as it is shown.
 *
 * @param heading what stands above it, as the first of its group ("Dairy and eggs · 11"); null if it is not the first
 * @param amount the amount for people; empty if not counted
 * @param countable whether + and − make sense for it
 * @param category the shelf for people; empty if none
 * @param added when it came home, for people
 * @param soon that it should be used soon, for people; empty if there is no hurry
 * @param edit what is being typed into it; null if nothing is
 */
public record PantryRow(
        HouseholdIngredient item,
        @Nullable String heading,
        String amount,
        boolean countable,
        String category,
        String added,
        String soon,
        @Nullable RowEdit edit) {

    UUID id() {
        return item.id();
    }

    PantryRow withEdit(@Nullable RowEdit newEdit) {
        return new PantryRow(item, heading, amount, countable, category, added, soon, newEdit);
    }

    /** What the cell of that column says. */
    String text(Column column) {
        return switch (column) {
            case NAME -> item.name();
            case QUANTITY -> amount;
            case CATEGORY -> category;
            case ADDED -> added;
        };
    }
}
