package app.larder.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two computers made different things of one value.
 *
 * @param id of the conflict
 * @param row whose value
 * @param name what the row is called; empty if it is gone
 * @param field a column, "quantity" for an amount with its unit, or "ingredients/" and a line's id
 * @param kept what stands; JSON null if nothing does
 * @param other what gave way; JSON null if nothing
 * @param otherEdited when that was written, by the server's clock; null if nobody knows
 * @param otherFrom the computer it came from; null for this one, another program, or nobody knows
 * @param made when the two met
 * @param settled when somebody settled it; null if nobody has
 */
public record Conflict(
        UUID id,
        RowKey row,
        String name,
        String field,
        JsonNode kept,
        JsonNode other,
        @Nullable Instant otherEdited,
        @Nullable String otherFrom,
        Instant made,
        @Nullable Instant settled) {}
