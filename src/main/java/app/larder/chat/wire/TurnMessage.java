package app.larder.chat.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One message of what a model is given to read. */
public sealed interface TurnMessage {

    /** What of it is text to read, whoever wrote it. */
    String text();

    /** The person's words. */
    record User(String text) implements TurnMessage {}

    /** An earlier answer, as plain text. */
    record Assistant(String text) implements TurnMessage {}

    /**
     * What the model said in an earlier round of this turn, when it asked for tools.
     *
     * @param text what it wrote beside
     * @param calls the tools it asked for
     * @param raw its message as it came; null if the wire keeps none
     */
    record Calls(String text, List<ToolCall> calls, @Nullable JsonNode raw) implements TurnMessage {

        public Calls {
            calls = List.copyOf(calls);
        }
    }

    /** What a tool answered. */
    record ToolResult(ToolCall call, String content) implements TurnMessage {

        @Override
        public String text() {
            return content;
        }
    }
}
