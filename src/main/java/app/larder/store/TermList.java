package app.larder.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReader;

/**
 * The distinct terms of one segment as one long text, and the places of that text in the order of the four letters that
 * stand there: where a part of a term occurs is looked up and not searched for. 150,000 terms, as 100,000 recipes have,
 * take some eight megabytes, and ten where their documents are. Terms are known by their numbers in the text, from 0.
 */
final class TermList {

    /** Stands before and after every term; no term holds it. */
    static final char SEPARATOR = '\n';

    private static final int LETTERS = 4;
    private static final int LETTER_BITS = 7;
    private static final int LETTER_MASK = 0x7F;

    private final String text;
    private final int[] order;
    private final int[] begins;
    private final TermDocuments documents;

    private TermList(String text, TermDocuments documents) {
        this.text = text;
        this.documents = documents;
        long[] keyed = new long[text.length()];
        for (int at = 0; at < keyed.length; at++) {
            keyed[at] = key(text, at, 0) << Integer.SIZE | at;
        }
        Arrays.sort(keyed);
        order = new int[keyed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keyed[i];
        }
        begins = begins(text);
    }

    private static int[] begins(String text) {
        int[] begins = new int[(int) text.chars().filter(c -> c == SEPARATOR).count()];
        int term = 0;
        for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, at + 1)) {
            begins[term++] = at + 1;
        }
        return begins;
    }

    /** Reads the terms of a segment's field. */
    static TermList of(LeafReader reader, String field) throws IOException {
        StringBuilder list = new StringBuilder().append(SEPARATOR);
        TermDocuments documents = TermDocuments.of(reader, field, list);
        return new TermList(list.toString(), documents);
    }

    /** How many there are. */
    int size() {
        return begins.length - 1;
    }

    /** A term by its number. */
    String term(int number) {
        return text.substring(begins[number], begins[number + 1] - 1);
    }

    /** Which documents have a term. */
    TermDocuments documents() {
        return documents;
    }

    /** Whether a term begins with a typed word but for a typo. */
    boolean near(int number, TypedWord word) {
        return word.near(text, begins[number], begins[number + 1] - 1);
    }

    /** Hands over every term that contains a part, once for each place; a separator in it stands for a term's end. */
    void holding(String part, IntConsumer found) {
        long most = key(part, 0, LETTER_MASK);
        for (int i = firstAt(key(part, 0, 0)); i < order.length && key(text, order[i], 0) <= most; i++) {
            int at = order[i];
            if (text.startsWith(part, at)) {
                found.accept(numberAt(part.charAt(0) == SEPARATOR ? at + 1 : at));
            }
        }
    }

    /** The number of the term that has a place of the text. */
    private int numberAt(int place) {
        int found = Arrays.binarySearch(begins, place);
        return found >= 0 ? found : -found - 2;
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
