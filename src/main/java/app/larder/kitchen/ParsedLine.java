package app.larder.kitchen;

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
        boolean optional) {}
