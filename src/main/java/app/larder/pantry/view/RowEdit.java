package app.larder.pantry.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cell being edited.
 *
 * @param id of the row
 * @param text what the field holds: the cell's text at first, what was typed once it was refused
 * @param problem why it was refused, a plain sentence; null if it was not
 */
public record RowEdit(UUID id, Column column, String text, @Nullable String problem) {}
