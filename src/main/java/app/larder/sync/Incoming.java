package app.larder.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as the server tells of it.
 *
 * @param entity its name on the wire, perhaps one only newer programs know
 * @param id which row
 * @param shadow what it is there
 * @param device whose change it was; null for another program
 */
public record Incoming(String entity, UUID id, Shadow shadow, @Nullable String device) {}
