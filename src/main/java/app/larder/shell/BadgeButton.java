package app.larder.shell;

import app.larder.fx.Badge;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button on the rail that says where what people write is kept, and leads to more about it. */
public final class BadgeButton extends ToggleButton {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass CALLS = PseudoClass.getPseudoClass("calls");
    private static final Duration TICK = Duration.seconds(15);

    private Subscription listening = () -> {};
    private Timeline ticking = new Timeline();

    /** Empty until {@link #use}. */
    public BadgeButton() {
        getStyleClass().add("sync-badge");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
    }

    /** Shows that from now on. */
    void use(Whereabouts where, Runnable open) {
        setTooltip(new Tooltip());
        setOnAction(_ -> open.run());
        listening = where.badge().subscribe(this::say);
        ticking = new Timeline(new KeyFrame(TICK, _ -> where.tick().run()));
        ticking.setCycleCount(Animation.INDEFINITE);
        // A clock that runs on would keep the whole window in memory after it is gone.
        listening = listening.and(sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(this::tick));
    }

    private void tick(boolean shown) {
        if (shown) {
            ticking.play();
        } else {
            ticking.stop();
        }
    }

    private void say(Badge badge) {
        // A fresh icon each time: one that is told another literal loses the size the style sheet gave it.
        setGraphic(new FontIcon(badge.icon()));
        setText(badge.text());
        setAccessibleText(badge.text());
        getTooltip().setText(badge.text());
        pseudoClassStateChanged(GOOD, badge.tone() == Badge.Tone.GOOD);
        pseudoClassStateChanged(CALLS, badge.tone() == Badge.Tone.CALLS);
    }

    /** Listens no more: another window has taken over. */
    void leave() {
        listening.unsubscribe();
        ticking.stop();
    }
}
