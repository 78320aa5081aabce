package app.larder.chat.wire;

/**
 * A tool that a model wants to be called.
 *
 * @param id what the result is tied to; made up where a wire has none
 * @param name the tool's name
 * @param arguments the arguments as JSON, as the model wrote them: perhaps not what was asked for, or no JSON at all
 */
public record ToolCall(String id, String name, String arguments) {}
