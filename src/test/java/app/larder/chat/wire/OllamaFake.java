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
public final class OllamaFake implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    public OllamaFake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/tags", exchange -> whole(exchange, 200,
                "{\"models\":[{\"name\":\"m:latest\",\"model\":\"m:latest\",\"size\":1,\"digest\":\"x\",\"details\":{\"family\":\"llama\"}}]}"));
        server.createContext("/api/show", OllamaFake::show);
        server.createContext("/api/chat", this::chat);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<JsonNode> requests() {
        return requests;
    }

    private static void whole(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** "small" reads 2,048 tokens and says so; "mute" reads as few and is too old to say so; all others read more. */
    private static int trained(String model) {
        return model.equals("small") || model.equals("mute") ? 2_048 : 131_072;
    }

    private static void show(HttpExchange exchange) throws IOException {
        JsonNode request = Json.object(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String model = request.path("model").asString("");
        if (model.equals("missing") || model.equals("mute")) {
            whole(exchange, 404, "{\"error\":\"model '" + model + "' not found\"}");
            return;
        }
        whole(exchange, 200, "{\"details\":{\"family\":\"llama\"},\"model_info\":{\"general.architecture\":\"llama\","
                + "\"llama.block_count\":16,\"llama.context_length\":" + trained(model) + "},\"capabilities\":[\"completion\"]}");
    }

    /** What it says to have read: all, or what was left after older messages were dropped. */
    private static int read(JsonNode request) {
        int window = Math.min(request.path("options").path("num_ctx").asInt(4_096), trained(request.path("model").asString("")));
        int sent = (int) request.path("messages").valueStream()
                .mapToLong(message -> message.path("content").asString("").length())
                .sum() / 4;
        return sent > window ? window - 7 : Math.max(9, sent);
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
        line(out, model, message("", "Let me see"), 0);
        boolean answered = request.path("messages").valueStream().anyMatch(m -> m.path("role").asString("").equals("tool"));
        if (request.path("tools").size() > 0 && !answered) {
            ObjectNode calling = message("", null);
            calling.putArray("tool_calls").addObject().put("id", "call_x").putObject("function").put("index", 0)
                    .put("name", "get_pantry").putObject("arguments").put("expiring_within_days", 3);
            line(out, model, calling, 0);
        } else {
            for (String word : List.of("Use ", "the ", "spinach ", "🥬")) {
                line(out, model, message(word, null), 0);
            }
        }
        if (model.equals("miderr")) {
            out.write("{\"error\":\"an error was encountered while running the model\"}\n".getBytes(StandardCharsets.UTF_8));
        } else if (!model.equals("eof")) {
            line(out, model, message("", null), read(request));
        }
        exchange.close();
    }

    private static ObjectNode message(String content, @Nullable String thinking) {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant").put("content", content);
        return thinking == null ? message : message.put("thinking", thinking);
    }

    /** A line of the answer; the last one has the tokens that were read. */
    private static void line(OutputStream out, String model, ObjectNode message, int read) throws IOException {
        boolean done = read > 0;
        ObjectNode line = Json.MAPPER.createObjectNode().put("model", model).put("created_at", "2026-11-22T10:00:00.1Z");
        line.set("message", message);
        line.put("done", done);
        if (done) {
            line.put("done_reason", "stop").put("total_duration", 5).put("load_duration", 1).put("prompt_eval_count", read)
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
