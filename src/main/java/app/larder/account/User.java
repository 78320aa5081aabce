package app.larder.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who keeps a larder: a row of {@code users} without its password hash, which no part of the program reads.
 *
 * @param id the person
 * @param username the name they sign in with; on a computer without accounts, the name of the computer's own account
 * @param createdAt when the row was made, UTC
 * @param updatedAt when it was last changed, UTC
 */
public record User(UUID id, String username, Instant createdAt, Instant updatedAt) {}
