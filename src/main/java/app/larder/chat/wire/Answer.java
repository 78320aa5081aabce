package app.larder.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects one answer and passes it on. What a model thinks aloud at the beginning of its text is told apart. */
final class Answer {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final Consumer<ChatEvent> sink;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private Lane lane = Lane.BEGINNING;
    private @Nullable End end;
    private Usage usage = Usage.UNKNOWN;

    private enum Lane {
        BEGINNING,
        THINKING,
        TEXT
    }

    Answer(Consumer<ChatEvent> sink) {
        this.sink = sink;
    }

    /** More of the text as it came. */
    void text(@Nullable String more) {
        if (more == null || more.isEmpty()) {
            return;
        }
        if (lane == Lane.TEXT) {
            put(more);
            return;
        }
        held.append(more);
        if (lane == Lane.BEGINNING) {
            begin();
        }
        if (lane == Lane.THINKING) {
            think();
        }
    }

    private void begin() {
        String start = held.toString().stripLeading();
        if (start.startsWith(OPEN)) {
            held.setLength(0);
            held.append(start, OPEN.length(), start.length());
            lane = Lane.THINKING;
        } else if (!OPEN.startsWith(start)) {
            lane = Lane.TEXT;
            release();
        }
    }

    private void think() {
        int close = held.indexOf(CLOSE);
        if (close >= 0) {
            String rest = held.substring(close + CLOSE.length());
            held.setLength(close);
            tell();
            lane = Lane.TEXT;
            text(rest.stripLeading());
            return;
        }
        // What may be the beginning of the closing tag waits for the rest of it.
        int safe = held.length();
        for (int n = Math.min(CLOSE.length() - 1, held.length()); n > 0; n--) {
            if (CLOSE.startsWith(held.substring(held.length() - n))) {
                safe = held.length() - n;
                break;
            }
        }
        String kept = held.substring(safe);
        held.setLength(safe);
        tell();
        held.append(kept);
    }

    private void tell() {
        thinking(held.toString());
        held.setLength(0);
    }

    private void release() {
        String all = held.toString();
        held.setLength(0);
        put(all);
    }

    private void put(String more) {
        if (!more.isEmpty()) {
            text.append(more);
            sink.accept(new ChatEvent.Text(more));
        }
    }

    /** More of what it thinks aloud, where the wire tells that apart. */
    void thinking(@Nullable String more) {
        if (more != null && !more.isEmpty()) {
            sink.accept(new ChatEvent.Thinking(more));
        }
    }

    void toolStarted(String name) {
        sink.accept(new ChatEvent.ToolStarted(name));
    }

    void usage(@Nullable Integer prompt, @Nullable Integer written) {
        usage = usage.with(new Usage(prompt, written));
    }

    void end(End why) {
        end = why;
    }

    boolean hasEnd() {
        return end != null;
    }

    /** The text so far; what was held back because it might have been a tag belongs to it now. */
    String textSoFar() {
        if (lane == Lane.BEGINNING) {
            release();
        }
        return text.toString();
    }

    /** The last event, of an answer that has said why it ended or has asked for tools. */
    ChatEvent.Terminal finished(List<ToolCall> calls, @Nullable JsonNode raw) {
        String whole = textSoFar();
        End why = !calls.isEmpty() ? End.TOOL_CALLS : end == null || end == End.TOOL_CALLS ? End.STOP : end;
        return new ChatEvent.Finished(whole, new ArrayList<>(calls), why, usage, raw);
    }

    /** The last event of one that broke off. */
    ChatEvent.Terminal failed(Failure failure) {
        return new ChatEvent.Failed(failure, textSoFar());
    }
}
