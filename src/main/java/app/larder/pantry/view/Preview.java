package app.larder.pantry.view;

import org.jspecify.annotations.Nullable;

/**
 * What the line in the quick-add field means so far.
 *
 * @param amount "2 × 400 g"; empty if the line names none
 * @param name what it is
 * @param category the shelf it goes on
 * @param merges "adds to the 1 × 400 g at home"; empty if it becomes a row of its own
 * @param problem why it cannot be added as it is; null if it can
 */
public record Preview(String amount, String name, String category, String merges, @Nullable String problem) {

    /** Of an empty line. */
    static final Preview NONE = new Preview("", "", "", "", null);
}
