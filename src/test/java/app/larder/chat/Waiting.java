package app.larder.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for an answer, and counts how often it ended. */
final class Waiting implements AnswerListener {

    private final CompletableFuture<Ended> end = new CompletableFuture<>();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    final AtomicInteger ends = new AtomicInteger();

    @Override
    public void changed() {
        begun.complete(true);
    }

    @Override
    public void ended(Ended how) {
        ends.incrementAndGet();
        end.complete(how);
        begun.complete(true);
    }

    void awaitChange() throws InterruptedException, ExecutionException, TimeoutException {
        begun.get(20, TimeUnit.SECONDS);
    }

    Ended end() throws InterruptedException, ExecutionException, TimeoutException {
        return end.get(30, TimeUnit.SECONDS);
    }
}
