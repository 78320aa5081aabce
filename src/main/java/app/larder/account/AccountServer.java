package app.larder.account;

import java.util.List;
import java.util.Optional;

/**
 * The family's own database as far as accounts go. Every call is one short transaction and blocks. A database that can't
 * be reached makes each of them fail with a sentence for people.
 */
public interface AccountServer extends AutoCloseable {

    /** How that person's password is proved. A name nobody has gets an answer like any other, and always the same. */
    PasswordScheme schemeOf(String username);

    /**
     * Lets a person in.
     *
     * @param proof what the scheme makes of the password; 32 bytes for Argon2id, the password in UTF-8 for bcrypt
     * @return empty if refused: unknown, wrong, revoked or, after too many tries, not yet
     */
    Optional<SignIn> signIn(String username, byte[] proof);

    /** Whether this name has used up its tries for some minutes, so that even the right password is refused. */
    boolean mustWait(String username);

    /**
     * Makes an account, which needs an invitation that nobody has used.
     *
     * @throws AccountRefusedException if the invitation or the name can't be used
     */
    SignIn signUp(String invitation, String username, PasswordScheme.Argon2id scheme, byte[] proof);

    /**
     * Changes the password and ends every other sign-in of the person.
     *
     * @param newProof as {@code newScheme} makes it; an account of a web backend keeps bcrypt
     * @return whether the old proof was right
     */
    boolean changePassword(SignIn signIn, byte[] oldProof, PasswordScheme newScheme, byte[] newProof);

    /** Makes the token worthless. */
    void signOut(SignIn signIn);

    /** The computers that were let into this database, for the signed-in person to look through. */
    List<Computer> computers(SignIn signIn);

    /** Lets that computer's login in no more. */
    void revoke(SignIn signIn, Computer computer);

    @Override
    void close();
}
