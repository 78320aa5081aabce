package app.larder.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ollama's own wire: {@code POST /api/chat}, one JSON object a line, {@code "done": true} in the last. Its OpenAI-like one
 * is not used, because it cuts long prompts to a small window without saying so.
 */
final class OllamaFormat implements WireFormat {

    @Override
    public String path() {
        return "/api/chat";
    }

    @Override
    public String modelsPath() {
        return "/api/tags";
    }

    @Override
    public List<String> models(JsonNode listed) {
        List<String> names = new ArrayList<>();
        listed.path("models").forEach(model -> names.add(model.path("name").asString("")));
        return names.stream().filter(name -> !name.isBlank()).toList();
    }

    @Override
    public ObjectNode body(TurnRequest request) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("model", request.model()).put("stream", true);
        ArrayNode messages = body.putArray("messages");
        if (!request.system().isBlank()) {
            messages.addObject().put("role", "system").put("content", request.system());
        }
        request.messages().forEach(message -> messages.add(message(message)));
        OpenAiFormat.tools(body, request.tools());
        if (request.schema() != null) {
            body.set("format", request.schema());
        }
        ObjectNode options = Json.MAPPER.createObjectNode();
        if (request.window() != null) {
            options.put("num_ctx", request.window());
        }
        if (request.maxTokens() != null) {
            options.put("num_predict", request.maxTokens());
        }
        if (!options.isEmpty()) {
            body.set("options", options);
        }
        return body;
    }

    private static JsonNode message(TurnMessage message) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        return switch (message) {
            case TurnMessage.User user -> node.put("role", "user").put("content", user.text());
            case TurnMessage.Assistant assistant -> node.put("role", "assistant").put("content", assistant.text());
            case TurnMessage.Calls calls -> calls.raw() == null ? node : calls.raw();
            case TurnMessage.ToolResult result ->
                node.put("role", "tool")
                        .put("tool_name", result.call().name())
                        .put("tool_call_id", result.call().id())
                        .put("content", result.content());
        };
    }

    @Override
    public Reading reading(Consumer<ChatEvent> sink) {
        return new OllamaReading(sink);
    }

    private static final class OllamaReading implements Reading, Decoder {

        private final Answer answer;
        private final ArrayNode raw = Json.MAPPER.createArrayNode();
        private final List<ToolCall> calls = new ArrayList<>();
        private boolean any;
        private boolean done;

        OllamaReading(Consumer<ChatEvent> sink) {
            this.answer = new Answer(sink);
        }

        @Override
        public Decoder decoder() {
            return this;
        }

        @Override
        public void line(String line) {
            if (!line.isBlank() && !done) {
                piece(Json.object(line));
            }
        }

        private void piece(JsonNode piece) {
            if (Errors.isError(piece)) {
                throw new StreamFault(Errors.inStream(piece, any));
            }
            any |= piece.has("message") || piece.has("done");
            JsonNode message = piece.path("message");
            answer.thinking(Json.text(message.path("thinking")));
            answer.text(Json.text(message.path("content")));
            for (JsonNode call : message.path("tool_calls")) {
                raw.add(call);
                JsonNode function = call.path("function");
                JsonNode arguments = function.path("arguments");
                String id = call.path("id").asString("call_" + calls.size());
                String name = function.path("name").asString("");
                calls.add(new ToolCall(id, name, arguments.isString() ? arguments.asString() : arguments.toString()));
                answer.toolStarted(name);
            }
            if (piece.path("done").asBoolean(false)) {
                done = true;
                answer.usage(
                        Json.number(piece.path("prompt_eval_count")), Json.number(piece.path("eval_count")));
                answer.end("length".equals(Json.text(piece.path("done_reason"))) ? End.LENGTH : End.STOP);
            }
        }

        @Override
        public boolean isOver() {
            return done;
        }

        @Override
        public ChatEvent.Terminal end(String rest) {
            if (!done && Json.read(rest) != null && !rest.isBlank()) {
                // The last line need not end with a line's end.
                line(rest);
            }
            if (!any) {
                return answer.failed(Failure.of(FailureKind.NOT_AN_AI_SERVER));
            }
            if (!done) {
                return answer.failed(Failure.of(FailureKind.TRUNCATED));
            }
            ObjectNode said = null;
            if (!calls.isEmpty()) {
                said = Json.MAPPER.createObjectNode().put("role", "assistant").put("content", answer.textSoFar());
                said.set("tool_calls", raw);
            }
            return answer.finished(calls, said);
        }

        /** Without streaming it is the last line alone. */
        @Override
        public ChatEvent.Terminal whole(JsonNode body) {
            piece(body);
            return end("");
        }

        @Override
        public ChatEvent.Terminal failed(Failure failure) {
            return answer.failed(failure);
        }
    }
}
