package app.larder.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's wire: {@code POST /messages}, named server-sent events, {@code message_stop} at the end. */
final class AnthropicFormat implements WireFormat {

    private static final int MOST_TOKENS = 4_096;

    @Override
    public String path() {
        return "/messages";
    }

    @Override
    public String modelsPath() {
        return "/models";
    }

    @Override
    public List<String> models(JsonNode listed) {
        List<String> names = new ArrayList<>();
        listed.path("data").forEach(model -> names.add(model.path("id").asString("")));
        return names.stream().filter(name -> !name.isBlank()).toList();
    }

    @Override
    public ObjectNode body(TurnRequest request) {
        ObjectNode body = Json.MAPPER.createObjectNode()
                .put("model", request.model())
                .put("stream", true)
                .put("max_tokens", request.maxTokens() == null ? MOST_TOKENS : request.maxTokens());
        String system = request.schema() == null
                ? request.system()
                : (request.system() + "\nAnswer with nothing but JSON that follows this schema: " + request.schema()).strip();
        if (!system.isBlank()) {
            body.put("system", system);
        }
        ArrayNode messages = body.putArray("messages");
        for (TurnMessage message : request.messages()) {
            add(messages, message);
        }
        if (!request.tools().isEmpty()) {
            ArrayNode tools = body.putArray("tools");
            for (ToolSpec tool : request.tools()) {
                tools.addObject()
                        .put("name", tool.name())
                        .put("description", tool.description())
                        .set("input_schema", tool.parameters());
            }
        }
        return body;
    }

    private static void add(ArrayNode messages, TurnMessage message) {
        switch (message) {
            case TurnMessage.User user -> messages.addObject().put("role", "user").put("content", user.text());
            case TurnMessage.Assistant assistant ->
                messages.addObject().put("role", "assistant").put("content", assistant.text());
            case TurnMessage.Calls calls -> {
                if (calls.raw() != null) {
                    messages.add(calls.raw());
                }
            }
            case TurnMessage.ToolResult result -> {
                // All results of a round belong into one message.
                JsonNode last = messages.path(messages.size() - 1).path("content");
                boolean same = last.path(0).path("type").asString("").equals("tool_result");
                ArrayNode content = same && last instanceof ArrayNode list
                        ? list
                        : messages.addObject().put("role", "user").putArray("content");
                content.addObject()
                        .put("type", "tool_result")
                        .put("tool_use_id", result.call().id())
                        .put("content", result.content());
            }
        }
    }

    @Override
    public Reading reading(Consumer<ChatEvent> sink) {
        return new AnthropicReading(sink);
    }

    private static final class AnthropicReading implements Reading, SseEvents.Meaning {

        private final Answer answer;
        private final Map<Integer, ObjectNode> blocks = new TreeMap<>();
        private final Map<Integer, StringBuilder> inputs = new TreeMap<>();
        private boolean done;
        private boolean begun;

        AnthropicReading(Consumer<ChatEvent> sink) {
            this.answer = new Answer(sink);
        }

        @Override
        public Decoder decoder() {
            return new SseEvents(this);
        }

        @Override
        public void event(String name, String data) {
            if (data.isBlank()) {
                return;
            }
            JsonNode event = Json.object(data);
            String type = event.path("type").asString(name);
            if (type.equals("error") || Errors.isError(event)) {
                throw new StreamFault(Errors.inStream(event, begun));
            }
            int place = event.path("index").asInt(0);
            switch (type) {
                case "message_start" -> {
                    begun = true;
                    usage(event.path("message").path("usage"));
                }
                case "content_block_start" -> start(place, event.path("content_block"));
                case "content_block_delta" -> delta(place, event.path("delta"));
                case "message_delta" -> {
                    usage(event.path("usage"));
                    stop(Json.text(event.path("delta").path("stop_reason")));
                }
                case "message_stop" -> done = true;
                default -> {
                    // ping, content_block_stop, and what may come one day
                }
            }
        }

