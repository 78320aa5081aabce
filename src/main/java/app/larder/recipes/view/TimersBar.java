package app.larder.recipes.view;

import app.larder.fx.Texts;
import java.time.Duration;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The timers at the foot of the room; gone when there are none. */
public final class TimersBar extends FlowPane {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final int TICK_MILLIS = 250;

    private Runnable leave = () -> {};

    public TimersBar() {
        getStyleClass().add("timers");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows them no more: another window has taken over. */
    void leave() {
        leave.run();
    }

    /** Shows these timers from now on, and keeps them ticking. */
    void use(Timers timers, Texts texts) {
        Timeline ticking = new Timeline(
                new KeyFrame(javafx.util.Duration.millis(TICK_MILLIS), _ -> timers.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ObservableList<KitchenTimer> list = timers.list();
        ListChangeListener<KitchenTimer> changed = change -> {
            while (change.next()) {
                getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                int at = change.getFrom();
                for (KitchenTimer timer : change.getAddedSubList()) {
                    getChildren().add(at++, chip(timers, timer, texts));
                }
            }
            tick(ticking, !list.isEmpty());
        };
        list.addListener(changed);
        leave = () -> {
            list.removeListener(changed);
            ticking.stop();
        };
        list.forEach(timer -> getChildren().add(chip(timers, timer, texts)));
        tick(ticking, !list.isEmpty());
    }

    private void tick(Timeline ticking, boolean any) {
        setVisible(any);
        if (any) {
            ticking.play();
        } else {
            ticking.stop();
        }
    }

    private static Node chip(Timers timers, KitchenTimer timer, Texts texts) {
        Label what = new Label(texts.get("recipes.timer.step", timer.step()));
        what.getStyleClass().add("what");
        Label left = new Label();
        left.getStyleClass().add("left");
        left.textProperty().bind(timer.leftProperty().map(TimersBar::digits));
        Button pause = button(new FontIcon("fth-pause"), texts.get("recipes.timer.pause"));
        Button minute = new Button(texts.get("recipes.timer.minute"));
        minute.setMinWidth(Region.USE_PREF_SIZE);
        Button stop = button(new FontIcon("fth-x"), texts.get("recipes.timer.stop"));
        pause.setOnAction(_ -> timer.pauseOrGoOn());
        minute.setOnAction(_ -> timer.addMinute());
        stop.setOnAction(_ -> timers.stop(timer));
        HBox chip = new HBox(new FontIcon("fth-clock"), what, left, pause, minute, stop);
        chip.getStyleClass().add("timer");
        Tooltip.install(what, new Tooltip(timer.recipe()));
        timer.stateProperty().subscribe(state -> {
            chip.pseudoClassStateChanged(OVER, state == KitchenTimer.State.OVER);
            boolean paused = state == KitchenTimer.State.PAUSED;
            pause.setGraphic(new FontIcon(paused ? "fth-play" : "fth-pause"));
            String name = texts.get(paused ? "recipes.timer.goOn" : "recipes.timer.pause");
            pause.setAccessibleText(name);
            pause.getTooltip().setText(name);
            pause.setDisable(state == KitchenTimer.State.OVER);
        });
        return chip;
    }

    private static Button button(FontIcon icon, String name) {
        Button button = new Button(null, icon);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /** Time left as a clock shows it: "9:05", "1:00:00"; a second begun counts. */
    static String digits(Duration left) {
        long seconds = (left.toMillis() + 999) / 1000;
        long hours = seconds / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
