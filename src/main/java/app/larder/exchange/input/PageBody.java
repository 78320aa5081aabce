package app.larder.exchange.input;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an answer's content up to a limit and can be given up at any moment, which closes the connection: a stream
 * would block for as long as the other side likes. Content past the limit shows by being longer than it.
 */
final class PageBody implements BodySubscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final AtomicReference<Flow.@Nullable Subscription> source = new AtomicReference<>();

    /** Takes {@code most} bytes and a little more; 0 asks for no content at all. */
    PageBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.set(subscription);
        if (most == 0 || whole.isDone()) {
            giveUp();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        Flow.Subscription subscription = source.get();
        if (subscription == null || whole.isDone()) {
            return;
        }
        for (ByteBuffer piece : pieces) {
            byte[] bytes = new byte[Math.min(piece.remaining(), most + 1 - taken.size())];
            piece.get(bytes);
            taken.writeBytes(bytes);
        }
        if (taken.size() > most) {
            giveUp();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(taken.toByteArray());
    }

    /** Takes no more and closes the connection, from any thread; what came so far is the content. */
    void giveUp() {
        whole.complete(taken.toByteArray());
        Flow.Subscription subscription = source.get();
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
