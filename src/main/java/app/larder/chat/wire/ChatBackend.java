package app.larder.chat.wire;

import java.util.OptionalInt;
import java.util.function.Consumer;

/** Something that answers: a model behind an address, or the built-in helper. */
public interface ChatBackend {

    /**
     * Starts a turn and returns at once. Events arrive one after the other on a thread of the backend's own, never on the
     * caller's; exactly one of them, the last, is {@link ChatEvent.Terminal}. Whatever goes wrong arrives as such an event
     * too, so this throws nothing for it.
     */
    RunningTurn start(TurnRequest request, Consumer<ChatEvent> sink);

    /**
     * How many tokens a model reads at once at most, as its server says; empty if it does not. May block for some seconds
     * the first time.
     */
    default OptionalInt window(String model) {
        return OptionalInt.empty();
    }
}
