package app.larder.pantry.view;

import app.larder.fx.Texts;
import app.larder.pantry.AmountEdit;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.InvalidPantryItemException;
import app.larder.pantry.Pantry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What typing into a cell of the table means. */
final class CellTyping {

    private final Pantry pantry;
    private final Texts texts;
    private final Clock clock;
    private final PantryWords words;
    private final ShelfNames shelves;

    CellTyping(Pantry pantry, Texts texts, Clock clock) {
        this.pantry = pantry;
        this.texts = texts;
        this.clock = clock;
        this.words = new PantryWords(texts);
        this.shelves = new ShelfNames(texts);
    }

    /** Why it cannot be taken, as a plain sentence; null if it can. */
    @Nullable String problem(HouseholdIngredient item, Column column, String typed) {
        try {
            if (column == Column.QUANTITY) {
                pantry.after(item, AmountEdit.of(typed));
                return null;
            }
            HouseholdIngredient changed = changed(item, column, typed);
            return changed == null
                    ? texts.get("pantry.problem.day")
                    : pantry.problems(changed).stream().findFirst().map(words::problem).orElse(null);
        } catch (InvalidPantryItemException e) {
            return words.problem(e.problems().getFirst());
        }
    }

    /** Keeps it; blocks. Empty if the row is no longer there. */
    Optional<Change> keep(UUID id, Column column, String typed) {
        if (column == Column.QUANTITY) {
            return pantry.move(id, AmountEdit.of(typed));
        }
        return pantry.find(id)
                .flatMap(item -> Optional.ofNullable(changed(item, column, typed)))
                .flatMap(pantry::edit);
    }

    /** The row with the cell as typed; null if that is no day. */
    private @Nullable HouseholdIngredient changed(HouseholdIngredient item, Column column, String typed) {
        return switch (column) {
            case NAME -> item.withName(typed);
            case CATEGORY -> item.withCategory(shelves.read(typed));
            case ADDED -> day(typed)
                    .map(day -> item.withAddedAt(day.atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant()))
                    .orElse(null);
            case QUANTITY -> throw new IllegalArgumentException("amounts are moved, not replaced");
        };
    }

    private Optional<LocalDate> day(String typed) {
        return new AddedDay(texts, LocalDate.now(clock)).read(typed);
    }
}
