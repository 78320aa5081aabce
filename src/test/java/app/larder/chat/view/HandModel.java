package app.larder.chat.view;

import app.larder.chat.wire.ChatBackend;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.chat.wire.RunningTurn;
import app.larder.chat.wire.ToolCall;
import app.larder.chat.wire.TurnRequest;
import app.larder.chat.wire.Usage;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A model that says what a test says, when the test says it. */
public final class HandModel implements ChatBackend {

    private final Semaphore started = new Semaphore(0);
    private final StringBuilder text = new StringBuilder();
    private @Nullable Consumer<ChatEvent> sink;
    private @Nullable TurnRequest request;

    @Override
    public synchronized RunningTurn start(TurnRequest asked, Consumer<ChatEvent> events) {
        text.setLength(0);
        sink = events;
        request = asked;
        started.release();
        return () -> Thread.ofVirtual().start(() -> fail(FailureKind.CANCELLED));
    }

    /** Waits until it is asked the next time. */
    public HandModel asked() throws InterruptedException {
        if (!started.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the model was not asked");
        }
        return this;
    }

    /** Whether it has been asked and nobody has waited for that. */
    boolean isAsked() {
        return started.availablePermits() > 0;
    }

    /** What it was asked last. */
    synchronized TurnRequest request() {
        return java.util.Objects.requireNonNull(request);
    }

    public HandModel says(String more) {
        synchronized (this) {
            text.append(more);
        }
        tell(new ChatEvent.Text(more));
        return this;
    }

    HandModel hasReadOnlyPart() {
        tell(new ChatEvent.PartlyRead());
        return this;
    }

    public HandModel calls(String tool, String arguments) {
        tell(new ChatEvent.Finished(
                said(), List.of(new ToolCall("call", tool, arguments)), End.TOOL_CALLS, Usage.UNKNOWN, null));
        return this;
    }

    public void ends() {
        ends(End.STOP);
    }

    void ends(End why) {
        tell(new ChatEvent.Finished(said(), List.of(), why, Usage.UNKNOWN, null));
    }

    public void fail(FailureKind kind) {
        tell(new ChatEvent.Failed(Failure.of(kind), said()));
    }

    private synchronized String said() {
        return text.toString();
    }

    private void tell(ChatEvent event) {
        Consumer<ChatEvent> there;
        synchronized (this) {
            there = sink;
            if (event instanceof ChatEvent.Terminal) {
                sink = null;
            }
        }
        if (there != null) {
            there.accept(event);
        }
    }
}
