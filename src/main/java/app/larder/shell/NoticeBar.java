package app.larder.shell;

import app.larder.fx.Notices;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One quiet line at the foot of the window; goes by itself unless it tells of a problem. */
public final class NoticeBar extends HBox {

    private static final Duration STAYS = Duration.seconds(8);

    private final Label text = new Label();
    private final Button action = new Button();
    private final Button dismiss = new Button(null, new FontIcon("fth-x"));
    private final PauseTransition going = new PauseTransition(STAYS);
    private Subscription listening = () -> {};

    public NoticeBar() {
        getStyleClass().add("notice");
        setAccessibleRole(AccessibleRole.TEXT);
        setMaxWidth(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(560);
        HBox.setHgrow(text, Priority.ALWAYS);
        action.setId("notice-action");
        action.setVisible(false);
        action.setMinWidth(Region.USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        getChildren().addAll(text, action, dismiss);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows what these notices say from now on. */
    void show(Notices notices, String dismissLabel) {
        dismiss.setAccessibleText(dismissLabel);
        dismiss.setOnAction(_ -> notices.dismiss());
        going.setOnFinished(_ -> notices.dismiss());
        listening = notices.currentProperty().subscribe(notice -> say(notices, notice));
    }

    /** Listens no more: another window has taken over. */
    void leave() {
        going.stop();
        listening.unsubscribe();
    }

    private void say(Notices notices, Notices.@Nullable Notice notice) {
        going.stop();
        setVisible(notice != null);
        if (notice == null) {
            return;
        }
        text.setText(notice.text());
        setAccessibleText(notice.text());
        Runnable run = notice.run();
        action.setVisible(run != null);
        action.setText(notice.action());
        action.setOnAction(_ -> {
            notices.dismiss();
            if (run != null) {
                run.run();
            }
        });
        if (notice.kind() == Notices.Kind.DONE) {
            going.playFromStart();
        }
    }
}
