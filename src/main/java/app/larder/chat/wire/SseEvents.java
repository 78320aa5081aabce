package app.larder.chat.wire;

import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events (WHATWG HTML, section 9.2). Comments only prove that the server is alive. Beyond the standard
 * it knows the field {@code error} of older llama.cpp, and takes an event whose lines are whole without the blank line
 * after it.
 */
final class SseEvents implements Decoder {

    /** What the events mean. */
    interface Meaning {

        /** One event; {@code name} is empty if it has none. */
        void event(String name, String data);

        boolean isOver();

        /** How the answer ended; {@code any} says whether there was an event at all. */
        ChatEvent.Terminal end(boolean any);
    }

    private final Meaning meaning;
    private String name = "";
    private @Nullable StringBuilder data;
    private boolean any;

    SseEvents(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public void line(String line) {
        if (line.isEmpty()) {
            dispatch();
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> name = value;
            case "data" -> {
                data = data == null ? new StringBuilder() : data.append('\n');
                data.append(value);
            }
            case "error" -> {
                any = true;
                meaning.event("error", "{\"error\":" + value + "}");
            }
            default -> {
                // A comment, or a field nobody needs.
            }
        }
    }

    private void dispatch() {
        StringBuilder whole = data;
        String said = name;
        data = null;
        name = "";
        if (whole != null) {
            any = true;
            meaning.event(said, whole.toString());
        }
    }

    @Override
    public boolean isOver() {
        return meaning.isOver();
    }

    @Override
    public ChatEvent.Terminal end(String rest) {
        if (rest.strip().matches("data: ?\\[DONE]")) {
            data = new StringBuilder("[DONE]");
        } else if (!rest.isEmpty()) {
            data = null;
        }
        try {
            dispatch();
        } catch (StreamFault e) {
            if (e.failure().kind() != FailureKind.PROTOCOL) {
                throw e;
            }
            // Half of an event: the stream was cut.
        }
        return meaning.end(any);
    }
}
