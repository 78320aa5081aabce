package app.larder.chat;

import app.larder.chat.wire.ChatBackend;

/**
 * Who answers now, and what they may be told.
 *
 * @param backend what answers
 * @param model its name, for people and for the wire; {@link MessageDetails#HELPER} for the built-in helper
 * @param host where the text goes, for people to read; empty for the built-in helper
 * @param local whether nothing leaves this computer
 * @param agreed whether the person has agreed that text goes to that host; always true for local ones
 * @param sharing what of the kitchen it may be told
 */
public record Answerer(
        ChatBackend backend, String model, String host, boolean local, boolean agreed, Sharing sharing) {

    /**
     * What of the kitchen a model may be told.
     *
     * @param pantry what is at home
     * @param recipes the person's recipes
     * @param window how many tokens it reads at once, as far as we know
     * @param tools whether it is offered tools
     */
    public record Sharing(boolean pantry, boolean recipes, int window, boolean tools) {}

    /** Whether it is the built-in helper. */
    public boolean isHelper() {
        return model.equals(MessageDetails.HELPER);
    }
}
