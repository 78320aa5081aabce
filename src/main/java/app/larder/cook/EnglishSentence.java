package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import app.larder.pantry.AmountText;
import app.larder.pantry.HouseholdIngredient;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a line's verdict in English, for the command line. */
final class EnglishSentence {

    private EnglishSentence() {}

    static String of(LineVerdict line) {
        String food = line.food();
        return switch (line.reason()) {
            case ENOUGH -> "needs " + amount(line.need()) + food + ", you have " + have(line) + rows(line);
            case ANY_AMOUNT -> "you have " + (rows(line).isEmpty() ? food : rows(line).strip());
            case AMOUNT_UNKNOWN -> "needs " + amount(line.need()) + food + ", you have some" + rows(line);
            case STAPLE -> food + " counts as always at home";
            case LESS -> "needs " + amount(line.need()) + food + ", you have " + amount(line.have()).strip() + rows(line);
            case INSTEAD -> "needs " + amount(line.need()) + food + ", you have" + rows(line) + " instead";
            case NOT_ALL -> "needs " + food + ", you have only" + rows(line);
            case NOT_AT_HOME -> "needs " + amount(line.need()) + food + ", you have none";
            case OPTIONAL -> food + " can be left out";
            case HEADING -> "a heading";
            case NO_FOOD -> "names no food";
        };
    }

    private static String amount(@Nullable Measured measured) {
        return measured == null ? "" : measured.text() + " ";
    }

    /** What is at home: of one row as the pantry has it, of several in the recipe's unit. */
    private static String have(LineVerdict line) {
        if (line.uses().size() != 1) {
            return amount(line.have()).strip();
        }
        HouseholdIngredient row = line.uses().getFirst().row();
        return new AmountText(row.quantity(), row.unit()).display();
    }

    /** The rows by name where they are called something else than what is asked. */
    private static String rows(LineVerdict line) {
        String rows = line.uses().stream()
                .filter(use -> use.match() != FoodMatch.SAME || line.reason() == Reason.ANY_AMOUNT
                        || line.reason() == Reason.NOT_ALL)
                .map(use -> use.row().name())
                .distinct()
                .collect(Collectors.joining(" and "));
        return rows.isEmpty() ? "" : line.reason() == Reason.ENOUGH || line.reason() == Reason.LESS
                ? " (" + rows + ")"
                : " " + rows;
    }
}
