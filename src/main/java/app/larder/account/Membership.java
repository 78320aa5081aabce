package app.larder.account;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's account at the family's database, as this computer knows it; nothing secret.
 *
 * @param server server and database, as shown
 * @param rootCertificate the file that signs the server's certificate; null if none was chosen
 * @param verified whether the server's certificate was checked when it was connected
 * @param userId whose rows are theirs there
 * @param username what the server calls them
 * @param work where they work
 * @param secrets where address and token are kept
 * @param backend whether the account is a web backend's, which is given the password itself
 * @param stale whether the server has refused the password this computer last knew
 */
public record Membership(
        String server,
        @Nullable Path rootCertificate,
        boolean verified,
        UUID userId,
        String username,
        Work work,
        SecretShelf.Place secrets,
        boolean backend,
        boolean stale) {

    /** Where a connected person works. */
    public enum Work {
        /** In the file on this computer. */
        HERE,
        /** In the family's database itself, as long as it can be reached. */
        DIRECT
    }

    Membership with(Work other) {
        return new Membership(server, rootCertificate, verified, userId, username, other, secrets, backend, stale);
    }

    Membership with(SecretShelf.Place other) {
        return new Membership(server, rootCertificate, verified, userId, username, work, other, backend, stale);
    }

    Membership stale(boolean now) {
        return new Membership(server, rootCertificate, verified, userId, username, work, secrets, backend, now);
    }

    /** As it is once the server has taken a password in that way. */
    Membership taken(PasswordScheme scheme) {
        boolean bcrypt = scheme instanceof PasswordScheme.Bcrypt;
        return new Membership(server, rootCertificate, verified, userId, username, work, secrets, bcrypt, false);
    }
}
