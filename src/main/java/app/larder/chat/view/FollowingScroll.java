package app.larder.chat.view;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Keeps a page that grows where its reader is: at the end while they are at the end, else at the lines they are reading.
 */
final class FollowingScroll {

    /** So near to the end counts as there, in pixels. */
    private static final double NEAR = 16;

    private final ScrollPane pane;
    private final Region page;
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private boolean following = true;
    private boolean own;
    private boolean unsettled;
    private double top;
    private double fromEnd = -1;

    FollowingScroll(ScrollPane pane, Region page) {
        this.pane = pane;
        this.page = page;
        pane.vvalueProperty().addListener((_, _, _) -> scrolled());
        page.heightProperty().addListener((_, before, now) -> changed(now.doubleValue() > before.doubleValue()));
        pane.viewportBoundsProperty().addListener((_, before, now) -> {
            if (before.getHeight() != now.getHeight()) {
                changed(false);
            }
        });
        // While a page is laid out the pane moves it as well; the last word is said after that.
        Runnable settled = this::settled;
        pane.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(settled);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(settled);
            }
        });
    }

    /** Whether something has come that the reader, who is further up, has not seen. */
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Goes to the end and stays there. */
    void toEnd() {
        following = true;
        more.set(false);
        place();
    }

    /** Lines will be put in above: the reader stays at theirs. */
    void growsAbove() {
        fromEnd = most() - top;
    }

    private void scrolled() {
        if (own || unsettled) {
            return;
        }
        top = pane.getVvalue() * most();
        following = most() - top < NEAR;
        if (following) {
            more.set(false);
        }
    }

    private void changed(boolean grown) {
        if (fromEnd >= 0 && grown) {
            top = most() - fromEnd;
            fromEnd = -1;
        } else if (grown && !following) {
            more.set(true);
        }
        unsettled = true;
        place();
    }

    private void settled() {
        if (unsettled) {
            place();
            unsettled = false;
        }
    }

    private void place() {
        double most = most();
        own = true;
        top = following ? most : Math.min(top, most);
        pane.setVvalue(most <= 0 ? 0 : top / most);
        own = false;
    }

    private double most() {
        return Math.max(0, page.getHeight() - pane.getViewportBounds().getHeight());
    }
}
