package app.larder.kitchen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an ingredient line says.
 *
 * @param text the line as it came, not one character changed
 * @param quantity the amount; null if the line names none
 * @param quantityMax upper end of a range; null if the amount is not a range
 * @param unit the unit's word as written in the line ("tbsp", "EL", "tins"); empty if none. {@link Unit} knows the word.
 * @param name what it is, without amount, unit, preparation and remarks; empty only if the line has no word
 * @param note preparation and remarks ("finely chopped"); empty if none
 * @param optional whether the line says it can be left out
 */
public record ParsedLine(
        String text,
        @Nullable Quantity quantity,
        @Nullable Quantity quantityMax,
        String unit,
        String name,
        String note,
        boolean optional) {

    /**
     * A line put together from an amount, a unit and a name that are kept apart elsewhere; amounts that do not read as
     * numbers ("2 x 400") count as none.
     */
    public static ParsedLine of(String quantity, @Nullable String quantityMax, String unit, String name) {
        return of(quantity, quantityMax, unit, name, "");
    }

    /** The same with the line's remark, which may say the size of a package or "plus 2 tablespoons". */
    public static ParsedLine of(String quantity, @Nullable String quantityMax, String unit, String name, String note) {
        String max = quantityMax == null ? "" : quantityMax;
        String amount = max.isBlank() ? quantity : quantity + "-" + max;
        String text = java.util.stream.Stream.of(amount, unit, name)
                .filter(part -> !part.isBlank())
                .collect(java.util.stream.Collectors.joining(" "));
        return new ParsedLine(text, Quantity.parse(quantity).orElse(null), Quantity.parse(max).orElse(null), unit, name, note,
                false);
    }

    /** The unit the unit's word means; empty if there is none or it is no known word. */
    public Optional<Unit> knownUnit() {
        return unit.isEmpty() ? Optional.empty() : Unit.of(unit);
    }
}
