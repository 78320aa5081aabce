package app.larder.kitchen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line cut into numbers, words and marks; each token knows where it stands. Used by one thread for one line. */
final class Tokens {

    static final byte NUMBER = 1;
    static final byte WORD = 2;
    static final byte MARK = 3;

    final String line;
    private int count;
    private int[] starts = new int[24];
    private int[] ends = new int[24];
    private byte[] kinds = new byte[24];
    private int[] uses = new int[24];
    private String[] lowers = new String[24];
    private Numerals.@Nullable Found[] numbers = new Numerals.Found[24];
    private final List<List<Vocabulary.Phrase>> phrases = new ArrayList<>(24);

    Tokens(String line) {
        this.line = line;
        int at = 0;
        int length = line.length();
        while (at < length) {
            char c = line.charAt(at);
            if (Numerals.isSpace(c) || isInvisible(c)) {
                at++;
                continue;
            }
            boolean numberStart = Numerals.isDigit(c) || Numerals.isVulgar(c)
                    || (c == '.' && (at == 0 || !Numerals.isDigit(line.charAt(at - 1))));
            Numerals.Found number = numberStart ? Numerals.at(line, at, length) : null;
            if (number != null) {
                add(NUMBER, at, number.end(), number);
                at = number.end();
            } else if (Numerals.isDigit(c)) {
                int end = at + 1;
                while (end < length && Numerals.isDigit(line.charAt(end))) {
                    end++;
                }
                add(WORD, at, end, null);
                at = end;
            } else if (isLetter(c)) {
                int end = wordEnd(at, length);
                add(WORD, at, end, null);
                at = end;
            } else {
                add(MARK, at, at + 1, null);
                at++;
            }
        }
    }

    /** Soft hyphens and marks of no width: part of no word. */
    static boolean isInvisible(char c) {
        return c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\u2060' || c == '\ufeff';
    }

    private static boolean isLetter(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return c != '×' && (Character.isLetter(c) || Character.isSurrogate(c) || isJoined(c)) && !Numerals.isVulgar(c);
    }

