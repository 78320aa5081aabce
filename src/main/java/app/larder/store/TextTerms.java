package app.larder.store;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The distinct terms of the index, one list per segment. Segments never change, so a list is made once and dropped with
 * its segment.
 */
final class TextTerms {

    private record Key(Object segment, String field) {}

    private final Map<Key, TermList> lists = new ConcurrentHashMap<>();

    /** Reads the lists of a reader's segments, so that the first search does not wait for it. */
    void warm(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            of(leaf.reader(), TextDocuments.WORD);
            of(leaf.reader(), TextDocuments.INGREDIENT);
        }
    }

    /** The terms of a segment's field. */
    TermList of(LeafReader segment, String field) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        Key key = new Key(core.getKey(), field);
        TermList known = lists.get(key);
        if (known != null) {
            return known;
        }
        TermList list = TermList.of(segment, field);
        if (lists.putIfAbsent(key, list) == null) {
            core.addClosedListener(closed -> lists.remove(key));
        }
        return list;
    }
}
