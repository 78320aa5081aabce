package app.larder.chat.wire;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happens while a model answers. */
public sealed interface ChatEvent {

    /** The last event of a turn. */
    sealed interface Terminal extends ChatEvent {}

    /** More of the answer. */
    record Text(String text) implements ChatEvent {}

    /** More of what the model thinks aloud; no part of the answer. */
    record Thinking(String text) implements ChatEvent {}

    /** The model has begun to ask for a tool; what it asks for comes with {@link Finished}. */
    record ToolStarted(String name) implements ChatEvent {}

    /** The model has read only part of what it was sent; its server did not say so, but what it counted does. */
    record PartlyRead() implements ChatEvent {}

    /** Nothing has come for a while, but the turn is still alive; {@code waited} since it began. */
    record Alive(Duration waited) implements ChatEvent {}

    /**
     * The model has said what it had to say.
     *
     * @param text the whole text of this turn
     * @param calls the tools it wants to be called, in order
     * @param end why it ended; {@link End#TOOL_CALLS} whenever there are calls
     * @param usage what it counted
     * @param raw the assistant's message as it came, unknown fields included, to be echoed in the next round; null if
     *     there was none
     */
    record Finished(String text, List<ToolCall> calls, End end, Usage usage, @Nullable JsonNode raw) implements Terminal {

        public Finished {
            calls = List.copyOf(calls);
        }
    }

    /** The turn did not come to its end; {@code partial} is the text so far. */
    record Failed(Failure failure, String partial) implements Terminal {}
}
