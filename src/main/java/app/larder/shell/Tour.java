package app.larder.shell;

import app.larder.fx.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows the window around: does the main job through the real controls, waits for each to have its effect, and takes a
 * picture. Controls are found by id, so that it needs to know no room.
 */
public final class Tour {

    /** Names of all pictures in their order; once the last is there, the tour came to its end. */
    public static final List<String> PICTURES = List.of(
            "1-welcome.png",
            "2-empty-shelf.png",
            "3-import.png",
            "4-recipes.png",
            "5-search.png",
            "6-cook.png",
            "7-pantry.png",
            "8-chat.png");

    private static final long PATIENCE = 60_000_000_000L;
    private static final int PULSES_TO_SETTLE = 12;

    /**
     * One stop.
     *
     * @param act what is done
     * @param done whether it has had its effect
     * @param picture file name; null for none
     */
    private record Stop(String name, Runnable act, BooleanSupplier done, @Nullable String picture) {}

    private final Scene scene;
    private final Path pictures;
    private final List<String> pages;
    private final Runnable leave;
    private final Deque<Stop> stops = new ArrayDeque<>();

    /**
     * A tour of a window.
     *
     * @param pages recipe pages to import
     * @param leave closes the window at the end, or when the tour gets stuck
     */
    public Tour(Scene scene, Path pictures, List<String> pages, Runnable leave) {
        this.scene = scene;
        this.pictures = pictures;
        this.pages = List.copyOf(pages);
        this.leave = leave;
    }

    /** Starts it; returns at once. */
    public void begin() {
        stop("welcome", () -> {}, () -> shown("#welcome-start"), PICTURES.get(0));
        stop("empty shelf", this::startWithoutSamples, () -> shown("#recipes-import"), PICTURES.get(1));
        stop("import", () -> drop(pages), () -> enabled("#keep"), PICTURES.get(2));
        stop("keep", () -> fire("#keep"), () -> rows("#recipes-list") == pages.size(), PICTURES.get(3));
        stop("search", () -> type("#recipes-search", "barley"), () -> rows("#recipes-list") == 1 && shown("#recipe-cook"),
                PICTURES.get(4));
        stop("cook", () -> fire("#recipe-cook"), () -> shown("#cook-next"), null);
        stop("next step", () -> fire("#cook-next"), () -> shown("#cook-next"), PICTURES.get(5));
        stop("leave the stove", () -> press(KeyCode.ESCAPE), () -> shown("#recipes-search"), null);
        stop("pantry", () -> fire("#room-pantry"), () -> shown("#quickAdd"), null);
        for (String line : List.of("2 x 400 g tins chopped tomatoes", "500 g pearl barley", "6 eggs", "250 g butter")) {
            stop("add " + line, () -> add(line), () -> text("#quickAdd").isEmpty(), null);
        }
        stop("add more", () -> type("#quickAdd", "4 eggs"), () -> rows("#list") >= 4, PICTURES.get(6));
        stop("chat", () -> fire("#room-chat"), () -> shown("#chat-typed"), null);
        stop("ask", () -> ask("What should I use up first?"), () -> shown(".answer") && shown("#chat-send"), PICTURES.getLast());
        stop("settings", () -> fire("#room-settings"), () -> shown("#libraries"), null);
        stop("back to the recipes", () -> fire("#room-recipes"), () -> shown("#recipes-search"), null);
        new Guide().start();
    }

    private void stop(String name, Runnable act, BooleanSupplier done, @Nullable String picture) {
        stops.add(new Stop(name, act, done, picture));
    }

    private void startWithoutSamples() {
        ((CheckBox) find("#samples")).setSelected(false);
        fire("#welcome-start");
    }

    private void add(String line) {
        type("#quickAdd", line);
        press(KeyCode.ENTER);
    }

    private void ask(String question) {
        type("#chat-typed", question);
        press(KeyCode.ENTER);
    }

    private String text(String id) {
        return ((TextInputControl) find(id)).getText();
    }

    private void type(String id, String text) {
        TextInputControl field = (TextInputControl) find(id);
        field.requestFocus();
        field.setText(text);
        field.end();
    }

    private void fire(String id) {
        ((ButtonBase) find(id)).fire();
    }

    private void press(KeyCode key) {
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        target.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    private void drop(List<String> sources) {
        if (find("#shell").getProperties().get(ShellView.class) instanceof ShellView shell) {
            shell.offer(sources);
        }
    }

    private int rows(String id) {
        return scene.lookup(id) instanceof ListView<?> list ? list.getItems().size() : 0;
    }

    private boolean enabled(String id) {
        return shown(id) && !find(id).isDisabled();
    }

    private boolean shown(String id) {
        Node node = scene.lookup(id);
        if (node == null) {
            return false;
        }
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private Node find(String id) {
        return Objects.requireNonNull(scene.lookup(id), id);
    }

    /** Walks from stop to stop, a few pulses each, so that what is on screen is what a person would see. */
    private final class Guide extends AnimationTimer {
        private @Nullable Stop at;
        private long since;
        private int settled;

        @Override
        public void handle(long now) {
            Stop here = at;
            if (here == null) {
                next(now);
                return;
            }
            if (!here.done().getAsBoolean()) {
                settled = 0;
                if (now - since > PATIENCE) {
                    stuck(here);
                }
                return;
            }
            if (++settled < PULSES_TO_SETTLE) {
                return;
            }
            if (here.picture() != null) {
                try {
                    Pictures.save(scene, pictures.resolve(here.picture()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            next(now);
        }

        private void next(long now) {
            at = stops.poll();
            settled = 0;
            since = now;
            if (at == null) {
                stop();
                leave.run();
            } else {
                at.act().run();
            }
        }

        private void stuck(Stop here) {
            System.getLogger(Tour.class.getName()).log(System.Logger.Level.ERROR, "the tour got stuck at: " + here.name());
            stop();
            leave.run();
        }
    }
}
