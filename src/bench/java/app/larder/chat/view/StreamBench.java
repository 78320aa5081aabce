package app.larder.chat.view;

import app.larder.chat.AnswerSoFar;
import app.larder.chat.AnswerSoFar.Phase;
import app.larder.chat.ChatMessage;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.fx.Theme;
import app.larder.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Measures how smoothly the window stays while an answer of 2,200 tokens comes at 150 tokens a second: the longest gap
 * between two pulses, the frames a second, and how long after the last token it is on screen. Beside it, in the same run,
 * the plain way: all of the answer read and laid down anew at each token. Prints the figures and writes
 * {@code target/bench/stream.json}. Without a display: {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class StreamBench {

    private static final int TOKENS = 2_200;
    private static final long BETWEEN = 1_000_000_000L / 150;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<String> tokens = tokens();
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** What one way took: milliseconds, but for the frames. */
    private record Figures(String way, double longestGap, double framesPerSecond, double behind) {}

    /** How a way shows what has come. */
    private interface Way {

        /** A token has come, on the thread that brought it. */
        default void came(String soFar) {}

        /** A pulse, on the screen's thread. */
        default void pulse(String soFar) {}

        /** How much of the text is on screen. */
        int shown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        new StreamBench().run();
        Platform.exit();
    }

    private void run() throws Exception {
        measure("warm-up", Pulsed::new);
        List<Figures> all = List.of(measure("once a pulse, what changed", Pulsed::new), measure("at each token, all of it", Naive::new));
        StringBuilder json = new StringBuilder("[");
        for (Figures one : all) {
            out.printf(
                    Locale.ROOT,
                    "%-28s longest gap %8.0f ms   %5.1f frames/s   last token on screen after %8.0f ms%n",
                    one.way(), one.longestGap(), one.framesPerSecond(), one.behind());
            json.append(String.format(
                    Locale.ROOT,
                    "%s{\"way\":\"%s\",\"longestGapMillis\":%.0f,\"framesPerSecond\":%.1f,\"behindMillis\":%.0f}",
                    json.length() > 1 ? "," : "", one.way(), one.longestGap(), one.framesPerSecond(), one.behind()));
        }
        write(json.append("]\n").toString());
    }

    private static void write(String json) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("stream.json"), json);
    }

    /** Makes a way on a page. */
    private interface Maker {
        Way make(VBox page, Texts texts);
    }

    private Figures measure(String name, Maker maker) throws Exception {
        CompletableFuture<Figures> figures = new CompletableFuture<>();
        AtomicReference<String> text = new AtomicReference<>("");
        Platform.runLater(() -> {
            VBox page = new VBox();
            page.getStyleClass().add("messages-page");
            ScrollPane scroll = new ScrollPane(page);
            scroll.setFitToWidth(true);
            new FollowingScroll(scroll, page);
            Scene scene = new Scene(scroll, 1000, 700);
            new Theme(scene).apply(Settings.DEFAULTS);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            Way way = maker.make(page, texts);
            new Watch(name, stage, way, text, figures).start();
            Thread.ofPlatform().daemon().start(() -> stream(text, way));
        });
        return figures.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }

    private void stream(AtomicReference<String> text, Way way) {
        long next = System.nanoTime() + 500_000_000;
        for (String token : tokens) {
            LockSupport.parkNanos(next - System.nanoTime());
            next += BETWEEN;
            way.came(text.updateAndGet(before -> before + token));
        }
    }

    private int length() {
        return tokens.stream().mapToInt(String::length).sum();
    }

    /** Counts pulses from the first token until the last is on screen. */
    private final class Watch extends AnimationTimer {
        private final String name;
        private final Stage stage;
        private final Way way;
        private final AtomicReference<String> text;
        private final CompletableFuture<Figures> figures;
        private long begun;
        private long last;
        private long longest;
        private long complete;
        private int frames;

        private Watch(String name, Stage stage, Way way, AtomicReference<String> text, CompletableFuture<Figures> figures) {
            this.name = name;
            this.stage = stage;
            this.way = way;
            this.text = text;
            this.figures = figures;
        }

        @Override
        public void handle(long ignored) {
            long now = System.nanoTime();
            String soFar = text.get();
            if (soFar.isEmpty()) {
                begun = now;
                last = now;
                return;
            }
            longest = Math.max(longest, now - last);
            last = now;
            frames++;
            if (soFar.length() == length() && complete == 0) {
                complete = now;
            }
            if (complete != 0 && way.shown() == length()) {
                stop();
                stage.close();
                figures.complete(new Figures(
                        name, longest / 1e6, frames * 1e9 / (now - begun), (now - complete) / 1e6));
                return;
            }
            way.pulse(soFar);
        }
    }

    /** As the room does it. */
    private static final class Pulsed implements Way {
        private final AnswerBox box;
        private int shown;

        private Pulsed(VBox page, Texts texts) {
            box = new AnswerBox(texts, new ChatWords(texts), new MarkdownReader(), new Nothing(), (_, _) -> new VBox());
            page.getChildren().add(box);
        }

        @Override
        public void pulse(String soFar) {
            box.show(new AnswerSoFar(soFar, "", List.of(), List.of(), Phase.WRITING, Duration.ZERO, 0));
            shown = soFar.length();
        }

        @Override
        public int shown() {
            return shown;
        }
    }

    /** Everything anew at each token. */
    private static final class Naive implements Way {
        private final VBox page;
        private final Texts texts;
        private final Background background = Background.threads();
        private volatile int shown;

        private Naive(VBox page, Texts texts) {
            this.page = page;
            this.texts = texts;
        }

        @Override
        public void came(String soFar) {
            background.onScreen(() -> {
                MarkdownPane pane = new MarkdownPane(texts, _ -> {});
                pane.show(new MarkdownReader().read(soFar));
                page.getChildren().setAll(pane);
                page.applyCss();
                page.layout();
                shown = soFar.length();
            });
        }

        @Override
        public int shown() {
            return shown;
        }
    }

    /** Nothing can be done with this answer. */
    private static final class Nothing implements MessageDoor {

        @Override
        public void copy(String text) {}

        @Override
        public void retry(ChatMessage message) {}

        @Override
        public void goOn(ChatMessage answer) {}

        @Override
        public void edit(ChatMessage question) {}

        @Override
        public void makeRecipe(ChatMessage answer) {}

        @Override
        public void follow(URI link) {}
    }

    /** An answer as models write them: headings, paragraphs, lists, a table, bold words; cut into tokens of four letters. */
    private static List<String> tokens() {
        String part = """
                ## A week of suppers

                Start on **Monday** with what should be used first, and keep the *dry things* for the end of the week. \
                Everything here is for two people and takes half an hour at most.

                1. **Spinach gratin**: wilt the spinach, press it dry, fold it into a thick white sauce and bake it until brown.
                2. **Lentil soup**: soften an onion, add lentils, stock and a bay leaf, and simmer until soft.
                3. **Spaghetti** with garlic, chilli and parsley; `salt` the water well.

                | Day | Dish | Time |
                |-----|------|------|
                | Monday | Gratin | 30 min |
                | Tuesday | Soup | 25 min |

                - Buy nothing but bread
                - Freeze what is left over

                > Season at the end, and taste before you do.

                """;
        StringBuilder text = new StringBuilder();
        while (text.length() < TOKENS * 4) {
            text.append(part);
        }
        List<String> tokens = new ArrayList<>();
        for (int at = 0; tokens.size() < TOKENS; at += 4) {
            tokens.add(text.substring(at, at + 4));
        }
        return tokens;
    }
}
