package app.larder.recipes.view;

import app.larder.kitchen.Kitchen;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Scaling;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recipe in the amounts it is cooked in.
 *
 * @param factor what every amount is multiplied by, more than zero; one for the amounts as written
 * @param kitchen how amounts are shown
 */
public record Portion(Recipe recipe, Quantity factor, Kitchen kitchen) {

    /** The amounts as the recipe has them. */
    public static Portion asWritten(Recipe recipe, Locale locale) {
        return new Portion(recipe, Quantity.ONE, Kitchen.asWritten(locale));
    }

    Portion times(Quantity newFactor) {
        return new Portion(recipe, newFactor, kitchen);
    }

    Portion in(Kitchen.Measures measures) {
        return new Portion(recipe, factor, new Kitchen(kitchen.cups(), measures, kitchen.locale()));
    }

    /** For how many it is, if the recipe says for how many it was written; exact, so 1 1/2 times 3 is 4 1/2. */
    @Nullable Quantity servings() {
        Integer written = recipe.details().servings();
        return written == null ? null : Quantity.of(written).times(factor);
    }

    /**
     * One ingredient, ready to be shown.
     *
     * @param amount "800 g", "1½"; empty if the line has none
     * @param name what it is
     * @param note preparation and remarks; empty if none
     * @param remark what the cook should know about the amount
     */
    public record Line(String amount, String name, String note, Scaling.Remark remark, boolean optional) {}

    /** Whether a line has an amount that grows with the recipe. */
    boolean scales(Ingredient ingredient) {
        return Scaling.scales(parsed(ingredient));
    }

    /** The recipe taken as many times as that much of one of its ingredients allows; empty if that cannot be said. */
    Optional<Portion> using(Ingredient ingredient, ParsedLine have) {
        Quantity amount = have.quantity();
        return amount == null
                ? Optional.empty()
                : Scaling.factor(parsed(ingredient), amount, have.knownUnit().orElse(null), kitchen.cups())
                        .map(found -> times(found.value()));
    }

    private static ParsedLine parsed(Ingredient ingredient) {
        return ParsedLine.of(ingredient.quantity(), ingredient.quantityMax(), ingredient.unit(), ingredient.name());
    }

    /** An ingredient of the recipe in these amounts; an amount that is no number is shown as it stands. */
    public Line line(Ingredient ingredient) {
        ParsedLine parsed = parsed(ingredient);
        String written = ingredient.note() == null ? "" : ingredient.note();
        String note = Scaling.note(written, ingredient.unit(), factor, kitchen);
        String name = ingredient.name().isBlank() ? ingredient.line() : ingredient.name();
        boolean words = parsed.quantity() == null && !ingredient.quantity().isBlank();
        if (words) {
            String amount = (ingredient.quantity() + " " + ingredient.unit()).strip();
            return new Line(amount, name, note, Scaling.Remark.NOT_SCALED, ingredient.optional());
        }
        Scaling.Scaled scaled = Scaling.scale(parsed, factor, kitchen);
        String amount = (scaled.amount() + " " + scaled.unit()).strip();
        String scaledNote = Scaling.note(note, ingredient.unit(), factor, kitchen);
        return new Line(amount, name, scaledNote, scaled.remark(), ingredient.optional());
    }
}
