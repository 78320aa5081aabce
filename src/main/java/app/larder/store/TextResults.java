package app.larder.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Reads the ids of recipes out of the index. */
final class TextResults {

    private TextResults() {}

    /** A page of what a query finds. In the index's own order the search stops at the page's end. */
    static List<UUID> page(IndexSearcher searcher, Query query, Sort sort, int offset, int limit) throws IOException {
        int wanted = (int) Math.min((long) offset + limit, searcher.getIndexReader().maxDoc());
        if (limit <= 0 || wanted <= offset) {
            return List.of();
        }
        ScoreDoc[] hits = searcher.search(query, new TopFieldCollectorManager(sort, wanted, wanted)).scoreDocs;
        if (hits.length <= offset) {
            return List.of();
        }
        Hit[] page = new Hit[hits.length - offset];
        for (int i = 0; i < page.length; i++) {
            page[i] = new Hit(hits[offset + i].doc, i);
        }
        return ids(searcher, page);
    }

    private record Hit(int doc, int place) {}

    /** Values of a column can only be read forwards, so hits are read by document and put back in their places. */
    private static List<UUID> ids(IndexSearcher searcher, Hit[] hits) throws IOException {
        Arrays.sort(hits, (a, b) -> Integer.compare(a.doc(), b.doc()));
        UUID[] ids = new UUID[hits.length];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Ids segment = null;
        int segmentEnd = 0;
        for (Hit hit : hits) {
            if (segment == null || hit.doc() >= segmentEnd) {
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc(), leaves));
                segment = new Ids(leaf);
                segmentEnd = leaf.docBase + leaf.reader().maxDoc();
            }
            ids[hit.place()] = segment.at(hit.doc());
        }
        return new ArrayList<>(Arrays.asList(ids));
    }

    /** The ids of one segment's recipes, to be read in ascending order of document. */
    private static final class Ids {
        private final int base;
        private final NumericDocValues high;
        private final NumericDocValues low;

        Ids(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            high = DocValues.getNumeric(leaf.reader(), TextDocuments.ID_HIGH);
            low = DocValues.getNumeric(leaf.reader(), TextDocuments.ID_LOW);
        }

        UUID at(int doc) throws IOException {
            high.advanceExact(doc - base);
            low.advanceExact(doc - base);
            return TextDocuments.id(high.longValue(), low.longValue());
        }
    }
}
