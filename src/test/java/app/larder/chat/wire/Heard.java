package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything a backend said in one turn. */
final class Heard implements Consumer<ChatEvent> {

    private final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch text = new CountDownLatch(1);

    @Override
    public void accept(ChatEvent event) {
        events.add(event);
        if (event instanceof ChatEvent.Text) {
            text.countDown();
        }
        if (event instanceof ChatEvent.Terminal) {
            text.countDown();
            end.countDown();
        }
    }

    List<ChatEvent> events() {
        return events;
    }

    Heard awaitText() throws InterruptedException {
        assertEquals(true, text.await(20, TimeUnit.SECONDS), "nothing came");
        return this;
    }

    /** Waits for the last event, and a moment for one too many. */
    ChatEvent.Terminal end() throws InterruptedException {
        assertEquals(true, end.await(20, TimeUnit.SECONDS), "it never ended");
        long ends = events.stream().filter(ChatEvent.Terminal.class::isInstance).count();
        assertEquals(1, ends, "one last event");
        return (ChatEvent.Terminal) events.getLast();
    }

    String text() {
        return events.stream()
                .filter(ChatEvent.Text.class::isInstance)
                .map(event -> ((ChatEvent.Text) event).text())
                .collect(Collectors.joining());
    }

    String thinking() {
        return events.stream()
                .filter(ChatEvent.Thinking.class::isInstance)
                .map(event -> ((ChatEvent.Thinking) event).text())
                .collect(Collectors.joining());
    }

    static Heard of(Endpoint endpoint, TurnRequest request) {
        Heard heard = new Heard();
        RunningTurn _ = new HttpBackend(endpoint).start(request, heard);
        return heard;
    }

    /** An endpoint that soon loses its patience. */
    static Endpoint impatient(Wire wire, String address, @Nullable String key) {
        return Endpoint.of(wire, address, key).withLimits(Duration.ofMillis(1500), Duration.ofMillis(1000));
    }
}
