package app.larder.pantry;

import app.larder.pantry.PantryProblem.Field;
import app.larder.pantry.PantryProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of the pantry must be to be kept. The columns take longer texts; a shelf label does not. */
final class PantryRules {

    static final int NAME_LENGTH = 300;
    static final int WORD_LENGTH = 100;

    private PantryRules() {}

    /** Everything that keeps it from being stored; empty if it can be. */
    static List<PantryProblem> problems(HouseholdIngredient item) {
        List<PantryProblem> found = new ArrayList<>();
        if (item.name().isBlank()) {
            found.add(new PantryProblem(Field.NAME, Kind.BLANK, 0));
        }
        text(found, Field.NAME, item.name(), NAME_LENGTH);
        text(found, Field.QUANTITY, item.quantity(), WORD_LENGTH);
        text(found, Field.UNIT, item.unit(), WORD_LENGTH);
        text(found, Field.CATEGORY, item.category(), WORD_LENGTH);
        return List.copyOf(found);
    }

    /**
     * The thing without blanks around its texts, empty texts as null.
     *
     * @throws InvalidPantryItemException if it has {@link #problems}
     */
    static HouseholdIngredient checked(HouseholdIngredient item) {
        List<PantryProblem> problems = problems(item);
        if (!problems.isEmpty()) {
            throw new InvalidPantryItemException(problems);
        }
        return new HouseholdIngredient(
                item.id(),
                item.name().strip().replaceAll("\\s+", " "),
                tidied(item.quantity()),
                tidied(item.unit()),
                tidied(item.category()),
                item.addedAt());
    }

    private static @Nullable String tidied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void text(List<PantryProblem> found, Field field, @Nullable String text, int limit) {
        if (text == null) {
            return;
        }
        if (text.strip().length() > limit) {
            found.add(new PantryProblem(field, Kind.TOO_LONG, limit));
        }
        if (text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            found.add(new PantryProblem(field, Kind.BROKEN_CHARACTER, 0));
        }
    }
}
