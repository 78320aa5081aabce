package app.larder.chat.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Asks an Ollama how much a model reads at once at most: {@code POST /api/show}, {@code model_info}, the field that ends
 * with {@code .context_length} (the part before it names the model's family). Ollama gives a model no larger window than
 * that, whatever {@code num_ctx} asks for.
 */
final class ModelWindow {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 4 << 20;

    private ModelWindow() {}

    /** In tokens; empty if the server does not say, or is none. Blocks for some seconds at most. */
    static OptionalInt of(Endpoint endpoint, HttpClient client, String model) {
        String body = Json.MAPPER.createObjectNode().put("model", model).toString();
        try {
            HttpRequest request = HttpBackend.to(endpoint, "/api/show")
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                JsonNode said = Json.read(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
                return response.statusCode() == 200 && said != null ? read(said) : OptionalInt.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } catch (IOException | StreamFault e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt read(JsonNode said) {
        return said.path("model_info").propertyStream()
                .filter(field -> field.getKey().endsWith(".context_length"))
                .mapToInt(field -> field.getValue().asInt(0))
                .filter(tokens -> tokens > 0)
                .min();
    }
}
