package app.larder.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Pictures;
import app.larder.fx.Theme;
import app.larder.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/**
 * Renders screens without a display and keeps pictures of them for people to look at. A picture that is one colour all
 * over, in which the text of a label or button is cut, or stands outside the window, fails. Text in list and table cells may be cut, and in nodes
 * with style class {@code may-cut}.
 */
public final class Gallery {

    private static final int[][] SIZES = {{900, 600}, {1440, 900}};
    private static final int PULSES = 8;

    private Gallery() {}

    /** One window of the gallery. */
    public record Look(Settings.Appearance appearance, int width, int height, int textSizePercent) {

        public static Look light(int width, int height) {
            return new Look(Settings.Appearance.LIGHT, width, height, 100);
        }

        public Look withTextSize(int percent) {
            return new Look(appearance, width, height, percent);
        }

        private String fileName(String screen) {
            String text = textSizePercent == 100 ? "" : "-text" + textSizePercent;
            return screen + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height + text + ".png";
        }
    }

    /** Both themes in both sizes. */
    public static void pictures(String screen, Callable<Parent> build) {
        pictures(screen, build, root -> {});
    }

    /** As {@link #pictures(String, Callable)}, after {@code act} has been done to the shown screen. */
    public static void pictures(String screen, Callable<Parent> build, Consumer<Parent> act) {
        for (Settings.Appearance appearance : List.of(Settings.Appearance.LIGHT, Settings.Appearance.DARK)) {
            for (int[] size : SIZES) {
                picture(screen, new Look(appearance, size[0], size[1], 100), build, act);
            }
        }
    }

    /** One picture, {@code target/gallery/SCREEN-THEME-WIDTHxHEIGHT.png}, after {@code act} on the shown screen. */
    public static void picture(String screen, Look look, Callable<Parent> build, Consumer<Parent> act) {
        startToolkit();
        Stage stage = onScreen(() -> show(look, build.call()));
        try {
            settle();
            onScreen(() -> {
                act.accept((Parent) stage.getScene().getRoot().getChildrenUnmodifiable().getFirst());
                return true;
            });
            settle();
            onScreen(() -> {
                WritableImage image = stage.getScene().snapshot(null);
                Pictures.save(image, Path.of("target", "gallery", look.fileName(screen)));
                assertTrue(colours(image) > 1, look.fileName(screen) + " is blank");
                assertEquals(List.of(), cutTexts(stage.getScene().getRoot()), look.fileName(screen) + " cuts texts");
                assertEquals(
                        List.of(),
                        textsBeside(stage.getScene().getRoot(), look.width()),
                        look.fileName(screen) + " has texts outside the window");
                return true;
            });
        } finally {
            onScreen(() -> {
                stage.close();
                return true;
            });
        }
    }

    /** Starts JavaFX unless another test of this run has. */
    public static void startToolkit() {
        Platform.setImplicitExit(false);
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
            await(started);
        } catch (IllegalStateException alreadyRunning) {
            onScreen(() -> true);
        }
    }

    /** Runs work on the JavaFX thread and waits for its result. */
    public static <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return await(result);
    }

    /** Lets a few frames pass, so that lists have filled and layout has come to rest. */
    public static void settle() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        onScreen(() -> {
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == PULSES) {
                        stop();
                        done.complete(true);
                    }
                }
            }.start();
            return true;
        });
        await(done);
    }

    private static Stage show(Look look, Parent root) {
        Stage stage = new Stage();
        StackPane frame = new StackPane(root);
        frame.getStyleClass().add("page");
        Scene scene = new Scene(frame, look.width(), look.height());
        new Theme(scene)
                .apply(Settings.DEFAULTS
                        .withAppearance(look.appearance())
                        .withTextSizePercent(look.textSizePercent()));
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long colours(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] row = new int[width];
        int first = image.getPixelReader().getArgb(0, 0);
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            for (int pixel : row) {
                if (pixel != first) {
                    return 2;
                }
            }
        }
        return 1;
    }

    /** The texts of visible labels and buttons that do not show whole. */
    static List<String> cutTexts(Node node) {
        List<String> cut = new ArrayList<>();
        collectCutTexts(node, cut);
        return cut;
    }

    private static void collectCutTexts(Node node, List<String> cut) {
        if (!node.isVisible() || node instanceof IndexedCell<?> || node.getStyleClass().contains("may-cut")) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            for (Node child : labeled.getChildrenUnmodifiable()) {
                // A FontIcon is a Text as well, but not the label's own.
                if (child instanceof Text shown
                        && shown.getStyleClass().contains("text")
                        && !shown.getText().equals(labeled.getText())) {
                    cut.add(labeled.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectCutTexts(child, cut));
        }
    }

    /** The texts of visible labels and buttons that stick out of a window of that width. */
    static List<String> textsBeside(Node node, double width) {
        List<String> beside = new ArrayList<>();
        collectTextsBeside(node, width, beside);
        return beside;
    }

    private static void collectTextsBeside(Node node, double width, List<String> beside) {
        if (!node.isVisible() || node instanceof IndexedCell<?> || node.getStyleClass().contains("may-cut")) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()
                && labeled.localToScene(labeled.getLayoutBounds()).getMaxX() > width + 1) {
            beside.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectTextsBeside(child, width, beside));
        }
    }
}
