package app.larder.chat;

import app.larder.chat.AnswerSoFar.Phase;
import app.larder.chat.MessageDetails.Status;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.chat.wire.RunningTurn;
import app.larder.chat.wire.ToolCall;
import app.larder.chat.wire.TurnMessage;
import app.larder.chat.wire.TurnRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer while it is written. It asks the model, calls the tools it wants, asks again, and at the end, whichever it
 * is, stores exactly one message, or none if there is nothing to keep. All methods may be called on any thread; none
 * blocks.
 */
public final class Answering {

    /** So often the model is asked in one turn. */
    static final int ROUNDS = 6;

    /** So many tools are called in one turn. */
    static final int CALLS = 12;

    private final Asked asked;
    private final Answerer answerer;
    private final AnswerRows rows;
    private final Prompting prompting;
    private final AnswerListener listener;
    private final Writing writing;
    private final Patience patience = new Patience();
    private final CompletableFuture<Ended> end = new CompletableFuture<>();

    // Guarded by this.
    private TurnRequest request;
    private @Nullable RunningTurn turn;
    private boolean stopped;
    private boolean over;
    private int rounds;
    private int calls;
    private int round;

    Answering(
            Asked asked, Answerer answerer, ChatRepository chats, Prompting prompting, AnswerListener listener) {
        this.asked = asked;
        this.answerer = answerer;
        this.rows = new AnswerRows(asked, answerer.model(), chats, prompting);
        this.prompting = prompting;
        this.listener = listener;
        this.writing = new Writing(asked.begun());
        this.request = TurnRequest.of(answerer.model(), "", List.of());
    }

    /** The question it answers, as stored. */
    public ChatMessage question() {
        return asked.question();
    }

    /** Who answers. */
    public Answerer answerer() {
        return answerer;
    }

    /** What there is of it now. */
    public AnswerSoFar soFar() {
        return writing.soFar();
    }

    /** How it ended; empty while it is written. */
    public Optional<Ended> ended() {
        return Optional.ofNullable(end.getNow(null));
    }

    /** Ends it and keeps the text so far. Returns at once, whatever the model is doing. */
    public void stop() {
        RunningTurn running;
        synchronized (this) {
            if (over || stopped) {
                return;
            }
            stopped = true;
            running = turn;
        }
        if (running == null) {
            Thread.ofVirtual().start(() -> end(Status.STOPPED, FailureKind.CANCELLED.name(), null));
        } else {
            running.cancel();
        }
    }

    /** Waits for the end, at most so long. */
    void await(Duration most) {
        end.copy().orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).handle((_, _) -> true).join();
    }

    /** Asks the model; called once. The facts are looked up first, so this may block on the database. */
    void begin() {
        if (!answerer.agreed()) {
            end(Status.ERROR, "CONSENT", TurnProblem.consent(answerer));
            return;
        }
        try {
            compose(1);
        } catch (RuntimeException e) {
            end(Status.ERROR, "KITCHEN", TurnProblem.unsaved(e));
            return;
        }
        nextRound();
    }

    private void compose(int share) {
        Prompting.Composed composed = prompting.compose(asked, answerer, share);
        writing.passedOver(composed.passedOver());
        synchronized (this) {
            request = composed.request();
        }
    }

    private void nextRound() {
        boolean late;
        synchronized (this) {
            late = stopped;
            if (!late && !over) {
                int mine = ++round;
                rounds++;
                turn = answerer.backend().start(request, event -> on(mine, event));
            }
        }
        if (late) {
            end(Status.STOPPED, FailureKind.CANCELLED.name(), null);
        }
    }

    /** An event of a round; those of an earlier one come too late. */
    private void on(int from, ChatEvent event) {
        synchronized (this) {
            if (from != round || over) {
                return;
            }
            if (event instanceof ChatEvent.Terminal) {
                turn = null;
                round++;
            }
        }
        switch (event) {
            case ChatEvent.Text text -> {
                writing.text(text.text());
                rows.keepDraft(writing);
            }
            case ChatEvent.Thinking thinking -> writing.thinking(thinking.text());
            case ChatEvent.ToolStarted _ -> writing.phase(Phase.LOOKING_UP);
            case ChatEvent.PartlyRead _ -> writing.partlyRead();
            case ChatEvent.Alive alive -> writing.waited(alive.waited());
            case ChatEvent.Finished finished -> finished(finished);
            case ChatEvent.Failed failed -> failed(failed.failure());
        }
        if (!(event instanceof ChatEvent.Terminal)) {
            listener.changed();
        }
    }

    private void finished(ChatEvent.Finished finished) {
        writing.roundOver(finished.usage());
        boolean again;
        synchronized (this) {
            again = finished.end() == End.TOOL_CALLS && rounds < ROUNDS;
        }
        if (again) {
            callTools(finished);
            nextRound();
        } else if (!writing.hasContent()) {
            end(Status.ERROR, "EMPTY", TurnProblem.empty(answerer));
        } else {
            Status status = finished.end() == End.LENGTH ? Status.LENGTH : Status.COMPLETE;
            boolean filtered = finished.end() == End.FILTERED;
            end(filtered ? Status.ERROR : status, filtered ? End.FILTERED.name() : null, null);
        }
    }

    private void callTools(ChatEvent.Finished finished) {
        List<TurnMessage> messages = new ArrayList<>();
        TurnRequest before;
        synchronized (this) {
            before = request;
        }
        messages.addAll(before.messages());
        messages.add(new TurnMessage.Calls(finished.text(), finished.calls(), finished.raw()));
        boolean last = isLastLook();
        for (ToolCall call : finished.calls()) {
            KitchenTools.Looked looked = isOneMoreAllowed()
                    ? prompting.tools().call(call, answerer.sharing())
                    : prompting.tools().refused(call);
            writing.step(looked.step(), looked.proposal());
            messages.add(new TurnMessage.ToolResult(
                    call, last ? looked.content() + "\n(This was the last look-up. Answer now.)" : looked.content()));
            listener.changed();
        }
        synchronized (this) {
            request = before.withMessages(messages);
        }
    }

    private synchronized boolean isLastLook() {
        return rounds >= ROUNDS - 1;
    }

    private synchronized boolean isOneMoreAllowed() {
        return ++calls <= CALLS;
    }

    private void failed(Failure failure) {
        boolean untouched = writing.isUntouched(asked.begun());
        Patience.Advice advice = untouched ? patience.advice(failure, answerer.local()) : Patience.Advice.GIVE_UP;
        switch (advice.what()) {
            case WAIT -> {
                writing.phase(Phase.PAUSING);
                CompletableFuture.delayedExecutor(advice.millis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                        .execute(this::nextRound);
                listener.changed();
            }
            case WITHOUT_TOOLS -> {
                synchronized (this) {
                    request = request.withTools(List.of());
                }
                nextRound();
            }
            case LESS_HISTORY -> {
                compose(2);
                nextRound();
            }
            case GIVE_UP -> {
                boolean wasStopped = failure.kind() == FailureKind.CANCELLED;
                end(
                        TurnProblem.status(failure.kind()),
                        failure.kind().name(),
                        wasStopped ? null : TurnProblem.of(failure, answerer, writing.hasContent()));
            }
        }
    }

    private void end(Status status, @Nullable String problem, @Nullable TurnProblem told) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            round++;
            turn = null;
        }
        Ended ended = rows.end(writing, status, problem, told);
        writing.phase(Phase.ENDED);
        end.complete(ended);
        listener.ended(ended);
    }
}
