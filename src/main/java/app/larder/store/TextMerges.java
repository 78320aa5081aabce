package app.larder.store;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;

/** Merges segments in the background and tells how it went, on the thread that did it. */
final class TextMerges extends ConcurrentMergeScheduler {

    private final Runnable done;
    private final Runnable failed;

    /**
     * A scheduler of one index's merges.
     *
     * @param done a merge has ended well; searches are faster once they see it
     * @param failed a merge has failed
     */
    TextMerges(Runnable done, Runnable failed) {
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
        super.doMerge(source, merge);
        done.run();
    }

    @Override
    protected void handleMergeException(Throwable exc) {
        failed.run();
    }
}
