package app.larder.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose data a command line means.
 *
 * @param home the folder it is kept in; null for the platform's own place
 * @param person the name of one of the people on this computer; null for the only one
 * @param directly whether the family's database itself is meant, even if they work on this computer
 */
public record Whose(@Nullable Path home, @Nullable String person, boolean directly) {}
