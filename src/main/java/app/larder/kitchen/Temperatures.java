package app.larder.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds oven temperatures in the text of a step and says them in the other scale. */
public final class Temperatures {

    private Temperatures() {}

    /** Degrees Celsius or Fahrenheit. */
    public enum Scale {
        CELSIUS,
        FAHRENHEIT
    }

    /**
     * A temperature in a text.
     *
     * @param start UTF-16 index of its first character
     * @param end UTF-16 index after its last character
     * @param degrees whole degrees
     * @param scale the scale they are in
     */
    public record Found(int start, int end, int degrees, Scale scale) {

        /** The same temperature in the other scale, rounded to 5 degrees as oven dials are. */
        public int inOtherScale() {
            double other = scale == Scale.CELSIUS ? degrees * 9 / 5.0 + 32 : (degrees - 32) * 5 / 9.0;
            return (int) Math.round(other / 5) * 5;
        }
    }

    /** The temperatures in a text, in order: "180 °C", "350°F", "200 degrees C", "180 Grad". */
    public static List<Found> in(String text) {
        Tokens tokens = new Tokens(text);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            Numerals.Found number = tokens.number(i);
            if (number == null || !number.whole() || number.value().compareTo(Quantity.of(1000)) >= 0) {
                continue;
            }
            int next = i + 1;
            boolean sign = tokens.isMark(next, '°') || tokens.isMark(next, 'º');
            String word = tokens.lower(next);
            boolean degrees = word.equals("degrees") || word.equals("degree") || word.equals("deg") || word.equals("grad");
            if (sign || degrees) {
                next++;
            }
            String letter = next < tokens.count() && tokens.isWord(next) ? tokens.text(next) : "";
            Scale scale = switch (letter.toLowerCase(Locale.ROOT)) {
                case "c", "celsius" -> Scale.CELSIUS;
                case "f", "fahrenheit" -> Scale.FAHRENHEIT;
                default -> null;
            };
            boolean bare = !sign && !degrees;
            boolean oven = number.value().compareTo(Quantity.of(50)) >= 0 && (letter.equals("C") || letter.equals("F"));
            if (scale == null || (bare && !oven)) {
                if (!(word.equals("grad") || sign) || scale != null) {
                    continue;
                }
                scale = Scale.CELSIUS;
                next--;
            }
            found.add(new Found(tokens.start(i), tokens.end(next), number.value().numerator().intValueExact(), scale));
        }
        return found;
    }
}
