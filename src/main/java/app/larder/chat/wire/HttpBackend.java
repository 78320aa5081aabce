package app.larder.chat.wire;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an address, over the JDK's HTTP client. Plain addresses are spoken to in HTTP/1.1, because LM Studio and
 * vLLM do not survive the client's offer of HTTP/2. Redirects are not followed, so that a key goes nowhere else.
 */
public final class HttpBackend implements ChatBackend {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Endpoint endpoint;
    private final WireFormat format;
    private final Map<String, Integer> windows = new ConcurrentHashMap<>();
    private @Nullable HttpClient client;

    /** The model there. Connects at the first question only. */
    public HttpBackend(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.format = WireFormat.of(endpoint);
    }

    @Override
    public RunningTurn start(TurnRequest request, Consumer<ChatEvent> sink) {
        HttpTurn turn = new HttpTurn(endpoint, format, request, sink);
        Thread.ofVirtual().name("larder-chat-reader").start(() -> turn.run(this::client, () -> post(request)));
        return turn;
    }

    @Override
    public OptionalInt window(String model) {
        Integer known = windows.get(model);
        if (known == null && endpoint.wire() == Wire.OLLAMA) {
            OptionalInt said = ModelWindow.of(endpoint, client(), model);
            said.ifPresent(tokens -> windows.put(model, tokens));
            return said;
        }
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    private HttpRequest post(TurnRequest request) {
        return to(endpoint, format.path())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(format.body(request).toString(), StandardCharsets.UTF_8))
                .build();
    }

    /**
     * A request to a path there, with the key in the header that wire has for it.
     *
     * @throws StreamFault if the key has signs that no header may have: the client's own complaint would repeat it
     */
    static HttpRequest.Builder to(Endpoint endpoint, String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.at(path))
                .header("Accept", "text/event-stream, application/x-ndjson, application/json")
                .header("User-Agent", "Larder");
        String key = endpoint.key();
        if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new StreamFault(Failure.of(FailureKind.AUTH));
        }
        if (endpoint.wire() == Wire.ANTHROPIC) {
            builder.header("anthropic-version", "2023-06-01");
            if (key != null) {
                builder.header("x-api-key", key);
            }
        } else if (key != null) {
            builder.header("Authorization", "Bearer " + key);
        }
        return builder;
    }

    /** The client, made at the first need: that takes most of a second. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = newClient(endpoint);
        }
        return client;
    }

    static HttpClient newClient(Endpoint endpoint) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        ProxySelector proxies = ProxySelector.getDefault();
        if (proxies != null && !endpoint.isLocal()) {
            builder.proxy(proxies);
        }
        if (endpoint.base().getScheme().equalsIgnoreCase("http")) {
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        return builder.build();
    }
}
