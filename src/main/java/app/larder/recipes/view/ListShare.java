package app.larder.recipes.view;

import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** Gives a list a third of the width beside what it lists, within what its lines need. */
final class ListShare {

    private static final double SHARE = 0.32;
    /** Of the list's width, in em. */
    private static final double LEAST = 20;

    private static final double MOST = 34;
    /** The list's part where its least is more than there is. */
    private static final double OF_SMALL = 0.45;

    private ListShare() {}

    /**
     * Keeps it so from now on.
     *
     * @param whole what the list and its neighbour lie in
     * @param scale a label in plain text size
     */
    static void keep(Region whole, Region list, Labeled scale) {
        whole.widthProperty().subscribe(width -> {
            double em = scale.getFont().getSize();
            double wanted = Math.clamp(width.doubleValue() * SHARE, LEAST * em, MOST * em);
            double given = Math.floor(Math.min(wanted, width.doubleValue() * OF_SMALL));
            list.setMinWidth(given);
            list.setMaxWidth(given);
        });
    }
}
