package app.larder.account;

import java.util.Optional;

/** Whether a server may see a password itself: its word alone is not enough, because somebody may pose as it. */
final class RawPassword {

    private RawPassword() {}

    /**
     * Checks before anything is sent.
     *
     * @param verified whether the server's certificate was checked, or the server is this computer
     * @param known what this computer knows of the account; empty if it meets it for the first time
     * @throws ServerProblemException if the server asks for the password itself and must not have it
     */
    static void check(PasswordScheme asked, boolean verified, Optional<Membership> known) {
        if (!(asked instanceof PasswordScheme.Bcrypt)) {
            return;
        }
        if (known.isPresent() && !known.get().backend()) {
            throw new ServerProblemException(ServerProblem.of(ServerProblem.Kind.PASSWORD_ASKED));
        }
        if (!verified) {
            throw new ServerProblemException(ServerProblem.of(ServerProblem.Kind.PASSWORD_UNPROTECTED));
        }
    }
}
