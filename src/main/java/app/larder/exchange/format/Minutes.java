package app.larder.exchange.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a length of time into minutes: ISO 8601 durations and what sites write in their place. Days count as 24 hours;
 * an {@code M} before a missing {@code T} means minutes, because no recipe takes months.
 */
final class Minutes {

    /** Longest time believed; a ham hangs for two years. */
    private static final double MOST = 3 * 366 * 24 * 60d;

    private static final String NUMBER = "(\\d{1,9}(?:[.,]\\d{1,9})?)?";
    private static final Pattern ISO = Pattern.compile("P(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER + "W)?(?:"
            + NUMBER + "D)?(?:T?(?:" + NUMBER + "H)?(?:" + NUMBER + "M(?:IN)?)?(?:" + NUMBER + "S)?)");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::[0-5]\\d)?\\s*(?:h|hrs?|hours?|std|stunden|uur)?\\.?");
    private static final Pattern BARE = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,3})?");
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,6})\\s*[/⁄]\\s*(\\d{1,3})|(\\d{1,6}(?:[.,]\\d{1,3})?)"
            + "|([½¼¾⅓⅔])|(\\p{L}[\\p{L}\\p{M}]*)|([-–—−])|(['′’])");
    private static final Pattern NEGATIVE = Pattern.compile("[-−]\\s*P?T?\\s*\\d", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Double> SIGNS =
            Map.of("½", 0.5, "¼", 0.25, "¾", 0.75, "⅓", 1 / 3d, "⅔", 2 / 3d);
    private static final Set<String> UP_TO = Set.of("to", "bis", "à", "tot", "til", "do", "až", "or", "oder", "ou");
    private static final Map<String, Double> UNITS = units();

    private Minutes() {}

    /**
     * What a text says.
     *
     * @param minutes whole minutes, halves rounded up, 0 or more; null if it names no time
     * @param refused whether it tries to name a time but can't mean one (negative, not a number, out of range)
     */
    record Reading(@Nullable Integer minutes, boolean refused) {

        static final Reading NOTHING = new Reading(null, false);
        static final Reading REFUSED = new Reading(null, true);
    }

    static Reading of(String raw) {
        String text = CleanText.line(raw);
        if (text.isEmpty()) {
            return Reading.NOTHING;
        }
        if (text.length() > 200) {
            return Reading.REFUSED;
        }
        String tight = text.toUpperCase(Locale.ROOT).replace(" ", "");
        Matcher iso = ISO.matcher(tight);
        if (iso.matches()) {
            return iso(iso, tight);
        }
        Matcher clock = CLOCK.matcher(text.toLowerCase(Locale.ROOT));
        if (clock.matches()) {
            return minutes(number(clock.group(1)) * 60 + number(clock.group(2)));
        }
        if (BARE.matcher(text).matches()) {
            return minutes(number(text));
        }
        return NEGATIVE.matcher(text).lookingAt() ? Reading.REFUSED : words(text.toLowerCase(Locale.ROOT));
    }

    /** How long one of a unit is, in minutes; null if the word, in lower case, is no unit of time. */
    static @Nullable Double unit(String word) {
        return UNITS.get(word);
    }

    private static Reading iso(Matcher iso, String text) {
        if (text.equals("P") || text.equals("PT")) {
            return Reading.NOTHING;
        }
        boolean dated = text.indexOf('T') >= 0 || iso.group(1) != null || iso.group(3) != null || iso.group(4) != null;
        double months = group(iso, 2) * (dated ? 30 * 24 * 60d : 1);
        double days = group(iso, 1) * 365 + group(iso, 3) * 7 + group(iso, 4);
        return minutes(months + days * 24 * 60 + group(iso, 5) * 60 + group(iso, 6) + group(iso, 7) / 60);
    }

    /** Sums amounts before units; of a range the upper end, because a cook plans for the longer. */
    private static Reading words(String text) {
        double sum = 0;
        @Nullable Double pending = null;
        double lastUnit = 0;
        boolean upTo = false;
        boolean digits = false;
        int dashEnd = -1;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group(5) == null && token.group(6) == null && token.group(7) == null) {
                if (dashEnd == token.start()) {
                    return Reading.REFUSED;
                }
                digits = true;
                double value = value(token);
                boolean part = token.group(3) == null;
                pending = pending != null && !upTo && part ? Double.valueOf(pending + value) : Double.valueOf(value);
                upTo = false;
            } else if (token.group(6) != null || (token.group(5) != null && UP_TO.contains(token.group(5)))) {
                if (pending == null && lastUnit == 0) {
                    dashEnd = token.group(6) != null ? token.end() : -1;
                } else if (pending == null) {
                    sum = 0;
                }
                upTo = true;
            } else {
                Double unit = token.group(7) != null ? Double.valueOf(1) : UNITS.get(token.group(5));
                if (unit != null && pending != null) {
                    sum += pending * unit;
                    lastUnit = unit;
                    pending = null;
                }
            }
        }
        if (pending != null && lastUnit == 60) {
            return minutes(sum + pending);
        }
        if (lastUnit == 0) {
            return digits || text.matches("p.*(nan|undefined|null|none).*") ? Reading.REFUSED : Reading.NOTHING;
        }
        return minutes(sum);
    }

    private static double value(Matcher token) {
        if (token.group(4) != null) {
            return SIGNS.getOrDefault(token.group(4), 0d);
        }
        if (token.group(3) != null) {
            return number(token.group(3));
        }
        double below = number(token.group(2));
        return below == 0 ? 0 : number(token.group(1)) / below;
    }

    private static double group(Matcher m, int index) {
        String text = m.group(index);
        return text == null ? 0 : number(text);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private static Reading minutes(double minutes) {
        return minutes <= MOST ? new Reading((int) Math.floor(minutes + 0.5), false) : Reading.REFUSED;
    }

    private static Map<String, Double> units() {
        Map<String, Double> units = new HashMap<>();
        put(units, 1 / 60d, "s sec secs second seconds sek sekunde sekunden secondes segundos");
        put(units, 1, "m min mins minute minutes minuten minuti minuto minutos minuut minút minúta minúty minuty minut"
                + " minuta minutter minuter minutt minuutti minuuttia perc λεπτά λεπτό λεπτα dk dakika 分 分钟 分鐘 мин минут"
                + " минуты хв хвилин mn");
        put(units, 60, "h hr hrs hour hours std stunde stunden heure heures ora ore hora horas uur uren u tim timme timmar"
                + " time timer t godz godzina godziny godzin hod hodina hodiny hodín ώρα ώρες ωρα ωρες saat sa 小时 小時 時間"
                + " tunti tuntia óra час часа часов ч год");
        put(units, 24 * 60, "d day days tag tage tagen jour jours j giorno giorni dag dagen dage dagar día días dia dias"
                + " dzień dni den gün 天 日 день дня дней");
        return Map.copyOf(units);
    }

    private static void put(Map<String, Double> units, double minutes, String words) {
        for (String word : words.split(" ", -1)) {
            units.put(word, minutes);
        }
    }
}
