package app.larder.store;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has one of some terms. Lucene's own query for that reads all of what many terms find before it gives the
 * first; this one reads a few thousand documents at a time, because a list of the newest is full after those, and
 * looks only those terms up that many documents have.
 */
final class AnyTermQuery extends Query {

    private static final int FIRST_STRIDE = 4096;
    /** To look a list up costs about as much as to read this many of its entries. */
    private static final int LOOK_UP = 16;

    private final String field;
    private final WantedTerms wanted;
    private final TextTerms lists;

    /** A query for terms of a field. */
    AnyTermQuery(String field, WantedTerms wanted, TextTerms lists) {
        this.field = field;
        this.wanted = wanted;
        this.lists = lists;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                DocIdSetIterator found = found(leaf);
                return found == null
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(
                                found, score(), scoreMode, leaf.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private @Nullable DocIdSetIterator found(LeafReaderContext leaf) throws IOException {
        TermList list = lists.of(leaf.reader(), field);
        int[] terms = wanted.in(list);
        if (terms.length == 0) {
            return null;
        }
        Lists found = new Lists(list, terms, leaf.reader().terms(field));
        return terms.length == 1 && found.frequent() == 1
                ? found.get(0, null)
                : new Union(found, leaf.reader().maxDoc());
    }

    /** The lists of some terms' documents in one segment, to be read one after the other. */
    private static final class Lists {

        private final TermList list;
        private final int[] terms;
        private final TermsEnum each;
        private int frequent;
        private long entries;

        Lists(TermList list, int[] all, @Nullable Terms indexed) throws IOException {
            this.list = list;
            terms = all;
            each = indexed == null ? TermsEnum.EMPTY : indexed.iterator();
            for (int i = 0; i < terms.length; i++) {
                int term = terms[i];
                if (list.documents().isRare(term)) {
                    entries += list.documents().mostDocuments(term);
                } else {
                    seek(term);
                    entries += each.docFreq();
                    // Frequent ones come to the front; their order does not matter.
                    terms[i] = terms[frequent];
                    terms[frequent++] = term;
                }
            }
        }

        private void seek(int term) throws IOException {
            list.documents().seek(each, term, new BytesRef(list.term(term)));
        }

        int size() {
            return terms.length;
        }

        /** How many of them, the first ones, have to be looked up in the index. */
        int frequent() {
            return frequent;
        }

        /** About how many documents they have together; not less. */
        long entries() {
            return entries;
        }

        /** A frequent list from its beginning; {@code reuse} is one that is no longer needed. */
        PostingsEnum get(int index, @Nullable PostingsEnum reuse) throws IOException {
            seek(terms[index]);
            return each.postings(reuse, PostingsEnum.NONE);
        }

        void markRare(int index, int begin, int end, FixedBitSet marked) {
            list.documents().mark(terms[index], begin, end, marked);
        }
    }

    /** The documents of several lists, put together for one stride at a time, each twice as long as the last. */
    private static final class Union extends DocIdSetIterator {

        private final Lists lists;
        private final int documents;
        private FixedBitSet stride;
        private @Nullable PostingsEnum reuse;
        private int begin;
        private int end;
        private int document = -1;

        Union(Lists lists, int documents) {
            this.lists = lists;
            this.documents = documents;
            this.stride = new FixedBitSet(firstStride());
        }

        /** Short for long lists, of which the beginning will do; all at once for many short ones. */
        private int firstStride() {
            long lookUps = (long) lists.frequent() * LOOK_UP + lists.size();
            long worthIt = documents * lookUps / Math.max(1, lists.entries());
            return (int) Math.max(Math.min(FIRST_STRIDE, documents), Math.min(documents, worthIt));
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(document + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            int from = target;
            while (from < documents) {
                if (from >= end) {
                    read(from);
                }
                int next = stride.nextSetBit(from - begin);
                if (next != NO_MORE_DOCS) {
                    document = begin + next;
                    return document;
                }
                from = end;
            }
            document = NO_MORE_DOCS;
            return document;
        }

        private void read(int from) throws IOException {
            if (end > 0) {
                stride = new FixedBitSet((int) Math.min(documents, 2L * stride.length()));
            }
            begin = from;
            end = Math.min(documents, from + stride.length());
            for (int i = 0; i < lists.frequent(); i++) {
                PostingsEnum list = lists.get(i, reuse);
                list.advance(begin);
                list.intoBitSet(end, stride, begin);
                reuse = list;
            }
            for (int i = lists.frequent(); i < lists.size(); i++) {
                lists.markRare(i, begin, end, stride);
            }
        }

        @Override
        public long cost() {
            return Math.min(documents, lists.entries());
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String defaultField) {
        return field + ":" + wanted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnyTermQuery query && field.equals(query.field) && wanted.equals(query.wanted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, wanted);
    }
}
