package app.larder.chat;

import app.larder.chat.wire.ChatBackend;
import app.larder.chat.wire.ChatEvent;
import app.larder.chat.wire.End;
import app.larder.chat.wire.Failure;
import app.larder.chat.wire.FailureKind;
import app.larder.chat.wire.RunningTurn;
import app.larder.chat.wire.ToolCall;
import app.larder.chat.wire.TurnRequest;
import app.larder.chat.wire.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A model that says what it was told to, round by round. */
final class ScriptedModel implements ChatBackend {

    private final Queue<List<ChatEvent>> rounds = new ConcurrentLinkedQueue<>();
    final List<TurnRequest> requests = new CopyOnWriteArrayList<>();

    ScriptedModel says(ChatEvent... events) {
        rounds.add(List.of(events));
        return this;
    }

    ScriptedModel answers(String text) {
        return says(new ChatEvent.Text(text), finished(text));
    }

    ScriptedModel fails(FailureKind kind, String partial) {
        List<ChatEvent> events = new ArrayList<>();
        if (!partial.isEmpty()) {
            events.add(new ChatEvent.Text(partial));
        }
        events.add(new ChatEvent.Failed(Failure.of(kind), partial));
        rounds.add(events);
        return this;
    }

    ScriptedModel calls(String tool, String arguments) {
        ToolCall call = new ToolCall("call_" + rounds.size(), tool, arguments);
        return says(new ChatEvent.ToolStarted(tool), new ChatEvent.Finished("", List.of(call), End.TOOL_CALLS, Usage.UNKNOWN, null));
    }

    /** Says a piece and nothing more until it is stopped. */
    ScriptedModel hangsAfter(String text) {
        return says(new ChatEvent.Text(text));
    }

    static ChatEvent.Finished finished(String text) {
        return new ChatEvent.Finished(text, List.of(), End.STOP, new Usage(10, 5), null);
    }

    @Override
    public RunningTurn start(TurnRequest request, Consumer<ChatEvent> sink) {
        requests.add(request);
        List<ChatEvent> events = rounds.poll();
        List<ChatEvent> script = events == null ? List.of(finished("")) : events;
        CountDownLatch stop = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            StringBuilder text = new StringBuilder();
            for (ChatEvent event : script) {
                if (event instanceof ChatEvent.Text more) {
                    text.append(more.text());
                }
                sink.accept(event);
            }
            if (script.isEmpty() || !(script.getLast() instanceof ChatEvent.Terminal)) {
                try {
                    stop.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                sink.accept(new ChatEvent.Failed(Failure.of(FailureKind.CANCELLED), text.toString()));
            }
        });
        return stop::countDown;
    }
}
