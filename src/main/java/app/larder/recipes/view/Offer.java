package app.larder.recipes.view;

import java.util.List;

/**
 * Something to decide, said above what it is about and never in the way of going on.
 *
 * @param text one or two plain sentences
 * @param choices what can be done, the likely one first
 */
record Offer(String text, List<Choice> choices) {

    /** A button. */
    record Choice(String label, Runnable run) {}

    Offer {
        choices = List.copyOf(choices);
    }
}
