package app.larder.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A computer that was let into the family's database.
 *
 * @param login the database login made for it
 * @param name what the person who invited it called it
 * @param invited when its login was made
 * @param lastSignIn when somebody last signed in from it; null if nobody has
 * @param revoked whether it is let in no more
 * @param here whether it is the one asking
 */
public record Computer(
        String login, String name, Instant invited, @Nullable Instant lastSignIn, boolean revoked, boolean here) {}
