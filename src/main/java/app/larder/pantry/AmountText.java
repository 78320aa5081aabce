package app.larder.pantry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two texts of an amount, as a pantry row keeps them.
 *
 * @param quantity as typed ("2 x 400", "about 180"); null if not counted
 * @param unit as typed ("g", "packs (500 g)"); null if none
 */
public record AmountText(@Nullable String quantity, @Nullable String unit) {

    /** The last number outside brackets ends the quantity; what follows is the unit. */
    private static final Pattern NUMBER_THEN_WORDS =
            Pattern.compile("(?U)([^(\\p{N}]*[^(]*[\\p{N}])(?:\\s*(\\p{L}[^\\p{N}(]*)?(\\([^)]*\\))?)\\s*");

    /** No amount. */
    public static final AmountText NONE = new AmountText(null, null);

    /** Splits what was typed as one text; nothing is changed but blanks around the parts. */
    public static AmountText of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return NONE;
        }
        Matcher m = NUMBER_THEN_WORDS.matcher(text);
        if (!m.matches()) {
            return new AmountText(text, null);
        }
        String words = m.group(2) == null ? "" : m.group(2).strip();
        String bracket = m.group(3) == null ? "" : m.group(3).strip();
        String unit = (words + " " + bracket).strip();
        return new AmountText(m.group(1).strip(), unit.isEmpty() ? null : unit);
    }

    /** Both texts as one, for people: "2 × 400 g"; empty if not counted. */
    public String display() {
        String number = quantity == null ? "" : quantity.replaceAll("(?<=[0-9])\\s*[x*×]\\s*(?=[0-9])", " × ");
        return unit == null ? number : (number + " " + unit).strip();
    }
}
