package app.larder.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that may be inside the local database: one that writes, one for sync, which writes when it is its turn, and
 * two that read. Interrupting a thread inside an
 * embedded H2 closes the whole file, so nobody else's thread ever goes in, these are never interrupted, and a caller
 * that is interrupted while it waits keeps waiting and finds its interrupt again afterwards. A server is asked on the
 * caller's own thread.
 */
final class Lanes implements AutoCloseable {

    private static final int READERS = 2;

    private final @Nullable ExecutorService writer;
    private final @Nullable ExecutorService readers;
    private final @Nullable ExecutorService sync;
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile Runnable written = () -> {};

    private Lanes(
            @Nullable ExecutorService writer, @Nullable ExecutorService readers, @Nullable ExecutorService sync) {
        this.writer = writer;
        this.readers = readers;
        this.sync = sync;
    }

    /** Own threads, as a local file needs them. */
    static Lanes ownThreads() {
        return new Lanes(
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name("larder-store-writer").daemon().factory()),
                Executors.newFixedThreadPool(
                        READERS,
                        Thread.ofPlatform().name("larder-store-reader-", 1).daemon().factory()),
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name("larder-store-sync").daemon().factory()));
    }

    /** The caller's thread, as a server allows it. */
    static Lanes callersThread() {
        return new Lanes(null, null, null);
    }

    /** How many connections the lanes use at once at most. */
    int connections() {
        return writer == null ? 4 : READERS + 2;
    }

    <T> T write(Supplier<T> work) {
        return run(writer, () -> {
            if (writer == null) {
                return work.get();
            }
            writing.lock();
            try {
                T done = work.get();
                written.run();
                return done;
            } finally {
                writing.unlock();
            }
        });
    }

    /** What is told that somebody has written, except sync; it must not wait. */
    void whenWritten(Runnable told) {
        written = told;
    }

    /** Runs on the thread of sync, which writes only while it holds {@link #writing()}. */
    <T> T sync(Supplier<T> work) {
        return run(sync, work);
    }

    /** Held by whoever writes to the local file. */
    ReentrantLock writing() {
        return writing;
    }

    /** Lets what sync has begun come to its end; it can't begin anything more. */
    void endSync() {
        if (sync != null) {
            end(sync);
        }
    }

    <T> T read(Supplier<T> work) {
        return run(readers, work);
    }

    private static <T> T run(@Nullable ExecutorService threads, Supplier<T> work) {
        if (threads == null) {
            return work.get();
        }
        Future<T> answer;
        try {
            answer = threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The larder is closed.", e);
        }
        return await(answer);
    }

    private static <T> T await(Future<T> answer) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets what has begun come to its end; nothing new gets in. */
    @Override
    public void close() {
        endSync();
        if (writer == null || readers == null) {
            return;
        }
        end(writer, readers);
    }

    private static void end(ExecutorService... all) {
        boolean interrupted = false;
        for (ExecutorService threads : all) {
            threads.shutdown();
        }
        for (ExecutorService threads : all) {
            while (!threads.isTerminated()) {
                try {
                    threads.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
