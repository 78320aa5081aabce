package app.larder.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * The files of one search index, open for writing. They are read through memory maps, which an interrupted thread
 * cannot close under the others, as it would close a file channel.
 *
 * @param directory where the files are
 * @param writer the one writer; it holds the lock
 * @param readers what searches see
 * @param change the change of the database these files were last committed for, or -1 if they must be built anew
 * @param persistent whether the files outlive the process
 */
record TextFiles(Directory directory, IndexWriter writer, TextReaders readers, long change, boolean persistent) {

    /** The change number of an index that has not been built. */
    static final long NONE = -1;

    private static final String FORMAT = "format";
    private static final String CHANGE = "change";
    private static final double BUFFER_MB = 32;

    /** A saved recipe's own small file stays in memory until the next commit. */
    private static final double SMALL_MB = 4;

    private static final double CACHED_MB = 16;

    /** A search pays for every segment, so they are kept few. */
    private static final int SEGMENTS_PER_TIER = 2;

    /** Lucene warns people about a Java module that would only speed up what is not used here. */
    private static final Logger QUIET = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        QUIET.setLevel(Level.SEVERE);
    }

    /** Lets all segments become one in the background, which is searched several times as fast. */
    void mergeInBackground() throws IOException {
        writer.forceMerge(1, false);
    }

    /**
     * Opens the index in a folder. One that is broken or of another format is emptied; if the folder cannot be used at
     * all, or another process uses it, the index is kept in memory.
     *
     * @param folder null for memory
     * @param terms the lists of terms that searches look in
     * @param merges told how background merges go
     */
    static TextFiles open(@Nullable Path folder, TextTerms terms, TextMerges merges) throws IOException {
        if (folder != null) {
            Directory directory = null;
            try {
                Files.createDirectories(folder);
                directory = new NRTCachingDirectory(new MMapDirectory(folder), SMALL_MB, CACHED_MB);
                return openOrEmpty(directory, terms, merges);
            } catch (IOException | RuntimeException e) {
                IOUtils.closeWhileHandlingException(directory);
            }
        }
        Directory memory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(memory, config(terms, merges));
        return new TextFiles(memory, writer, new TextReaders(writer, terms), NONE, false);
    }

    private static TextFiles openOrEmpty(Directory directory, TextTerms terms, TextMerges merges)
            throws IOException {
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, config(terms, merges));
            long change = committedChange(writer);
            TextFiles files = new TextFiles(directory, writer, new TextReaders(writer, terms), change, true);
            files.mergeInBackground();
            return files;
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            empty(directory);
            writer = new IndexWriter(directory, config(terms, merges));
            return new TextFiles(directory, writer, new TextReaders(writer, terms), NONE, true);
        }
    }

    /** Reads every file once against its checksum, so that a broken one is met here and not in a search. */
    private static long committedChange(IndexWriter writer) throws IOException {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(e -> data.put(e.getKey(), e.getValue()));
        }
        if (!format().equals(data.get(FORMAT))) {
            if (!data.isEmpty() || writer.getDocStats().maxDoc > 0) {
                throw new IOException("another format");
            }
            return NONE;
        }
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader codec) {
                    codec.checkIntegrity();
                }
            }
        }
        return Long.parseLong(data.getOrDefault(CHANGE, "-1"));
    }

    /** Makes the files durable as those of a change of the database. */
    void commit(long committed) throws IOException {
        writer.setLiveCommitData(Map.of(FORMAT, format(), CHANGE, Long.toString(committed)).entrySet());
        writer.commit();
    }

    /** Closes everything without a commit. */
    void abandon() {
        readers.close();
        try {
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer);
        }
        IOUtils.closeWhileHandlingException(directory);
    }

    private static String format() {
        return TextDocuments.FORMAT + "/" + Version.LATEST.major;
    }

    private static void empty(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String name : directory.listAll()) {
                if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(name);
                }
            }
        }
    }

    /** What is merged is warmed by the merging thread, so that no search waits for its list of terms. */
    private static IndexWriterConfig config(TextTerms terms, TextMerges merges) {
        return new IndexWriterConfig()
                .setIndexSort(TextDocuments.newestFirst())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false)
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                .setMergedSegmentWarmer(segment -> terms.warm(segment))
                .setMergeScheduler(merges);
    }
}
