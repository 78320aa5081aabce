package app.larder.store;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;

/**
 * Remembers which recipes have a word that was asked for again and again: a word in many compounds has hundreds of lists
 * to put together otherwise, at every letter typed behind it. What is remembered belongs to a part of the index that
 * never changes, and goes with it.
 */
final class TextMemory {

    private static final int WORDS = 512;
    private static final long BYTES = 32L << 20;
    /** Questions looked back on to know what was asked before. */
    private static final int LOOK_BACK = 2048;

    /** So often a word is asked for before all it finds is put together: a first page needs much less. */
    private static final int OFTEN = 4;

    private final LRUQueryCache found = new LRUQueryCache(WORDS, BYTES, _ -> true, Float.POSITIVE_INFINITY);
    private final AskedOften asked = new AskedOften();

    /** Lets a searcher's questions be answered from here. */
    void serve(IndexSearcher searcher) {
        searcher.setQueryCache(found);
        searcher.setQueryCachingPolicy(asked);
    }

    private static final class AskedOften extends UsageTrackingQueryCachingPolicy {

        AskedOften() {
            super(LOOK_BACK);
        }

        @Override
        public void onUse(Query query) {
            if (query instanceof AnyTermQuery) {
                super.onUse(query);
            }
        }

        @Override
        protected int minFrequencyToCache(Query query) {
            return query instanceof AnyTermQuery ? OFTEN : Integer.MAX_VALUE;
        }
    }
}
