package app.larder.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAI-compatible wire: {@code POST /chat/completions}, server-sent events, {@code [DONE]} at the end. */
final class OpenAiFormat implements WireFormat {

    /** Fields of a piece that are put together here, or mean nothing later. */
    private static final Set<String> KNOWN = Set.of("role", "content", "tool_calls", "refusal", "function_call", "audio");

    private final boolean original;

    /** For OpenAI itself, which calls one field otherwise, or for the others. */
    OpenAiFormat(boolean original) {
        this.original = original;
    }

    @Override
    public String path() {
        return "/chat/completions";
    }

    @Override
    public String modelsPath() {
        return "/models";
    }

    @Override
    public List<String> models(JsonNode listed) {
        List<String> names = new ArrayList<>();
        for (JsonNode model : listed.path("data")) {
            names.add(model.path("id").asString("").replaceFirst("^models/", ""));
        }
        return names.stream().filter(name -> !name.isBlank()).toList();
    }

    @Override
    public ObjectNode body(TurnRequest request) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("model", request.model()).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        ArrayNode messages = body.putArray("messages");
        if (!request.system().isBlank()) {
            messages.addObject().put("role", "system").put("content", request.system());
        }
        request.messages().forEach(message -> messages.add(message(message)));
        tools(body, request.tools());
        if (request.schema() != null) {
            ObjectNode format = body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
            format.put("name", "answer").put("strict", true).set("schema", request.schema());
        }
        if (request.maxTokens() != null) {
            body.put(original ? "max_completion_tokens" : "max_tokens", request.maxTokens());
        }
        return body;
    }

    /** Tools as this wire and Ollama's name them. */
    static void tools(ObjectNode body, List<ToolSpec> tools) {
        if (tools.isEmpty()) {
            return;
        }
        ArrayNode list = body.putArray("tools");
        for (ToolSpec tool : tools) {
            list.addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("parameters", tool.parameters());
        }
    }

    private static JsonNode message(TurnMessage message) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        return switch (message) {
            case TurnMessage.User user -> node.put("role", "user").put("content", user.text());
            case TurnMessage.Assistant assistant -> node.put("role", "assistant").put("content", assistant.text());
            case TurnMessage.Calls calls -> calls.raw() == null ? node : calls.raw();
            case TurnMessage.ToolResult result ->
                node.put("role", "tool").put("tool_call_id", result.call().id()).put("content", result.content());
        };
    }

    @Override
    public Reading reading(Consumer<ChatEvent> sink) {
        return new OpenAiReading(sink);
    }

    private static final class OpenAiReading implements Reading, SseEvents.Meaning {

        private final Answer answer;
        private final CallParts calls = new CallParts();
        private final ObjectNode others = Json.MAPPER.createObjectNode();
        private boolean done;
        private boolean sane;

        OpenAiReading(Consumer<ChatEvent> sink) {
            this.answer = new Answer(sink);
        }

        @Override
        public Decoder decoder() {
            return new SseEvents(this);
        }

        @Override
        public void event(String name, String data) {
            if (data.strip().equals("[DONE]")) {
                done = true;
                return;
            }
            if (data.isBlank()) {
                return;
            }
            JsonNode chunk = Json.object(data);
            if (Errors.isError(chunk)) {
                throw new StreamFault(Errors.inStream(chunk, sane));
            }
            if (name.equals("error")) {
                throw new StreamFault(Errors.inStream(Json.MAPPER.createObjectNode().set("error", chunk), sane));
            }
            sane |= chunk.has("choices") || chunk.has("usage");
            usage(chunk.path("usage"));
            JsonNode choice = chunk.path("choices").path(0);
            delta(choice.path("delta"));
            String reason = Json.text(choice.path("finish_reason"));
            if (reason != null) {
                finish(reason);
            }
        }

        private void usage(JsonNode usage) {
            answer.usage(Json.number(usage.path("prompt_tokens")), Json.number(usage.path("completion_tokens")));
        }

        private void delta(JsonNode delta) {
            answer.thinking(Json.text(delta.path("reasoning_content")));
            answer.thinking(Json.text(delta.path("reasoning")));
            answer.text(Json.text(delta.path("content")));
            for (JsonNode piece : delta.path("tool_calls")) {
                String begun = calls.add(piece);
                if (begun != null) {
                    answer.toolStarted(begun);
                }
            }
            delta.properties().forEach(field -> {
                if (!KNOWN.contains(field.getKey())) {
                    keep(field.getKey(), field.getValue());
                }
            });
        }

        /** Keeps what has no meaning here but is wanted back with the calls: reasoning of some models. */
        private void keep(String key, JsonNode value) {
            JsonNode before = others.path(key);
            if (value.isString() && before.isString()) {
                others.put(key, before.asString() + value.asString());
            } else if (value.isArray() && before instanceof ArrayNode list) {
                value.forEach(list::add);
            } else if (!value.isNull()) {
                others.set(key, value.deepCopy());
            }
        }

        private void finish(String reason) {
            switch (reason) {
                case "length" -> answer.end(End.LENGTH);
                case "tool_calls", "function_call" -> answer.end(End.TOOL_CALLS);
                case "content_filter" -> answer.end(End.FILTERED);
                case "error" -> throw new StreamFault(Failure.of(FailureKind.IN_STREAM));
                default -> answer.end(End.STOP);
            }
        }

        @Override
        public boolean isOver() {
            return done;
        }

        @Override
        public ChatEvent.Terminal end(boolean any) {
            if (!any || (done && !sane)) {
                return answer.failed(Failure.of(any ? FailureKind.PROTOCOL : FailureKind.NOT_AN_AI_SERVER));
            }
            if (!done && !answer.hasEnd()) {
                return answer.failed(Failure.of(FailureKind.TRUNCATED));
            }
            return finished();
        }

        private ChatEvent.Terminal finished() {
            ObjectNode raw = null;
            if (!calls.isEmpty()) {
                String text = answer.textSoFar();
                raw = Json.MAPPER.createObjectNode().put("role", "assistant").put("content", text.isEmpty() ? null : text);
                raw.setAll(others);
                raw.set("tool_calls", calls.raw());
            }
            return answer.finished(calls.calls(), raw);
        }

        @Override
        public ChatEvent.Terminal whole(JsonNode body) {
            JsonNode choice = body.path("choices").path(0);
            JsonNode message = choice.path("message");
            if (!message.isObject()) {
                return answer.failed(Failure.of(FailureKind.NOT_AN_AI_SERVER));
            }
            usage(body.path("usage"));
            delta(message);
            String reason = Json.text(choice.path("finish_reason"));
            try {
                finish(reason == null ? "stop" : reason);
            } catch (StreamFault e) {
                return answer.failed(e.failure());
            }
            return finished();
        }

        @Override
        public ChatEvent.Terminal failed(Failure failure) {
            return answer.failed(failure);
        }
    }
}
