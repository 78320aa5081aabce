package app.larder.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A person let in by a server.
 *
 * @param userId whose rows are theirs
 * @param username as the server writes it
 * @param token unguessable; whoever has it is this person until it expires, so it is never printed
 * @param expires when the server forgets the token
 */
public record SignIn(UUID userId, String username, String token, Instant expires) {

    @Override
    public String toString() {
        return "SignIn[" + username + "]";
    }
}
