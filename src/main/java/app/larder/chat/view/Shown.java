package app.larder.chat.view;

import app.larder.chat.Answering;
import app.larder.chat.ChatMessage;
import app.larder.chat.Conversation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored message as the screen shows it.
 *
 * @param unanswered whether it is a question without an answer, and none is being written
 */
record Shown(ChatMessage message, boolean unanswered) {

    /** A conversation's messages; while an answer ({@code running}) is written anew, what it will replace steps aside. */
    static List<Shown> of(Conversation conversation, @Nullable Answering running) {
        List<ChatMessage> all = conversation.shown();
        int end = all.size();
        if (running != null) {
            UUID question = running.question().id();
            end = (int) all.stream().takeWhile(message -> !message.id().equals(question)).count() + 1;
        }
        return all.subList(0, Math.min(end, all.size())).stream()
                .map(message -> new Shown(message, running == null && conversation.isUnanswered(message)))
                .toList();
    }
}