        private void usage(JsonNode usage) {
            Integer read = Json.number(usage.path("input_tokens"));
            Integer cached = Json.number(usage.path("cache_read_input_tokens"));
            Integer prompt = read == null || cached == null ? read : Integer.valueOf(read + cached);
            answer.usage(prompt, Json.number(usage.path("output_tokens")));
        }

        private void start(int place, JsonNode block) {
            if (!block.isObject()) {
                return;
            }
            ObjectNode copy = (ObjectNode) block.deepCopy();
            blocks.put(place, copy);
            if (copy.path("type").asString("").equals("tool_use")) {
                inputs.put(place, new StringBuilder());
                answer.toolStarted(copy.path("name").asString(""));
            }
            answer.text(Json.text(copy.path("text")));
        }

        private void delta(int place, JsonNode delta) {
            ObjectNode block = blocks.computeIfAbsent(
                    place, _ -> Json.MAPPER.createObjectNode().put("type", "text").put("text", ""));
            switch (delta.path("type").asString("")) {
                case "text_delta" -> {
                    String more = delta.path("text").asString("");
                    append(block, "text", more);
                    answer.text(more);
                }
                case "thinking_delta" -> {
                    String more = delta.path("thinking").asString("");
                    append(block, "thinking", more);
                    answer.thinking(more);
                }
                case "signature_delta" -> append(block, "signature", delta.path("signature").asString(""));
                case "input_json_delta" ->
                    inputs.computeIfAbsent(place, _ -> new StringBuilder()).append(delta.path("partial_json").asString(""));
                default -> {
                    // Citations and what may come one day.
                }
            }
        }

        private static void append(ObjectNode block, String key, String more) {
            block.put(key, block.path(key).asString("") + more);
        }

        private void stop(@Nullable String reason) {
            if (reason != null) {
                answer.end(
                        switch (reason) {
                            case "max_tokens", "model_context_window_exceeded" -> End.LENGTH;
                            case "tool_use" -> End.TOOL_CALLS;
                            case "refusal" -> End.FILTERED;
                            default -> End.STOP;
                        });
            }
        }

        @Override
        public boolean isOver() {
            return done;
        }

        @Override
        public ChatEvent.Terminal end(boolean any) {
            if (!begun) {
                return answer.failed(Failure.of(any ? FailureKind.PROTOCOL : FailureKind.NOT_AN_AI_SERVER));
            }
            return done || answer.hasEnd() ? finished() : answer.failed(Failure.of(FailureKind.TRUNCATED));
        }

        private ChatEvent.Terminal finished() {
            List<ToolCall> calls = new ArrayList<>();
            ObjectNode raw = Json.MAPPER.createObjectNode().put("role", "assistant");
            ArrayNode content = raw.putArray("content");
            blocks.forEach((place, block) -> {
                StringBuilder input = inputs.get(place);
                if (input != null) {
                    String text = input.isEmpty() ? block.path("input").toString() : input.toString();
                    calls.add(new ToolCall(block.path("id").asString("call_" + place), block.path("name").asString(""), text));
                    JsonNode read = Json.read(text);
                    block.set("input", read != null && read.isObject() ? read : Json.MAPPER.createObjectNode());
                }
                if (input != null || !block.path("text").asString("-").isEmpty()) {
                    content.add(block);
                }
            });
            return answer.finished(calls, calls.isEmpty() ? null : raw);
        }

        @Override
        public ChatEvent.Terminal whole(JsonNode body) {
            if (!body.path("content").isArray()) {
                return answer.failed(Failure.of(FailureKind.NOT_AN_AI_SERVER));
            }
            begun = true;
            usage(body.path("usage"));
            for (int place = 0; place < body.path("content").size(); place++) {
                start(place, body.path("content").path(place));
            }
            stop(Json.text(body.path("stop_reason")));
            return finished();
        }

        @Override
        public ChatEvent.Terminal failed(Failure failure) {
            return answer.failed(failure);
        }
    }
}
