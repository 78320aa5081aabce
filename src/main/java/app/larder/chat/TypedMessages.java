package app.larder.chat;

import app.larder.account.KeptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was typed and not sent, for each conversation and for the one that has not begun. A belt: a file that
 * cannot be read or written loses no more than that, and is not an error. Thread-safe. Blocks.
 */
public final class TypedMessages {

    private static final String FRESH = "new";
    private static final int MOST = 200;

    private final KeptFile file;
    private final JsonMapper json = new JsonMapper();
    private @Nullable Map<String, String> texts;

    /** Kept in that file, whose folder is made when the first is kept. */
    public TypedMessages(KeptFile file) {
        this.file = file;
    }

    /** What was typed in a conversation, or (null) in a new one; empty if nothing. */
    public synchronized String find(@Nullable UUID session) {
        return texts().getOrDefault(name(session), "");
    }

    /** Keeps what was typed there, in place of what was kept before; a blank text keeps nothing. */
    public synchronized void keep(@Nullable UUID session, String text) {
        Map<String, String> all = texts();
        String before = text.isBlank() ? all.remove(name(session)) : all.put(name(session), text);
        if (text.isBlank() ? before == null : text.equals(before)) {
            return;
        }
        while (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
        try {
            Files.createDirectories(file.path().toAbsolutePath().getParent());
            file.write(json.writeValueAsString(all));
        } catch (IOException e) {
            System.getLogger(TypedMessages.class.getName()).log(System.Logger.Level.WARNING, "what was typed was not kept");
        }
    }

    private Map<String, String> texts() {
        if (texts == null) {
            texts = new LinkedHashMap<>(read());
        }
        return texts;
    }

    private Map<String, String> read() {
        try {
            return json.readValue(file.read().orElse("{}"), new TypeReference<Map<String, String>>() {});
        } catch (IOException | JacksonException e) {
            System.getLogger(TypedMessages.class.getName()).log(System.Logger.Level.WARNING, "what was typed is not readable");
            return Map.of();
        }
    }

    private static String name(@Nullable UUID session) {
        return session == null ? FRESH : session.toString();
    }
}
