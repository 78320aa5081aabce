package app.larder.recipes.view;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Scrolls a page so that what has the focus is in sight. */
final class ScrollToFocus {

    private final ScrollPane scroll;
    private final Region content;

    private ScrollToFocus(ScrollPane scroll, Region content) {
        this.scroll = scroll;
        this.content = content;
    }

    /** Keeps the focus in sight on a page from now on. */
    static void on(ScrollPane scroll, Region content) {
        ScrollToFocus page = new ScrollToFocus(scroll, content);
        scroll.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(page::reveal);
            }
        });
    }

    private void reveal(@Nullable Node node) {
        double window = scroll.getViewportBounds().getHeight();
        double most = content.getHeight() - window;
        if (node == null || !isInside(node) || most <= 0) {
            return;
        }
        Bounds there = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = scroll.getVvalue() * most;
        double margin = Math.min(window / 4, node.getBoundsInLocal().getHeight());
        if (there.getMinY() - margin < top) {
            scroll.setVvalue((there.getMinY() - margin) / most);
        } else if (there.getMaxY() + margin > top + window) {
            scroll.setVvalue((there.getMaxY() + margin - window) / most);
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
