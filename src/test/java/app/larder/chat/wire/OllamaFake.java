package app.larder.chat.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A small Ollama: the model's name says what goes wrong. {@code VendorClientsTest} holds it against Ollama's own client. */
final class OllamaFake implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    OllamaFake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/tags", exchange -> whole(exchange, 200,
                "{\"models\":[{\"name\":\"m:latest\",\"model\":\"m:latest\",\"size\":1,\"digest\":\"x\",\"details\":{\"family\":\"llama\"}}]}"));
        server.createContext("/api/chat", this::chat);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<JsonNode> requests() {
        return requests;
    }

    private static void whole(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void chat(HttpExchange exchange) throws IOException {
        JsonNode request = Json.object(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        String model = request.path("model").asString("");
        if (model.equals("missing")) {
            whole(exchange, 404, "{\"error\":\"model 'missing' not found\"}");
            return;
        }
        if (model.equals("notools") && request.path("tools").size() > 0) {
            whole(exchange, 400, "{\"error\":\"registry.ollama.ai/library/notools:latest does not support tools\"}");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        line(out, model, message("", "Let me see"), false);
        boolean answered = request.path("messages").valueStream().anyMatch(m -> m.path("role").asString("").equals("tool"));
        if (request.path("tools").size() > 0 && !answered) {
            ObjectNode calling = message("", null);
            calling.putArray("tool_calls").addObject().put("id", "call_x").putObject("function").put("index", 0)
                    .put("name", "get_pantry").putObject("arguments").put("expiring_within_days", 3);
            line(out, model, calling, false);
        } else {
            for (String word : List.of("Use ", "the ", "spinach ", "🥬")) {
                line(out, model, message(word, null), false);
            }
        }
        if (model.equals("miderr")) {
            out.write("{\"error\":\"an error was encountered while running the model\"}\n".getBytes(StandardCharsets.UTF_8));
        } else if (!model.equals("eof")) {
            line(out, model, message("", null), true);
        }
        exchange.close();
    }

    private static ObjectNode message(String content, @Nullable String thinking) {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant").put("content", content);
        return thinking == null ? message : message.put("thinking", thinking);
    }

    private static void line(OutputStream out, String model, ObjectNode message, boolean done) throws IOException {
        ObjectNode line = Json.MAPPER.createObjectNode().put("model", model).put("created_at", "2026-11-22T10:00:00.1Z");
        line.set("message", message);
        line.put("done", done);
        if (done) {
            line.put("done_reason", "stop").put("total_duration", 5).put("load_duration", 1).put("prompt_eval_count", 9)
                    .put("prompt_eval_duration", 2).put("eval_count", 4).put("eval_duration", 2);
        }
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
