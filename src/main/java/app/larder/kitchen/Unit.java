package app.larder.kitchen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the kitchen, as {@code kitchen/units.txt} defines it.
 *
 * @param key its name inside Larder ("tbsp"); never changes
 * @param dimension what it measures
 * @param sizes size in grams, millilitres, centimetres or pieces for each standard; empty where the unit has none (a clove)
 * @param family whose kitchen it belongs to
 * @param english words for one and for more than one
 * @param german words for one and for more than one
 */
public record Unit(
        String key,
        Dimension dimension,
        Map<CupStandard, Quantity> sizes,
        Family family,
        List<String> english,
        List<String> german) {

    /** What a unit measures. */
    public enum Dimension {
        MASS,
        VOLUME,
        COUNT,
        PACKAGE,
        PINCH,
        LENGTH
    }

    /** Whose kitchen a unit belongs to. */
    public enum Family {
        METRIC,
        US,
        ANY
    }

    public Unit {
        sizes = Map.copyOf(sizes);
        english = List.copyOf(english);
        german = List.copyOf(german);
    }

    /**
     * The unit a word means in any of the known languages ("tbsp", "EL", "Dosen", "heaped tablespoons"); words before it
     * that only describe it are passed over. Empty for a word that is no unit.
     */
    public static Optional<Unit> of(String word) {
        return Optional.ofNullable(Units.ALL.find(word));
    }

    /** The unit with this key. */
    public static Optional<Unit> ofKey(String key) {
        return Optional.ofNullable(Units.ALL.byKey(key));
    }

    /** Its size in grams, millilitres, centimetres or pieces; null for what has no size. */
    public @Nullable Quantity size(CupStandard standard) {
        return sizes.get(standard);
    }

    /** The same amount in another unit, exactly; empty if the two do not measure the same. */
    public Optional<Quantity> convert(Quantity amount, Unit to, CupStandard standard) {
        if (equals(to)) {
            return Optional.of(amount);
        }
        Quantity from = size(standard);
        Quantity into = to.size(standard);
        if (dimension != to.dimension || from == null || into == null) {
            return Optional.empty();
        }
        return Optional.of(amount.times(from).dividedBy(into));
    }

    /** The word for this amount of it in a language: "cup", "cups", "Tasse". German for "de", else English. */
    public String word(Quantity amount, Locale locale) {
        List<String> words = locale.getLanguage().equals("de") && !german.isEmpty() ? german : english;
        boolean one = amount.compareTo(Quantity.ONE) <= 0;
        return words.get(one || words.size() == 1 ? 0 : 1);
    }

    /** Whether metric decimals ("1.5 kg") rather than fractions ("1 1/2 cups") are how a cook writes it. */
    public boolean writtenInDecimals() {
        return family == Family.METRIC;
    }
}