    private static boolean isJoined(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** A word runs over letters, and over a hyphen or an apostrophe between two of them; some end before a digit. */
    private int wordEnd(int start, int length) {
        int end = start + 1;
        while (end < length) {
            char c = line.charAt(end);
            if (isLetter(c) || (isInvisible(c) && end + 1 < length && (isLetter(line.charAt(end + 1)) || isInvisible(line.charAt(end + 1))))) {
                end++;
            } else if (Numerals.isDigit(c)) {
                if (end - start <= 2 && endsBeforeDigit(line.substring(start, end))) {
                    return end;
                }
                end++;
            } else if ((c == '\'' || c == '’') && end - start == 1 && (line.charAt(start) | 32) == 'd') {
                return end + 1;
            } else if ((c == '-' || c == '\'' || c == '’' || c == '‑') && end + 1 < length && isLetter(line.charAt(end + 1))) {
                end += 2;
            } else if (c == '(') {
                int suffix = pluralSuffix(end, length);
                return suffix > 0 ? suffix : end;
            } else if (c == '/' && end - start > 2) {
                return slashSuffix(end, length);
            } else {
                return end;
            }
        }
        return end;
    }

    /** "2x400g", "1h30", "1lb2oz": the next number begins behind these. */
    private static boolean endsBeforeDigit(String word) {
        return switch (word) {
            case "x", "X", "h", "g", "kg", "lb", "oz", "ml", "cm", "to", "or" -> true;
            default -> false;
        };
    }

    /** The end of a bracketed plural glued to a word, as in "Dose(n)" or "clove(s)"; 0 if there is none. */
    private int pluralSuffix(int open, int length) {
        int close = open + 1;
        while (close < length && close - open <= 3 && Character.isLowerCase(line.charAt(close))) {
            close++;
        }
        if (close >= length || line.charAt(close) != ')' || close == open + 1) {
            return 0;
        }
        return Plurals.isEnding(line.substring(open + 1, close)) ? close + 1 : 0;
    }

    /** The end of a plural behind a stroke, as in "Zehe/n"; {@code stroke} itself if there is none. */
    private int slashSuffix(int stroke, int length) {
        int end = stroke + 1;
        while (end < length && end - stroke <= 3 && isLetter(line.charAt(end))) {
            end++;
        }
        return Plurals.isEnding(line.substring(stroke + 1, end)) ? end : stroke;
    }

    private void add(byte kind, int start, int end, Numerals.@Nullable Found number) {
        if (count == starts.length) {
            int larger = count * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            kinds = Arrays.copyOf(kinds, larger);
            uses = Arrays.copyOf(uses, larger);
            lowers = Arrays.copyOf(lowers, larger);
            numbers = Arrays.copyOf(numbers, larger);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kind;
        String lower = kind == NUMBER ? "" : visible(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
        lowers[count] = lower;
        uses[count] = kind == NUMBER ? 0 : Vocabulary.WORDS.uses(lower);
        numbers[count] = number;
        phrases.add(kind == WORD ? Vocabulary.WORDS.phrases(lower) : List.of());
        count++;
    }

    int count() {
        return count;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    boolean isNumber(int i) {
        return i < count && kinds[i] == NUMBER;
    }

    boolean isWord(int i) {
        return i < count && kinds[i] == WORD;
    }

    boolean isMark(int i, char mark) {
        return i < count && kinds[i] == MARK && line.charAt(starts[i]) == mark;
    }

    boolean isDash(int i) {
        if (i >= count || kinds[i] != MARK) {
            return false;
        }
        char c = line.charAt(starts[i]);
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '~';
    }

    boolean isOpen(int i) {
        return isMark(i, '(') || isMark(i, '[') || isMark(i, '{');
    }

    boolean isClose(int i) {
        return isMark(i, ')') || isMark(i, ']') || isMark(i, '}');
    }

    boolean isQuote(int i) {
        return i < count && kinds[i] == MARK && "\"'“”„«»‘’".indexOf(line.charAt(starts[i])) >= 0;
    }

    /** Whether the token can do what the bits of {@link Vocabulary} say. */
    boolean is(int i, int use) {
        return i < count && (uses[i] & use) != 0;
    }

    /** Whether the token is an adjective whose uses in {@code among} are no others than {@code allowed}. */
    boolean isAdjective(int i, int allowed, int among) {
        return i < count && (uses[i] & among & ~allowed) == 0 && (uses[i] & Vocabulary.ADJECTIVE) != 0;
    }

    String lower(int i) {
        return i < count ? lowers[i] : "";
    }

    Numerals.@Nullable Found number(int i) {
        return i < count ? numbers[i] : null;
    }

    String text(int i) {
        return visible(starts[i], ends[i]);
    }

    /** The text without soft hyphens and marks of no width. */
    private String visible(int start, int end) {
        for (int i = start; i < end; i++) {
            if (line.charAt(i) >= '\u00ad' && isInvisible(line.charAt(i))) {
                StringBuilder kept = new StringBuilder(end - start);
                line.substring(start, end).chars().filter(c -> !isInvisible((char) c)).forEach(c -> kept.append((char) c));
                return kept.toString();
            }
        }
        return line.substring(start, end);
    }

    /** Whether nothing stands between token i and the one before it. */
    boolean glued(int i) {
        return i > 0 && i < count && starts[i] == ends[i - 1];
    }

    /** How many tokens from i a phrase covers (dots between its words passed over); 0 if it does not stand there. */
    int covers(Vocabulary.Phrase phrase, int i) {
        int at = i;
        for (String word : phrase.words()) {
            while (at > i && isMark(at, '.')) {
                at++;
            }
            if (at >= count || !lowers[at].equals(word)) {
                return 0;
            }
            at++;
        }
        return at - i;
    }

    /** The phrases that may begin at token i. */
    List<Vocabulary.Phrase> phrases(int i) {
        return i < count ? phrases.get(i) : List.of();
    }

    /** How many tokens from i a word or phrase with this use covers; 0 if none does. */
    int covers(int use, int i) {
        if (i >= count) {
            return 0;
        }
        List<Vocabulary.Phrase> starting = phrases.get(i);
        for (int k = 0; k < starting.size(); k++) {
            if (starting.get(k).use() == use) {
                int covered = covers(starting.get(k), i);
                if (covered > 0) {
                    return covered;
                }
            }
        }
        return is(i, use) ? 1 : 0;
    }

    /** Index after the bracket that closes the one at {@code open}; the end if none does. */
    int afterBracket(int open) {
        int depth = 0;
        for (int i = open; i < count; i++) {
            if (isOpen(i)) {
                depth++;
            } else if (isClose(i) && --depth == 0) {
                return i + 1;
            }
        }
        return count;
    }
}
