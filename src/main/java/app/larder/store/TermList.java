package app.larder.store;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.index.TermState;
import org.apache.lucene.util.BytesRef;

/**
 * The distinct terms of one segment as one long text, and the places of that text in the order of the four letters that
 * stand there: where a part of a term occurs is looked up and not searched for. 150,000 terms, as 100,000 recipes have,
 * take some eight megabytes.
 */
final class TermList {

    /** Stands before and after every term; no term holds it. */
    static final char SEPARATOR = '\n';

    private static final int LETTERS = 4;
    private static final int LETTER_BITS = 7;
    private static final int LETTER_MASK = 0x7F;

    private final String text;
    private final int[] order;
    private final Map<BytesRef, TermState> places = new ConcurrentHashMap<>();

    /** A list of a text that begins and ends with a separator and has one between any two terms. */
    TermList(String text) {
        this.text = text;
        long[] keyed = new long[text.length()];
        for (int at = 0; at < keyed.length; at++) {
            keyed[at] = key(text, at, 0) << Integer.SIZE | at;
        }
        Arrays.sort(keyed);
        order = new int[keyed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keyed[i];
        }
    }

    /** All terms, each with a separator before and after it. */
    String text() {
        return text;
    }

    /** Where the documents of terms are listed, of those that were looked for so far. */
    Map<BytesRef, TermState> places() {
        return places;
    }

    /** Hands over every term that contains a part, once for each place; a separator in it stands for a term's end. */
    void holding(String part, Consumer<String> found) {
        long most = key(part, 0, LETTER_MASK);
        for (int i = firstAt(key(part, 0, 0)); i < order.length && key(text, order[i], 0) <= most; i++) {
            int at = order[i];
            if (text.startsWith(part, at)) {
                int inside = part.charAt(0) == SEPARATOR ? at + 1 : at;
                int begin = text.lastIndexOf(SEPARATOR, inside - 1) + 1;
                found.accept(text.substring(begin, text.indexOf(SEPARATOR, inside)));
            }
        }
    }

    private int firstAt(long key) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(text, order[middle], 0) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The low bits of the four letters from a place, 28 together; {@code missing} in place of those after the end. */
    private static long key(String text, int at, int missing) {
        long key = 0;
        for (int i = at; i < at + LETTERS; i++) {
            key = key << LETTER_BITS | (i < text.length() ? text.charAt(i) & LETTER_MASK : missing);
        }
        return key;
    }
}
