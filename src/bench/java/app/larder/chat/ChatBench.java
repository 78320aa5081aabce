package app.larder.chat;

import app.larder.account.NewId;
import app.larder.chat.ChatMessage.Role;
import app.larder.store.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Measures the list and search of 100,000 messages in 2,000 conversations, and opening one of 2,000 messages. */
public final class ChatBench {

    private static final int SESSIONS = 2_000;
    private static final int MESSAGES = 49;
    private static final int LARGE = 2_000;
    private static final int ASKED = 400;

    private ChatBench() {}

    /** Makes the larder in a temporary folder, measures and says what it took. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("larder-chat-bench");
        List<String> words = words();
        Random random = new Random(1);
        UUID user;
        try (Database database = Database.local(folder)) {
            user = database.localUser("cook").id();
        }
        UUID large = fill(folder, user, words, random);
        try (Database database = Database.local(folder)) {
            ChatRepository chats = database.openFor(database.localUser("cook")).chats();
            long begin = System.nanoTime();
            chats.sessions("", 500);
            out.printf("first list of 500 conversations: %.0f ms%n", millis(begin));
            measure(out, "open 2,000 messages", 20, () -> chats.messages(large));
            measure(out, "list 500 conversations", 50, () -> chats.sessions("", 500));
            begin = System.nanoTime();
            while (searchTakesLong(chats)) {
                Thread.sleep(200);
            }
            out.printf("the index was ready %.0f ms later%n", millis(begin));
            measure(out, "search one word", ASKED, () -> chats.sessions(words.get(random.nextInt(words.size())), 500));
            measure(out, "search two words", ASKED, () -> chats.sessions(
                    words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size())), 500));
            measure(out, "search the beginning of a word", ASKED, () -> {
                String word = words.get(random.nextInt(words.size()));
                chats.sessions(word.substring(0, 1 + random.nextInt(Math.min(3, word.length()))), 500);
            });
        }
    }

    private static boolean searchTakesLong(ChatRepository chats) {
        long begin = System.nanoTime();
        chats.sessions("zzzzqqq", 1);
        return millis(begin) > 60;
    }

    private static void measure(PrintStream out, String what, int times, Runnable work) {
        for (int i = 0; i < times / 4; i++) {
            work.run();
        }
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.run();
            took[i] = millis(begin);
        }
        Arrays.sort(took);
        out.printf("%s: median %.1f ms, p95 %.1f ms%n", what, took[times / 2], took[times * 95 / 100]);
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (String a : List.of("tom", "po", "sal", "car", "bread", "zu", "kno", "lin", "rice", "soup")) {
            for (String b : List.of("ato", "tato", "ted", "rot", "crumb", "cker", "blauch", "sen", "ling", "stock")) {
                for (String c : List.of("", "s", "er", "ing", "chen")) {
                    words.add(a + b + c);
                }
            }
        }
        return words;
    }

    /** Straight into the tables: a hundred thousand single transactions would take the better part of an hour. */
    private static UUID fill(Path folder, UUID user, List<String> words, Random random) throws SQLException {
        String url = "jdbc:h2:async:" + folder.resolve("larder").toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        UUID large = NewId.at(now);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                PreparedStatement session = connection.prepareStatement(
                        "insert into public.chat_sessions (id, user_id, title, created_at, updated_at) values (?, ?, ?, ?, ?)");
                PreparedStatement message = connection.prepareStatement(
                        "insert into public.chat_messages (id, session_id, role, content, created_at) values (?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int s = 0; s <= SESSIONS; s++) {
                UUID id = s == SESSIONS ? large : NewId.at(now.plusSeconds(s));
                Timestamp time = Timestamp.from(now.plusSeconds(s * 60L));
                session.setObject(1, id);
                session.setObject(2, user);
                session.setString(3, words.get(random.nextInt(words.size())));
                session.setTimestamp(4, time);
                session.setTimestamp(5, time);
                session.executeUpdate();
                for (int m = 0; m < (s == SESSIONS ? LARGE : MESSAGES); m++) {
                    StringBuilder text = new StringBuilder();
                    for (int w = 0; w < 20 + random.nextInt(40); w++) {
                        // A few words are common, most are rare.
                        int at = (int) (words.size() * Math.pow(random.nextDouble(), 3));
                        text.append(words.get(at)).append(' ');
                    }
                    message.setObject(1, NewId.at(now.plusSeconds(m)));
                    message.setObject(2, id);
                    message.setString(3, m % 2 == 0 ? Role.USER.name().toLowerCase(java.util.Locale.ROOT) : "assistant");
                    message.setString(4, text.toString());
                    message.setTimestamp(5, Timestamp.from(now.plusSeconds(m)));
                    message.addBatch();
                }
                message.executeBatch();
            }
            connection.commit();
        }
        return large;
    }
}
