package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.MessageDetails.Status;
import app.larder.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kills a Larder in the middle of answers, and looks what the next start makes of it. */
final class ChatKillRounds {

    private final Path folder;
    private final Set<UUID> sessions = new HashSet<>();
    private final Set<UUID> asked = new HashSet<>();
    private final Set<UUID> answered = new HashSet<>();
    private int cutOff;

    ChatKillRounds(Path folder) {
        this.folder = folder;
    }

    /** How many answers were found cut off so far. */
    int cutOff() {
        return cutOff;
    }

    /**
     * Lets a child ask and be answered, kills it so long after its first question, and checks what is there.
     *
     * @param pause milliseconds between two words of an answer
     */
    void killAfter(long millis, long pause) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=en",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChatChild.class.getName(),
                        folder.toString(),
                        Long.toString(pause))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", out.readLine());
            note(out.readLine());
            Thread.sleep(millis);
            child.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                note(line);
            }
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();
        check();
    }

    private void note(@Nullable String line) {
        List<String> words = line == null ? List.of() : List.of(line.split(" ", -1));
        if (words.size() == 3) {
            sessions.add(UUID.fromString(words.get(1)));
            (words.getFirst().equals("asked") ? asked : answered).add(UUID.fromString(words.get(2)));
        }
    }

    private void check() {
        try (Database database = Database.local(folder);
                TestKitchen kitchen = new TestKitchen()) {
            ChatRepository chats = database.openFor(database.localUser("cook")).chats();
            ChatRoom room = new ChatRoom(
                    chats,
                    () -> {
                        throw new IllegalStateException("nobody is asked");
                    },
                    kitchen.tools,
                    Clock.systemUTC());
            room.recover();
            assertEquals(0, room.recover(), "what was left is made a message once");
            Set<UUID> found = new HashSet<>();
            cutOff = 0;
            for (UUID session : sessions) {
                check(chats.messages(session), found);
            }
            Set<UUID> lost = new HashSet<>(asked);
            lost.removeAll(found);
            assertEquals(Set.of(), lost, "questions lost");
        }
    }

    private void check(List<ChatMessage> messages, Set<UUID> found) {
        for (int i = 0; i < messages.size(); i++) {
            ChatMessage message = messages.get(i);
            if (!message.isAnswer()) {
                found.add(message.id());
                boolean hasAnswer = i + 1 < messages.size() && messages.get(i + 1).isAnswer();
                assertTrue(hasAnswer || !answered.contains(message.id()), "an answer that was told is lost");
                continue;
            }
            assertTrue(i > 0 && !messages.get(i - 1).isAnswer(), "never two answers to one question");
            if (message.details().status() == Status.COMPLETE) {
                assertEquals(ChatChild.WHOLE, message.content(), "half an answer is never called complete");
            } else {
                assertEquals(Status.CUT_OFF, message.details().status());
                assertTrue(ChatChild.WHOLE.startsWith(message.content()));
                cutOff++;
            }
        }
    }
}
