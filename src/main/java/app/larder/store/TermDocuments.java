package app.larder.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of one segment have a term, terms being known by their numbers in index order. Most terms are rare, and
 * a part of a word is in hundreds of them: to look each up in the index costs more than all they find, so the documents
 * of rare terms are kept here, as differences of seven bits a byte. Of the others it remembers where the index has them.
 */
final class TermDocuments {

    /** A term in at most one of so many documents is rare: more would take longer to read at a start than they save. */
    private static final int ONE_OF = 48;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final String field;
    private final int[] begins;
    private final byte[] rare;
    private final AtomicReferenceArray<@Nullable TermState> places;

    private TermDocuments(String field, int[] begins, byte[] rare) {
        this.field = field;
        this.begins = begins;
        this.rare = rare;
        this.places = new AtomicReferenceArray<>(begins.length - 1);
    }

    /** Reads what is kept here of a segment, deleted documents among it, and appends every term to a list. */
    static TermDocuments of(LeafReader reader, String field, StringBuilder list) throws IOException {
        int most = Math.max(1, reader.maxDoc() / ONE_OF);
        int[] begins = new int[16];
        byte[] rare = new byte[1024];
        int count = 0;
        int end = 0;
        PostingsEnum documents = null;
        Terms terms = reader.terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            list.append(term.utf8ToString()).append(TermList.SEPARATOR);
            if (each.docFreq() <= most) {
                documents = each.postings(documents, PostingsEnum.NONE);
                rare = roomFor(rare, end, most);
                end = packed(documents, rare, end);
            }
            count++;
            if (count == begins.length) {
                begins = Arrays.copyOf(begins, count * 2);
            }
            begins[count] = end;
        }
        return new TermDocuments(field, Arrays.copyOf(begins, count + 1), Arrays.copyOf(rare, end));
    }

    private static byte[] roomFor(byte[] rare, int end, int documents) {
        int bytes = documents * (Integer.SIZE / BITS + 1);
        return rare.length - end >= bytes ? rare : Arrays.copyOf(rare, Math.addExact(rare.length, rare.length / 2 + bytes));
    }

    private static int packed(PostingsEnum documents, byte[] into, int from) throws IOException {
        int at = from;
        int last = 0;
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            int rest = doc - last;
            last = doc;
            while (rest >= MORE) {
                into[at++] = (byte) (rest | MORE);
                rest >>>= BITS;
            }
            into[at++] = (byte) rest;
        }
        return at;
    }

    /** Whether the documents of a term are kept here. */
    boolean isRare(int term) {
        return begins[term + 1] > begins[term];
    }

    /** About how many documents have a rare term: not less. */
    int mostDocuments(int term) {
        return begins[term + 1] - begins[term];
    }

    /** Marks the documents from {@code begin} to before {@code end} that have a rare term, the first bit for {@code begin}. */
    void mark(int term, int begin, int end, FixedBitSet marked) {
        int at = begins[term];
        int doc = 0;
        while (at < begins[term + 1]) {
            int shift = 0;
            int read = rare[at++];
            while (read < 0) {
                doc += (read & (MORE - 1)) << shift;
                shift += BITS;
                read = rare[at++];
            }
            doc += read << shift;
            if (doc >= end) {
                return;
            }
            if (doc >= begin) {
                marked.set(doc - begin);
            }
        }
    }

    /** Goes to a term in its index's order; {@code each} is of the same segment and field. */
    void seek(TermsEnum each, int term, BytesRef text) throws IOException {
        TermState place = places.get(term);
        if (place != null) {
            each.seekExact(text, place);
        } else if (each.seekExact(text)) {
            places.set(term, each.termState());
        } else {
            throw new IOException("The index has lost a term of " + field + ".");
        }
    }
}
