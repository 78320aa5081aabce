package app.larder.recipes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a recipe's ingredient list, as an object of the {@code recipes.ingredients} JSON array.
 *
 * <p>{@code name}, {@code quantity} and {@code unit} are always written, because other programs that read the database
 * are promised them; they are strings, empty where there is nothing to say. The other keys are Larder's own, written
 * only where they hold something. Keys that neither side knows are carried in {@code others} and written back as they
 * came.
 *
 * @param name what it is, without amount and preparation ("plain flour"); never null, may be empty
 * @param quantity the amount as a cook writes it ("1 1/2", "400"); empty if none
 * @param unit the unit as written ("g", "tbsp", "tins"); empty if none
 * @param id stable line id (a UUID as text), so that two computers can edit different lines; null until stored
 * @param text the line as typed or imported, never rewritten; null if another program wrote the line
 * @param note preparation and remarks ("finely chopped"); null if none
 * @param section heading the line stands under ("For the sauce"); null if none
 * @param quantityMax upper end of a range ("2-3 onions"); null if none
 * @param optional whether the recipe works without it
 * @param others keys of other programs, in their order; never null
 */
public record Ingredient(
        String name,
        String quantity,
        String unit,
        @Nullable String id,
        @Nullable String text,
        @Nullable String note,
        @Nullable String section,
        @Nullable String quantityMax,
        boolean optional,
        Map<String, Object> others) {

    public Ingredient {
        others = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(others));
    }

    /** An ingredient with the three promised keys only, as another program would write it. */
    public static Ingredient of(String name, String quantity, String unit) {
        return new Ingredient(name, quantity, unit, null, null, null, null, null, false, Map.of());
    }

    /** The line as typed where it is known, else put together from amount, unit and name. */
    public String line() {
        if (text != null && !text.isBlank()) {
            return text;
        }
        String amount = quantityMax == null || quantityMax.isBlank() ? quantity : quantity + "-" + quantityMax;
        return String.join(" ", java.util.stream.Stream.of(amount, unit, name).filter(s -> !s.isBlank()).toList());
    }

    public Ingredient withId(@Nullable String newId) {
        return new Ingredient(name, quantity, unit, newId, text, note, section, quantityMax, optional, others);
    }

    public Ingredient withSection(@Nullable String newSection) {
        return new Ingredient(name, quantity, unit, id, text, note, newSection, quantityMax, optional, others);
    }
}
