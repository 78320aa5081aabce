package app.larder.account;

import java.time.Instant;
import java.util.Optional;
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

    /** As it is kept among secrets. */
    String written() {
        return String.join("\n", userId.toString(), token, expires.toString(), username);
    }

    /** What {@link #written} made; empty if the text makes no sense. */
    static Optional<SignIn> read(String text) {
        String[] lines = text.split("\n", 4);
        return lines.length < 4
                ? Optional.empty()
                : Optional.of(new SignIn(UUID.fromString(lines[0]), lines[3], lines[1], Instant.parse(lines[2])));
    }

    @Override
    public String toString() {
        return "SignIn[" + username + "]";
    }
}
