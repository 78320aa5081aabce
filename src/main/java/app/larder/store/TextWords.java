package app.larder.store;

import app.larder.kitchen.SearchForm;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into the words the search index compares. A word is a run of letters and digits; a sign of a script
 * written without spaces and an emoji are a word each. Its form is {@link SearchForm} with the letters that have no
 * decomposition (sharp s, ae, o with stroke, ...) written out. Never fails, whatever the text.
 */
final class TextWords {

    /** The longest form that is compared, in UTF-16 units; longer words are compared by their beginning. */
    static final int LONGEST = 64;

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The end of Latin letters that stand for themselves, whatever follows them. */
    private static final char LATIN_END = 0x250;

    private static final List<String> LATIN = latin(letter -> writeOut(SearchForm.of(letter)));
    private static final List<String> LATIN_SPELLED_OUT =
            latin(letter -> writeOut(SearchForm.of(spellOutUmlauts(letter))));

    private TextWords() {}

    /**
     * A word of a text: the range {@code start} to {@code end} (UTF-16 indexes, end exclusive) and its forms. The second
     * form, if any, has the German umlauts spelled out ("kaese" beside "kase").
     */
    record Word(String text, int start, int end, List<String> forms) {

        /** The text index after the letter that completes {@code length} characters of the first form. */
        int indexAfter(int length) {
            for (int i = start; i < end; ) {
                i = letterEnd(text, i, end);
                if (fold(text.substring(start, i)).length() >= length) {
                    return i;
                }
            }
            return end;
        }

        /** The text index of the letter that begins after {@code length} characters of the first form. */
        int indexOf(int length) {
            int begin = start;
            for (int i = start; i < end; ) {
                i = letterEnd(text, i, end);
                if (fold(text.substring(start, i)).length() > length) {
                    return begin;
                }
                begin = i;
            }
            return begin;
        }
    }

    /** The words of a text in their order. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean alone = standsAlone(c);
            if (alone || Character.isLetterOrDigit(c)) {
                while (next < text.length()) {
                    int follower = text.codePointAt(next);
                    if (!belongsToLetter(follower)
                            && (alone || !Character.isLetterOrDigit(follower) || standsAlone(follower))) {
                        break;
                    }
                    next += Character.charCount(follower);
                }
                List<String> forms = forms(text.substring(i, next));
                if (!forms.isEmpty()) {
                    words.add(new Word(text, i, next, forms));
                }
            }
            i = next;
        }
        return words;
    }

    private static List<String> forms(String word) {
        String form = fold(word);
        if (form.isEmpty()) {
            return List.of();
        }
        String spelledOut = isAscii(word) ? form : left(spelledOut(head(word)));
        return spelledOut.equals(form) ? List.of(form) : List.of(form, spelledOut);
    }

    /**
     * Whether no word of a text has one of some parts in a form of its own, judged by the text as a whole: true is
     * certain, false is not. Many times faster than a look at every word.
     */
    static boolean without(String text, Collection<String> parts) {
        String form = folded(text);
        return lacks(form, parts) && (isAscii(text) || lacks(spelledOut(text), parts));
    }

    private static boolean lacks(String folded, Collection<String> parts) {
        for (String part : parts) {
            if (folded.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsAlone(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return (Character.isLetter(c) && WITHOUT_SPACES.contains(UnicodeScript.of(c)))
                || (Character.isEmojiPresentation(c) && !Character.isEmojiModifier(c));
    }

    private static boolean belongsToLetter(int c) {
        if (c < 0xAD) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> c != ZERO_WIDTH_SPACE;
            default -> Character.isEmojiModifier(c);
        };
    }

    private static int letterEnd(String text, int from, int end) {
        int i = from + Character.charCount(text.codePointAt(from));
        while (i < end && belongsToLetter(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The form of a word that has been cut out of its text. */
    private static String fold(String word) {
        return left(folded(head(word)));
    }

    private static String head(String word) {
        return word.length() <= 4 * LONGEST ? word : word.substring(0, 4 * LONGEST);
    }

    private static String left(String form) {
        return form.length() <= LONGEST ? form : form.substring(0, LONGEST);
    }

    private static String folded(String text) {
        String latin = byLetter(text, LATIN);
        return latin == null ? writeOut(SearchForm.of(text)) : latin;
    }

    private static String spelledOut(String text) {
        String latin = byLetter(text, LATIN_SPELLED_OUT);
        return latin == null ? writeOut(SearchForm.of(spellOutUmlauts(text))) : latin;
    }

    /** Looks every letter up; null if one is not in the table. */
    private static @Nullable String byLetter(String text, List<String> table) {
        StringBuilder form = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN_END) {
                return null;
            }
            form.append(table.get(c));
        }
        return form.toString();
    }

    private static List<String> latin(UnaryOperator<String> form) {
        List<String> table = new ArrayList<>();
        for (char c = 0; c < LATIN_END; c++) {
            table.add(form.apply(String.valueOf(c)));
        }
        return List.copyOf(table);
    }

    private static String writeOut(String form) {
        StringBuilder out = new StringBuilder(form.length() + 2);
        form.codePoints().forEach(c -> {
            switch (c) {
                case 'ß' -> out.append("ss");
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'đ', 'ð' -> out.append('d');
                case 'þ' -> out.append("th");
                case 'ı' -> out.append('i');
                case 'ς' -> out.append('σ');
                default -> {
                    if (Character.isLetterOrDigit(c) || standsAlone(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static String spellOutUmlauts(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return composed.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ø", "oe");
    }
}
