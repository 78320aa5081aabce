package app.larder.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds oven temperatures in the text of a step and says them in the other scale. */
public final class Temperatures {

    private static final int HOTTEST = 1000;
    private static final int MOST_BETWEEN = 8;
    /** Degrees Celsius of the gas marks 1 to 10, as British cookers have them. */
    private static final int[] GAS = {140, 150, 170, 180, 190, 200, 220, 230, 240, 260};

    private Temperatures() {}

    /** Degrees Celsius or Fahrenheit, or the numbers on a British gas cooker. */
    public enum Scale {
        CELSIUS,
        FAHRENHEIT,
        GAS_MARK
    }

    /**
     * A temperature in a text.
     *
     * @param start UTF-16 index of its first character
     * @param end UTF-16 index after its last character
     * @param degrees whole degrees, of a range the lower end; the degrees Celsius a gas mark stands for
     * @param most the higher end of a range; the same as {@code degrees} if it is none
     * @param scale the scale it is written in
     */
    public record Found(int start, int end, int degrees, int most, Scale scale) {

        /** The same temperature in the other scale, of a range the lower end; degrees Celsius for a gas mark. */
        public int inOtherScale() {
            return other(degrees);
        }

        /** As it is written in the other scale: "350 °F", "160–180 °C". */
        public String inOtherScaleText() {
            String sign = scale == Scale.CELSIUS ? " °F" : " °C";
            int low = other(degrees);
            int high = other(most);
            return (low == high ? "" + low : low + "–" + high) + sign;
        }

        private int other(int value) {
            return switch (scale) {
                case CELSIUS -> fahrenheit(value);
                case FAHRENHEIT -> celsius(value);
                case GAS_MARK -> value;
            };
        }
    }

    /**
     * What a cook with another oven would write beside a temperature.
     *
     * @param at UTF-16 index in the text behind which it belongs
     * @param text "350 °F"
     */
    public record Beside(int at, String text) {}

    /**
     * What is to be written beside the temperatures of a text for a cook whose oven has this scale; nothing where the text
     * says it itself ("180 °C/350 °F/gas 4").
     */
    public static List<Beside> beside(String text, Scale wanted) {
        Tokens tokens = new Tokens(text);
        List<Place> places = places(tokens);
        List<Beside> beside = new ArrayList<>();
        int from = 0;
        while (from < places.size()) {
            int to = from + 1;
            while (to < places.size() && joined(tokens, places.get(to - 1).next, places.get(to).first)) {
                to++;
            }
            List<Place> group = places.subList(from, to);
            if (group.stream().noneMatch(p -> p.found.scale == wanted)) {
                boolean degrees = group.stream().anyMatch(p -> p.found.scale != Scale.GAS_MARK);
                for (Place place : group) {
                    Found found = place.found;
                    if (found.scale == Scale.GAS_MARK && (degrees || wanted != Scale.CELSIUS)) {
                        if (!degrees) {
                            beside.add(new Beside(found.end, fahrenheit(found.degrees) + " °F"));
                        }
                    } else {
                        beside.add(new Beside(found.end, found.inOtherScaleText()));
                    }
                }
            }
            from = to;
        }
        return beside;
    }

    /** The temperatures in a text, in order: "180 °C", "350°F", "180-200 °C", "200 degrees C", "180 Grad", "gas mark 4". */
    public static List<Found> in(String text) {
        return places(new Tokens(text)).stream().map(Place::found).toList();
    }

    /** A temperature from token {@code first} to before token {@code next}. */
    private record Place(Found found, int first, int next) {}

