package app.larder.store;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;

/**
 * Remembers which recipes have a word that was asked for more than once: a word in many compounds has hundreds of lists
 * to put together otherwise, at every letter typed behind it. What is remembered belongs to a part of the index that
 * never changes, and goes with it.
 */
final class TextMemory {

    private static final int WORDS = 512;
    private static final long BYTES = 32L << 20;
    /** Questions looked back on to know what was asked before. */
    private static final int LOOK_BACK = 2048;

    private final LRUQueryCache found = new LRUQueryCache(WORDS, BYTES, _ -> true, Float.POSITIVE_INFINITY);
    private final AskedTwice asked = new AskedTwice();

    /** Lets a searcher's questions be answered from here. */
    void serve(IndexSearcher searcher) {
        searcher.setQueryCache(found);
        searcher.setQueryCachingPolicy(asked);
    }

    private static final class AskedTwice extends UsageTrackingQueryCachingPolicy {

        AskedTwice() {
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
            return query instanceof AnyTermQuery ? 2 : Integer.MAX_VALUE;
        }
    }
}
