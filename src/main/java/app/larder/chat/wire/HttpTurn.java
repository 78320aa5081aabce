package app.larder.chat.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One question and its answer. A thread of its own reads; another looks at the clock, because the client's own timeout
 * either ends with the headers or would cut long answers.
 */
final class HttpTurn implements RunningTurn {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_ERROR_BYTES = 64 << 10;

    private final Endpoint endpoint;
    private final TurnRequest question;
    private final WireFormat.Reading reading;
    private final Consumer<ChatEvent> sink;
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable FailureKind> killed = new AtomicReference<>();
    private final CompletableFuture<HttpResponse<InputStream>> answer = new CompletableFuture<>();
    private volatile long lastByte = start;
    private volatile boolean begun;
    private volatile boolean over;
    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> exchange;
    private volatile @Nullable InputStream body;

    HttpTurn(Endpoint endpoint, WireFormat format, TurnRequest question, Consumer<ChatEvent> sink) {
        this.endpoint = endpoint;
        this.question = question;
        this.sink = sink;
        this.reading = format.reading(this::emit);
    }

    @Override
    public void cancel() {
        kill(FailureKind.CANCELLED);
    }

    private void kill(FailureKind kind) {
        if (over || !killed.compareAndSet(null, kind)) {
            return;
        }
        answer.completeExceptionally(new CancellationException());
        CompletableFuture<HttpResponse<InputStream>> running = exchange;
        if (running != null) {
            // This is how the client is told to drop a connection; no thread is interrupted by it.
            running.cancel(true);
        }
        close(body);
    }

    private static void close(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }

    private synchronized void emit(ChatEvent event) {
        sink.accept(event);
    }

    /** Asks and reads to the end, whichever; the last event is emitted here and nowhere else. */
    void run(Supplier<HttpClient> client, Supplier<HttpRequest> request) {
        Thread.ofVirtual().name("larder-chat-watch").start(this::watch);
        ChatEvent.Terminal end;
        try {
            end = asked(client, request);
        } catch (StreamFault e) {
            end = reading.failed(e.failure());
        } catch (IOException | RuntimeException e) {
            end = reading.failed(Failure.of(kind(e)));
        }
        over = true;
        close(body);
        FailureKind kind = killed.get();
        ChatEvent.Terminal told = kind != null && end instanceof ChatEvent.Failed failed
                ? new ChatEvent.Failed(Failure.of(kind), failed.partial())
                : redacted(end);
        if (SilentCut.isNoticed(endpoint.wire(), question, told)) {
            emit(new ChatEvent.PartlyRead());
        }
        emit(told);
    }

    private ChatEvent.Terminal asked(Supplier<HttpClient> client, Supplier<HttpRequest> request) throws IOException {
        HttpClient ready = client.get();
        lastByte = System.nanoTime();
        CompletableFuture<HttpResponse<InputStream>> sent =
                ready.sendAsync(request.get(), HttpResponse.BodyHandlers.ofInputStream());
        exchange = sent;
        var _ = sent.whenComplete((response, failure) -> {
            if (response == null) {
                answer.completeExceptionally(failure);
            } else if (!answer.complete(response)) {
                close(response.body());
            }
        });
        if (killed.get() != null) {
            sent.cancel(true);
        }
        HttpResponse<InputStream> response = answer.join();
        body = response.body();
        if (killed.get() != null) {
            throw new CancellationException();
        }
        return response.statusCode() == 200 ? read(response.body()) : refused(response);
    }

    private ChatEvent.Terminal refused(HttpResponse<InputStream> response) throws IOException {
        String said = text(response.body(), MOST_ERROR_BYTES);
        return reading.failed(Errors.of(
                response.statusCode(), said, response.headers().firstValue("Retry-After"), Instant.now()));
    }

    private ChatEvent.Terminal read(InputStream stream) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stream, 1);
        int first = firstSign(in);
        if (first == '<') {
            return reading.failed(Failure.of(FailureKind.NOT_AN_AI_SERVER));
        }
        if ((first == '{' || first == '[') && endpoint.wire() != Wire.OLLAMA) {
            JsonNode whole = Json.read(text(in, MOST_BYTES));
            if (whole == null) {
                return reading.failed(Failure.of(FailureKind.PROTOCOL));
            }
            return Errors.isError(whole)
                    ? reading.failed(Errors.inStream(whole, false))
                    : reading.whole(whole);
        }
        return stream(in, reading.decoder(), this::touch);
    }

    /** The first byte that is neither blank nor part of a byte order mark, put back; -1 at the end. */
    private int firstSign(PushbackInputStream in) throws IOException {
        int sign = in.read();
        while (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t' || sign == 0xEF || sign == 0xBB || sign == 0xBF) {
            touch();
            sign = in.read();
        }
        touch();
        if (sign >= 0) {
            in.unread(sign);
        }
        return sign;
    }

    /** Reads a stream to its end. A connection that breaks is the end too; whether it came too early is the decoder's say. */
    static ChatEvent.Terminal stream(InputStream in, Decoder decoder, Runnable touched) {
        LineBytes lines = new LineBytes();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = decoder.isOver() ? -1 : in.read(buffer)) {
                touched.run();
                lines.feed(buffer, n, line -> {
                    if (!decoder.isOver()) {
                        decoder.line(line);
                    }
                });
            }
            return decoder.end(lines.rest());
        } catch (IOException e) {
            return decoder.end(lines.rest());
        }
    }

    private void touch() {
        lastByte = System.nanoTime();
        begun = true;
    }

    private String text(InputStream in, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0 && all.size() < most; n = in.read(buffer)) {
            touch();
            all.write(buffer, 0, n);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Looks at the clock until the turn is over. */
    private void watch() {
        long told = start;
        while (!over && killed.get() == null) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            Duration silence = Duration.ofNanos(now - lastByte);
            if (silence.compareTo(begun ? endpoint.idle() : endpoint.firstByte()) > 0) {
                kill(begun ? FailureKind.STALLED : FailureKind.FIRST_BYTE_TIMEOUT);
            } else if (now - told > QUIET.toNanos() && !over) {
                told = now;
                alive(Duration.ofNanos(now - start));
            }
        }
    }

    private synchronized void alive(Duration waited) {
        if (!over) {
            sink.accept(new ChatEvent.Alive(waited));
        }
    }

    static FailureKind kind(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case ConnectException _, UnresolvedAddressException _, HttpTimeoutException _, SSLException _ ->
                FailureKind.UNREACHABLE;
            case IllegalArgumentException _ -> FailureKind.BAD_REQUEST;
            default -> cause.getCause() instanceof UnresolvedAddressException || cause.getCause() instanceof ConnectException
                    ? FailureKind.UNREACHABLE
                    : FailureKind.TRUNCATED;
        };
    }

    private ChatEvent.Terminal redacted(ChatEvent.Terminal end) {
        return end instanceof ChatEvent.Failed(Failure failure, String partial)
                ? new ChatEvent.Failed(redacted(endpoint, failure), partial)
                : end;
    }

    /** Some servers repeat the key they refuse. */
    static Failure redacted(Endpoint endpoint, Failure failure) {
        String key = endpoint.key();
        return key == null
                ? failure
                : new Failure(
                        failure.kind(),
                        failure.serverMessage().replace(key, "…"),
                        failure.status(),
                        failure.retryAfter());
    }
}