    private static List<Place> places(Tokens tokens) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            Place place = tokens.isNumber(i) ? degrees(tokens, i) : gasMark(tokens, i);
            if (place != null) {
                places.add(place);
                i = place.next - 1;
            }
        }
        return places;
    }

    private static @Nullable Place degrees(Tokens tokens, int first) {
        int low = whole(tokens, first);
        int high = low;
        int next = sign(tokens, first + 1);
        boolean signed = next > first + 1;
        int second = next + (tokens.isDash(next) || tokens.is(next, Vocabulary.RANGE_TO) ? 1 : 0);
        if (second > next && whole(tokens, second) > low && low > 0) {
            high = whole(tokens, second);
            next = sign(tokens, second + 1);
            signed = next > second + 1;
        }
        if (low < 0) {
            return null;
        }
        String letter = next < tokens.count() && tokens.isWord(next) ? tokens.text(next) : "";
        Scale scale = switch (letter.toLowerCase(Locale.ROOT)) {
            case "c", "celsius", "centigrade" -> Scale.CELSIUS;
            case "f", "fahrenheit" -> Scale.FAHRENHEIT;
            default -> null;
        };
        boolean oven = low >= 50 && (letter.equals("C") || letter.equals("F"));
        boolean german = signed && !tokens.lower(next - 1).startsWith("deg");
        if (scale != null && (signed || oven)) {
            next++;
        } else if (scale == null && german) {
            scale = Scale.CELSIUS;
        } else {
            return null;
        }
        return new Place(new Found(tokens.start(first), tokens.end(next - 1), low, high, scale), first, next);
    }

    /** The token after "°", "degrees" or "Grad" at i; i itself if none stands there. */
    private static int sign(Tokens tokens, int i) {
        String word = tokens.lower(i);
        boolean sign = tokens.isMark(i, '°') || tokens.isMark(i, '˚') || word.equals("º");
        return sign || word.equals("degrees") || word.equals("degree") || word.equals("deg") || word.equals("grad")
                        || word.equals("degrés") || word.equals("graden") || word.equals("gradi") || word.equals("grados")
                ? i + 1
                : i;
    }

    /** "gas mark 4", "Gas 4", "gas mark 3-4", "Gasherd Stufe 3": the number stands behind the word. */
    private static @Nullable Place gasMark(Tokens tokens, int first) {
        if (!tokens.lower(first).equals("gas") && !tokens.lower(first).equals("gasherd")) {
            return null;
        }
        int at = first + 1;
        while (tokens.lower(at).equals("mark") || tokens.lower(at).equals("stufe") || tokens.isMark(at, ':')) {
            at++;
        }
        boolean german = at > first + 1 && tokens.lower(at - 1).equals("stufe");
        int mark = whole(tokens, at);
        if (mark < 1 || mark > GAS.length || german) {
            return null;
        }
        int high = tokens.isDash(at + 1) ? whole(tokens, at + 2) : mark;
        boolean range = high > mark && high <= GAS.length;
        int next = range ? at + 3 : at + 1;
        Found found = new Found(tokens.start(first), tokens.end(next - 1), GAS[mark - 1], GAS[(range ? high : mark) - 1],
                Scale.GAS_MARK);
        return new Place(found, first, next);
    }

    /** A whole number below a thousand; -1 for anything else. */
    private static int whole(Tokens tokens, int i) {
        Numerals.Found number = tokens.number(i);
        if (number == null || !number.whole() || number.value().compareTo(Quantity.of(HOTTEST)) >= 0) {
            return -1;
        }
        return number.value().numerator().intValueExact();
    }

    /** Whether only marks and words for ovens stand between two temperatures, so that they say the same twice. */
    private static boolean joined(Tokens tokens, int from, int to) {
        if (to - from > MOST_BETWEEN) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean pause = tokens.isMark(i, '.') || tokens.isMark(i, ';');
            if (pause || (tokens.isWord(i) && !tokens.is(i, Vocabulary.OR | Vocabulary.OVEN))) {
                return false;
            }
        }
        return true;
    }

    /** To 25 degrees where an American oven dial has the mark within nine, else to five; exact below baking heat. */
    private static int fahrenheit(int celsius) {
        return round(celsius * 9 / 5.0 + 32, celsius < 130, 25, 9.5);
    }

    /** To ten degrees where that is within five, else to five; exact below baking heat. */
    private static int celsius(int fahrenheit) {
        return round((fahrenheit - 32) * 5 / 9.0, fahrenheit < 266, 10, 4.5);
    }

    private static int round(double exact, boolean fine, int dial, double near) {
        if (fine) {
            return (int) Math.round(exact);
        }
        int marked = (int) Math.round(exact / dial) * dial;
        return Math.abs(marked - exact) <= near ? marked : (int) Math.round(exact / 5) * 5;
    }
}
