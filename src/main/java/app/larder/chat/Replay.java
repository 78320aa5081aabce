package app.larder.chat;

import app.larder.chat.wire.TurnMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The conversation so far as a model is given it again: plain text only, so that any model can go on with what another
 * began. Questions and answers alternate, a question first, which several models insist on.
 *
 * @param messages what is sent, oldest first, ending with an answer
 * @param passedOver how many messages at the beginning do not fit
 */
record Replay(List<TurnMessage> messages, int passedOver) {

    /** As many of the newest as fit into {@code room} tokens. */
    static Replay of(List<ChatMessage> shown, double room, ToDoubleFunction<String> tokens) {
        double left = room;
        int from = shown.size();
        while (from > 0) {
            left -= tokens.applyAsDouble(text(shown.get(from - 1)));
            if (left < 0) {
                break;
            }
            from--;
        }
        while (from > 0 && from < shown.size() && shown.get(from).isAnswer()) {
            from++;
        }
        return new Replay(alternating(shown.subList(from, shown.size())), from);
    }

    private static List<TurnMessage> alternating(List<ChatMessage> shown) {
        List<TurnMessage> messages = new ArrayList<>();
        ChatMessage.Role last = ChatMessage.Role.ASSISTANT;
        for (ChatMessage message : shown) {
            String text = text(message);
            if (text.isBlank() || (messages.isEmpty() && message.isAnswer())) {
                continue;
            }
            if (message.role() == last) {
                text = messages.removeLast().text() + "\n\n" + text;
            }
            last = message.role();
            messages.add(message.isAnswer() ? new TurnMessage.Assistant(text) : new TurnMessage.User(text));
        }
        if (last == ChatMessage.Role.USER) {
            // It was never answered; with the next question it would be two in a row.
            messages.add(new TurnMessage.Assistant("(no answer)"));
        }
        return messages;
    }

    private static String text(ChatMessage message) {
        StringBuilder text = new StringBuilder(message.content());
        for (Proposal proposal : message.details().proposals()) {
            String what = switch (proposal) {
                case Proposal.OfRecipe recipe -> "proposed recipe: " + recipe.recipe().name();
                case Proposal.OfPantry _ -> "proposed changes to the pantry";
            };
            String fate = switch (proposal.fate()) {
                case OPEN -> "not decided";
                case SAVED -> "accepted by the person";
                case DISMISSED -> "dismissed by the person";
            };
            text.append(text.isEmpty() ? "" : "\n").append('[').append(what).append(", ").append(fate).append(']');
        }
        return text.toString();
    }
}
