package app.larder.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A conversation as it reads now: a message that replaces another stands in its place, and what had followed that one is
 * passed over. Two computers that work this out from the same rows see the same.
 *
 * @param session the conversation
 * @param shown the messages to show, in order
 * @param earlier what a shown message has replaced, by its id, the oldest first; without entries for the others
 */
public record Conversation(ChatSession session, List<ChatMessage> shown, Map<UUID, List<ChatMessage>> earlier) {

    public Conversation {
        shown = List.copyOf(shown);
        earlier = Map.copyOf(earlier);
    }

    /** The conversation its rows make, which are given in their order. */
    static Conversation of(ChatSession session, List<ChatMessage> rows) {
        List<ChatMessage> shown = new ArrayList<>();
        Map<UUID, Integer> places = new LinkedHashMap<>();
        Map<UUID, List<ChatMessage>> earlier = new LinkedHashMap<>();
        for (ChatMessage row : rows) {
            UUID replaced = row.details().replaces();
            Integer place = replaced == null ? null : places.get(replaced);
            if (place != null) {
                ChatMessage before = shown.get(place);
                List<ChatMessage> versions = new ArrayList<>(earlier.getOrDefault(before.id(), List.of()));
                versions.add(before);
                List<ChatMessage> cut = shown.subList(place, shown.size());
                cut.forEach(message -> places.remove(message.id()));
                cut.forEach(message -> earlier.remove(message.id()));
                cut.clear();
                earlier.put(row.id(), versions);
            }
            places.put(row.id(), shown.size());
            shown.add(row);
        }
        return new Conversation(session, shown, earlier);
    }

    /** Whether a shown message is a question that has no answer. */
    public boolean isUnanswered(ChatMessage message) {
        int place = shown.indexOf(message);
        return place >= 0
                && !message.isAnswer()
                && (place == shown.size() - 1 || !shown.get(place + 1).isAnswer());
    }

    /** The shown messages before a shown one. */
    List<ChatMessage> before(UUID message) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(message)) {
                return shown.subList(0, i);
            }
        }
        return shown;
    }
}
