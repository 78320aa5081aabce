package app.larder.chat.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model is asked.
 *
 * @param model its name
 * @param system what it is to be; blank for nothing
 * @param messages what was said, oldest first, the person's question or a tool's answer last
 * @param tools what it may ask for; empty for none
 * @param schema JSON schema its answer must follow; null for free text
 * @param maxTokens how much it may write; null for its own limit, 4,096 where a wire demands a number
 * @param window how many tokens it can read at once, where the wire lets us say so; null for its own default
 */
public record TurnRequest(
        String model,
        String system,
        List<TurnMessage> messages,
        List<ToolSpec> tools,
        @Nullable JsonNode schema,
        @Nullable Integer maxTokens,
        @Nullable Integer window) {

    public TurnRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A question with nothing but text in it. */
    public static TurnRequest of(String model, String system, List<TurnMessage> messages) {
        return new TurnRequest(model, system, messages, List.of(), null, null, null);
    }

    public TurnRequest withMessages(List<TurnMessage> newMessages) {
        return new TurnRequest(model, system, newMessages, tools, schema, maxTokens, window);
    }

    public TurnRequest withTools(List<ToolSpec> newTools) {
        return new TurnRequest(model, system, messages, newTools, schema, maxTokens, window);
    }

    public TurnRequest withSchema(@Nullable JsonNode newSchema) {
        return new TurnRequest(model, system, messages, tools, newSchema, maxTokens, window);
    }

    public TurnRequest withMaxTokens(@Nullable Integer newMaxTokens) {
        return new TurnRequest(model, system, messages, tools, schema, newMaxTokens, window);
    }

    public TurnRequest withWindow(@Nullable Integer newWindow) {
        return new TurnRequest(model, system, messages, tools, schema, maxTokens, newWindow);
    }
}
