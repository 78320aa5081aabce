package app.larder.chat.view;

import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.fx.Background;
import app.larder.fx.Theme;
import app.larder.gallery.Gallery;
import app.larder.gallery.NoDialogs;
import app.larder.settings.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How long a person waits in the real room: from choosing a conversation of 2,000 messages to the pulse that shows its
 * end, and from Stop, in the middle of a stream of 150 tokens a second, to the pulse in which one can type and send again.
 * Without a display: {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class ChatRoomBench {

    private static final int MESSAGES = 2_000;
    private static final int ROUNDS = 30;
    private static final long BETWEEN_MILLIS = 7;
    private static final String LINE = "Wilt the **spinach**, press it dry and fold it into a thick white sauce. ".repeat(4);

    private final ChatFixture fixture;
    private final ChatFixture.Screen room;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ChatRoomBench(ChatFixture fixture, ChatFixture.Screen room) {
        this.fixture = fixture;
        this.room = room;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Gallery.startToolkit();
        Path folder = Files.createTempDirectory("larder-chat-room");
        Background background = Background.threads();
        try (ChatFixture fixture = new ChatFixture(folder)) {
            ChatFixture.Screen room =
                    Gallery.onScreen(() -> fixture.screen(background, new NoDialogs(), Locale.ENGLISH));
            Stage stage = Gallery.onScreen(() -> {
                Scene scene = new Scene(new StackPane(room.loaded().root()), 1440, 900);
                new Theme(scene).apply(Settings.DEFAULTS);
                Stage shown = new Stage();
                shown.setScene(scene);
                shown.show();
                room.loaded().controller().enter();
                return shown;
            });
            ChatRoomBench bench = new ChatRoomBench(fixture, room);
            bench.opening();
            bench.stopping();
            Gallery.onScreen(() -> {
                room.loaded().controller().leave();
                stage.close();
                return true;
            });
        }
        System.exit(0);
    }

    private void opening() throws Exception {
        String[] lines = new String[MESSAGES];
        java.util.Arrays.fill(lines, LINE);
        ChatSession large = fixture.conversation("Suppers", 2, lines);
        ChatSession small = fixture.conversation("Salt", 1, "How much salt?", "A pinch.");
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            wait(small.id(), 2);
            took.add(wait(large.id(), MESSAGES));
        }
        say("open a conversation of 2,000 messages", took);
    }

    private double wait(java.util.UUID session, int messages) throws Exception {
        long begin = System.nanoTime();
        Gallery.onScreen(() -> {
            room.open(session);
            return true;
        });
        return until(begin, () -> room.conversation().messagesProperty().get().size() == messages);
    }

    private void stopping() throws Exception {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ChatSession session = fixture.conversation("Talk " + i, 1, "Hello", "Good evening.");
            fixture.say(session, ChatFixture.NOW, false, "And then?", MessageDetails.PLAIN);
            wait(session.id(), 3);
            Gallery.onScreen(() -> {
                room.send("Tell me of suppers");
                return true;
            });
            HandModel model = fixture.model.asked();
            for (int token = 0; token < 60 + 7 * i; token++) {
                model.says("word ");
                Thread.sleep(BETWEEN_MILLIS);
            }
            long begin = System.nanoTime();
            Gallery.onScreen(() -> room.conversation().live().stop());
            took.add(until(begin, () -> !room.conversation().live().busyProperty().get()));
        }
        say("Stop", took);
    }

    /** Milliseconds until something is so and a pulse has shown it. */
    private static double until(long begin, BooleanSupplier so) throws Exception {
        CompletableFuture<Double> millis = new CompletableFuture<>();
        Gallery.onScreen(() -> {
            new AnimationTimer() {
                private boolean seen;

                @Override
                public void handle(long ignored) {
                    if (seen) {
                        stop();
                        millis.complete((System.nanoTime() - begin) / 1e6);
                    }
                    seen = so.getAsBoolean();
                }
            }.start();
            return true;
        });
        return millis.get(60, TimeUnit.SECONDS);
    }

    private void say(String what, List<Double> took) {
        List<Double> sorted = took.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms (%d times)%n",
                what, sorted.get(ROUNDS / 2), sorted.get(ROUNDS * 95 / 100), sorted.getLast(), ROUNDS);
    }
}
