package app.larder.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.IOUtils;

/**
 * The index as searches see it, moved forward by the one who writes. A view that is no longer current is closed by the
 * writer too: closing deletes files under the index's lock, and a searching thread that was interrupted would break the
 * lock and with it the writer.
 */
final class TextReaders implements Closeable {

    private final IndexWriter writer;
    private final TextTerms terms;
    private final List<DirectoryReader> retired = new ArrayList<>();
    private DirectoryReader current;

    TextReaders(IndexWriter writer, TextTerms terms) throws IOException {
        this.writer = writer;
        this.terms = terms;
        this.current = DirectoryReader.open(writer);
        terms.warm(current);
    }

    /** The current view; to be given back with {@link #release}. */
    synchronized DirectoryReader acquire() {
        current.incRef();
        return current;
    }

    void release(DirectoryReader reader) throws IOException {
        reader.decRef();
    }

    /** Makes what was written visible to the searches that begin now. Only the writing thread calls it. */
    void show() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(current(), writer);
        if (newer == null) {
            return;
        }
        terms.warm(newer);
        for (DirectoryReader idle : swap(newer)) {
            idle.decRef();
        }
    }

    private synchronized DirectoryReader current() {
        return current;
    }

    /** Makes a view the current one and returns those that no search uses any more. */
    private synchronized List<DirectoryReader> swap(DirectoryReader newer) {
        retired.add(current);
        current = newer;
        List<DirectoryReader> idle = new ArrayList<>();
        for (Iterator<DirectoryReader> each = retired.iterator(); each.hasNext(); ) {
            DirectoryReader old = each.next();
            if (old.getRefCount() == 1) {
                idle.add(old);
                each.remove();
            }
        }
        return idle;
    }

    @Override
    public synchronized void close() {
        IOUtils.closeWhileHandlingException(retired);
        retired.clear();
        IOUtils.closeWhileHandlingException(current);
    }
}
