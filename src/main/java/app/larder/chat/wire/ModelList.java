package app.larder.chat.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The models a server offers.
 *
 * @param names their names, in the server's order; empty if it failed
 * @param failure why there is no list; null if there is one
 */
public record ModelList(List<String> names, @Nullable Failure failure) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 4 << 20;

    public ModelList {
        names = List.copyOf(names);
    }

    /** Asks a server; blocks for some seconds at most. */
    public static ModelList of(Endpoint endpoint) {
        WireFormat format = WireFormat.of(endpoint);
        try (HttpClient client = HttpBackend.newClient(endpoint)) {
            HttpRequest request = HttpBackend.to(endpoint, format.modelsPath()).timeout(PATIENCE).GET().build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return read(endpoint, format, response, new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Failure.of(FailureKind.CANCELLED));
        } catch (StreamFault e) {
            return failed(e.failure());
        } catch (IOException e) {
            return failed(Failure.of(HttpTurn.kind(e)));
        }
    }

    private static ModelList read(
            Endpoint endpoint, WireFormat format, HttpResponse<?> response, String body) {
        if (response.statusCode() != 200) {
            return failed(HttpTurn.redacted(endpoint, Errors.of(
                    response.statusCode(), body, response.headers().firstValue("Retry-After"), Instant.now())));
        }
        JsonNode listed = Json.read(body);
        if (listed == null || !listed.isObject() || Errors.isError(listed)) {
            return failed(Failure.of(FailureKind.NOT_AN_AI_SERVER));
        }
        return new ModelList(format.models(listed), null);
    }

    private static ModelList failed(Failure failure) {
        return new ModelList(List.of(), failure);
    }
}
