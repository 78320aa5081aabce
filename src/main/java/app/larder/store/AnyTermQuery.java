package app.larder.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
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
 * remembers where in a segment each term's documents are listed.
 */
final class AnyTermQuery extends Query {

    private static final int FIRST_STRIDE = 4096;
    /** To look a list up costs about as much as to read this many of its entries. */
    private static final int LOOK_UP = 16;

    private final String field;
    private final List<BytesRef> terms;
    private final Places places;

    /** Where terms' documents are listed. */
    interface Places {

        /** The place of a term in a segment; null if the segment has no such term. */
        @Nullable TermState of(LeafReaderContext leaf, String field, BytesRef term) throws IOException;
    }

    /** A query for terms of a field. */
    AnyTermQuery(String field, Collection<String> terms, Places places) {
        this.field = field;
        this.terms = terms.stream().map(BytesRef::new).distinct().sorted().toList();
        this.places = places;
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
        Lists lists = new Lists(leaf.reader().terms(field));
        for (BytesRef term : terms) {
            TermState place = places.of(leaf, field, term);
            if (place != null) {
                lists.add(term, place);
            }
        }
        return switch (lists.size()) {
            case 0 -> null;
            case 1 -> lists.get(0, null);
            default -> new Union(lists, leaf.reader().maxDoc());
        };
    }

    /** The lists of some terms' documents in one segment, to be read one after the other. */
    private static final class Lists {

        private final TermsEnum each;
        private final List<BytesRef> terms = new ArrayList<>();
        private final List<TermState> places = new ArrayList<>();
        private long entries;

        Lists(@Nullable Terms all) throws IOException {
            each = all == null ? TermsEnum.EMPTY : all.iterator();
        }

        void add(BytesRef term, TermState place) throws IOException {
            terms.add(term);
            places.add(place);
            each.seekExact(term, place);
            entries += each.docFreq();
        }

        int size() {
            return terms.size();
        }

        long entries() {
            return entries;
        }

        /** A list from its beginning; {@code reuse} is one that is no longer needed. */
        PostingsEnum get(int index, @Nullable PostingsEnum reuse) throws IOException {
            each.seekExact(terms.get(index), places.get(index));
            return each.postings(reuse, PostingsEnum.NONE);
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
            long worthIt = (long) documents * lists.size() * LOOK_UP / Math.max(1, lists.entries());
            return (int) Math.max(FIRST_STRIDE, Math.min(documents, worthIt));
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
            for (int i = 0; i < lists.size(); i++) {
                PostingsEnum list = lists.get(i, reuse);
                list.advance(begin);
                list.intoBitSet(end, stride, begin);
                reuse = list;
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
        return field + ":" + terms;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnyTermQuery query && field.equals(query.field) && terms.equals(query.terms);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, terms);
    }
}
