package app.larder.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The search index of one person's conversations (Lucene), in memory: it is made in a moment from the database and need
 * not be kept in step with it on the disk. A message and a title are a document each. Thread-safe.
 */
final class MessageIndex implements Closeable {

    private static final String ID = "id";
    private static final String SESSION = "session";
    private static final String CREATED_AT = "createdAt";
    private static final int SEGMENTS = 4;

    private final TextTerms terms = new TextTerms();
    private final TextQueries queries;
    private final Function<String, Set<String>> variants;
    private final IndexWriter writer;
    private final TextReaders readers;
    private boolean behind;

    /**
     * An empty index.
     *
     * @param variants plurals, singulars and synonyms of a word in search form
     */
    MessageIndex(Function<String, Set<String>> variants) throws IOException {
        this.variants = variants;
        this.queries = new TextQueries(variants, terms);
        this.writer = new IndexWriter(
                new ByteBuffersDirectory(),
                new IndexWriterConfig().setCommitOnClose(false).setMergedSegmentWarmer(terms::warm));
        this.readers = new TextReaders(writer, terms);
    }

    /** A message as the index needs it. */
    record Entry(UUID id, UUID session, String content, Instant createdAt) {}

    /**
     * A conversation that a search found.
     *
     * @param session the conversation
     * @param message its newest message that was found; null if only the title was
     * @param at when that was said, in microseconds
     */
    record Hit(UUID session, @Nullable UUID message, long at) {}

    synchronized void put(Collection<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            writer.updateDocument(term(ID, entry.id()), document(entry));
        }
        behind = true;
    }

    synchronized void title(UUID session, @Nullable String title, Instant began) throws IOException {
        // A session's own id stands for its title.
        writer.updateDocument(
                term(ID, session), document(new Entry(session, session, title == null ? "" : title, began)));
        behind = true;
    }

    synchronized void remove(Collection<UUID> sessions) throws IOException {
        for (UUID session : sessions) {
            writer.deleteDocuments(term(SESSION, session));
        }
        behind = true;
    }

    synchronized void removeMessages(Collection<UUID> messages) throws IOException {
        for (UUID message : messages) {
            writer.deleteDocuments(term(ID, message));
        }
        behind = true;
    }

    private synchronized void show() throws IOException {
        if (behind) {
            readers.show();
            behind = false;
        }
    }

    /** Puts the many small parts together once, after it was made. */
    synchronized void settle() throws IOException {
        writer.forceMerge(SEGMENTS, true);
        readers.show();
        behind = false;
    }

    /**
     * The conversations in which one message, or the title, holds what was typed, the newest such message first. Typos are
     * forgiven where nothing does.
     */
    List<Hit> find(String typed, int most) throws IOException {
        show();
        TypedText words = TypedText.of(typed, variants);
        if (words.isEmpty()) {
            return List.of();
        }
        DirectoryReader reader = readers.acquire();
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            List<Hit> hits = hits(searcher, queries.text(words, false));
            List<Hit> found = hits.isEmpty() ? hits(searcher, queries.text(words, true)) : hits;
            return found.stream()
                    .sorted(Comparator.comparingLong(Hit::at).reversed().thenComparing(Hit::session))
                    .limit(most)
                    .toList();
        } finally {
            readers.release(reader);
        }
    }

    private static List<Hit> hits(IndexSearcher searcher, Query query) throws IOException {
        Map<BytesRef, Newest> newest = searcher.search(query, new NewestOfEach());
        List<Hit> hits = new ArrayList<>();
        newest.forEach((session, found) -> {
            UUID id = uuid(session);
            UUID message = uuid(found.message());
            hits.add(new Hit(id, message.equals(id) ? null : message, found.at()));
        });
        return hits;
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(ID, bytes(entry.id()), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, bytes(entry.id())));
        document.add(new StringField(SESSION, bytes(entry.session()), Field.Store.NO));
        document.add(new SortedDocValuesField(SESSION, bytes(entry.session())));
        document.add(new NumericDocValuesField(CREATED_AT, ChronoUnit.MICROS.between(Instant.EPOCH, entry.createdAt())));
        TextDocuments.words(document, Stream.of(entry.content()));
        return document;
    }

    private static Term term(String field, UUID id) {
        return new Term(field, bytes(id));
    }

    private static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static UUID uuid(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public synchronized void close() throws IOException {
        readers.close();
        writer.rollback();
    }

    private record Newest(long at, BytesRef message) {}

    /** Keeps the newest document of each conversation. */
    private static final class NewestOfEach implements CollectorManager<NewestOfEach.Part, Map<BytesRef, Newest>> {

        @Override
        public Part newCollector() {
            return new Part();
        }

        @Override
        public Map<BytesRef, Newest> reduce(Collection<Part> parts) throws IOException {
            Map<BytesRef, Newest> all = new HashMap<>();
            for (Part part : parts) {
                part.finishSegment();
                part.found.forEach((session, newest) ->
                        all.merge(session, newest, (one, other) -> one.at() >= other.at() ? one : other));
            }
            return all;
        }

        private static final class Part extends SimpleCollector {

            private final Map<BytesRef, Newest> found = new HashMap<>();
            private @Nullable SortedDocValues sessions;
            private @Nullable SortedDocValues ids;
            private @Nullable NumericDocValues times;
            private int[] best = {};
            private long[] at = {};

            @Override
            protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
                finishSegment();
                sessions = DocValues.getSorted(leaf.reader(), SESSION);
                ids = DocValues.getSorted(leaf.reader(), ID);
                times = DocValues.getNumeric(leaf.reader(), CREATED_AT);
                best = new int[sessions.getValueCount()];
                at = new long[best.length];
            }

            @Override
            public void collect(int doc) throws IOException {
                SortedDocValues session = sessions;
                SortedDocValues id = ids;
                NumericDocValues time = times;
                if (session == null || id == null || time == null || !session.advanceExact(doc)) {
                    return;
                }
                int place = session.ordValue();
                long when = time.advanceExact(doc) ? time.longValue() : 0;
                if ((best[place] == 0 || when >= at[place]) && id.advanceExact(doc)) {
                    best[place] = id.ordValue() + 1;
                    at[place] = when;
                }
            }

            /** What was found in the segment that is left. */
            void finishSegment() throws IOException {
                SortedDocValues session = sessions;
                SortedDocValues id = ids;
                if (session == null || id == null) {
                    return;
                }
                for (int place = 0; place < best.length; place++) {
                    if (best[place] > 0) {
                        Newest newest = new Newest(at[place], BytesRef.deepCopyOf(id.lookupOrd(best[place] - 1)));
                        found.merge(
                                BytesRef.deepCopyOf(session.lookupOrd(place)),
                                newest,
                                (one, other) -> one.at() >= other.at() ? one : other);
                    }
                }
                sessions = null;
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        }
    }
}
