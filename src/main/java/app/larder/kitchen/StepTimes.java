package app.larder.kitchen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds lengths of time in the text of a step ("10-15 minutes", "eine halbe Stunde"), so that a timer can be set. */
public final class StepTimes {

    private static final StepTimes WORDS = new StepTimes();
    private static final int LONGEST_NUMBER = 6;

    private final Map<String, Long> seconds = new HashMap<>();

    private StepTimes() {
        WordFile.sections("times.txt").forEach((heading, lines) -> {
            for (String line : lines) {
                for (String word : WordFile.words(line)) {
                    seconds.putIfAbsent(word, Long.valueOf(heading));
                }
            }
        });
    }

    /**
     * A length of time in a text.
     *
     * @param start UTF-16 index of its first character
     * @param end UTF-16 index after its last character
     * @param shortest the time, or the shorter end of a range
     * @param longest the longer end of a range; the same as {@code shortest} if it is none
     */
    public record Span(int start, int end, Duration shortest, Duration longest) {}

    /** The lengths of time in a text, in order; at most one for each place. */
    public static List<Span> in(String text) {
        Tokens tokens = new Tokens(text);
        AmountReader amounts = new AmountReader(tokens);
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < tokens.count()) {
            Found found = WORDS.whole(tokens, amounts, at);
            if (found == null) {
                at++;
            } else {
                spans.add(new Span(tokens.start(at), tokens.end(found.next - 1), Duration.ofSeconds(found.least),
                        Duration.ofSeconds(found.most)));
                at = found.next;
            }
        }
        return spans;
    }

    private record Found(long least, long most, long unit, int next) {}

    /** "1 hour", and "20 minutes" after it where the two belong together. */
    private @Nullable Found whole(Tokens tokens, AmountReader amounts, int at) {
        Found first = single(tokens, amounts, at);
        while (first != null) {
            int next = first.next;
            if (tokens.is(next, Vocabulary.AND) || tokens.isMark(next, ',')) {
                next++;
            }
            Found second = single(tokens, amounts, next);
            if (second != null && second.unit < first.unit && first.least == first.most) {
                first = new Found(first.least + second.least, first.most + second.most, second.unit, second.next);
                continue;
            }
            if (second != null && tokens.is(first.next, Vocabulary.RANGE_TO) && second.least > first.most) {
                return new Found(first.least, second.most, second.unit, second.next);
            }
            Found range = afterDash(tokens, amounts, first);
            return range == null ? minutesWithoutWord(tokens, first) : range;
        }
        return null;
    }

    /** "45 minutes to 1 hour", "1 Std. - 2 Std.". */
    private @Nullable Found afterDash(Tokens tokens, AmountReader amounts, Found first) {
        boolean joined = tokens.isDash(first.next) || tokens.is(first.next, Vocabulary.RANGE_TO);
        Found second = joined ? single(tokens, amounts, first.next + 1) : null;
        return second != null && second.least > first.most
                ? new Found(first.least, second.most, second.unit, second.next)
                : null;
    }

    /** "1h30": a bare number straight after hours counts minutes. */
    private static Found minutesWithoutWord(Tokens tokens, Found first) {
        Numerals.Found number = first.unit == 3600 && tokens.glued(first.next) ? tokens.number(first.next) : null;
        if (number == null || !number.whole() || number.value().compareTo(Quantity.of(60)) >= 0) {
            return first;
        }
        long more = number.value().numerator().longValueExact() * 60;
        return new Found(first.least + more, first.most + more, 60, first.next + 1);
    }

    private @Nullable Found single(Tokens tokens, AmountReader amounts, int at) {
        AmountReader.Amount amount = amounts.amount(at);
        int unitAt;
        Quantity least = Quantity.ONE;
        Quantity most = Quantity.ONE;
        if (amount != null) {
            least = amount.quantity();
            Quantity max = amount.max();
            most = max == null ? least : max;
            unitAt = tokens.isDash(amount.end()) ? amount.end() + 1 : amount.end();
        } else if (tokens.is(at, Vocabulary.ARTICLE)) {
            unitAt = at + 1;
        } else {
            return null;
        }
        Long unit = seconds.get(bare(tokens.lower(unitAt)));
        boolean shorthand = unit != null && tokens.lower(unitAt).length() == 1 && amount == null;
        if (unit == null || shorthand || most.numerator().bitLength() > LONGEST_NUMBER * 4) {
            return null;
        }
        int next = unitAt + 1;
        if (tokens.isMark(next, '.') && tokens.glued(next) && tokens.isWord(unitAt) && tokens.end(unitAt) - tokens.start(unitAt) < 5
                && next + 1 < tokens.count() && !startsSentence(tokens, next + 1)) {
            next++;
        }
        return new Found(seconds(least, unit), seconds(most, unit), unit, next);
    }

    private static boolean startsSentence(Tokens tokens, int i) {
        return tokens.isWord(i) && Character.isUpperCase(tokens.line.charAt(tokens.start(i)));
    }

    private static String bare(String word) {
        int bracket = word.indexOf('(');
        return bracket < 0 ? word : word.substring(0, bracket);
    }

    private static long seconds(Quantity amount, long unit) {
        return amount.times(Quantity.of(unit)).roundedTo(Quantity.ONE).numerator().longValue();
    }
}
