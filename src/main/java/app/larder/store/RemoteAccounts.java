package app.larder.store;

import app.larder.account.AccountRefusedException;
import app.larder.account.AccountRefusedException.Reason;
import app.larder.account.AccountServer;
import app.larder.account.Computer;
import app.larder.account.PasswordScheme;
import app.larder.account.PasswordScheme.Argon2id;
import app.larder.account.PasswordScheme.Bcrypt;
import app.larder.account.SignIn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in a family's Postgres: the functions of {@code R__security.sql}, called with the login of this computer. What
 * is secret travels as a bound parameter, so that no other program sees it in a statement's text.
 */
public final class RemoteAccounts implements AccountServer {

    private final RemotePool pool;

    private RemoteAccounts(RemotePool pool) {
        this.pool = pool;
    }

    /** Connects at the first need, with the address that {@code larder database invite} gave this computer. */
    public static RemoteAccounts open(DatabaseUrl url) {
        return new RemoteAccounts(new RemotePool(url, 1));
    }

    /** Work in one transaction. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @Override
    public PasswordScheme schemeOf(String username) {
        return transaction(null, connection -> {
            try (PreparedStatement call = prepared(connection, "select larder.scheme_of(?)", username);
                    ResultSet row = call.executeQuery()) {
                row.next();
                return PasswordSchemes.read(row.getString(1));
            }
        });
    }

    @Override
    public Optional<SignIn> signIn(String username, byte[] proof) {
        return transaction(null, connection -> {
            try (PreparedStatement call = prepared(
                            connection,
                            "select user_id, username, token, expires from larder.sign_in(?, ?)",
                            username,
                            proof);
                    ResultSet row = call.executeQuery()) {
                return row.next() ? Optional.of(signIn(row)) : Optional.empty();
            }
        });
    }

    @Override
    public boolean mustWait(String username) {
        return transaction(null, connection -> {
            // A database set up by an older Larder does not say.
            try (PreparedStatement known = prepared(
                            connection, "select pg_catalog.to_regprocedure('larder.must_wait(text)') is not null");
                    ResultSet there = known.executeQuery()) {
                if (!there.next() || !there.getBoolean(1)) {
                    return false;
                }
            }
            try (PreparedStatement call = prepared(connection, "select larder.must_wait(?)", username);
                    ResultSet row = call.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public SignIn signUp(String invitation, String username, Argon2id scheme, byte[] proof) {
        return transaction(null, connection -> {
            try (PreparedStatement call = prepared(
                            connection,
                            "select user_id, username, token, expires, outcome from larder.sign_up(?, ?, ?, ?)",
                            invitation,
                            username,
                            PasswordSchemes.text(scheme),
                            proof);
                    ResultSet row = call.executeQuery()) {
                row.next();
                return switch (row.getString("outcome")) {
                    case "ok" -> signIn(row);
                    case "name_taken" -> throw new AccountRefusedException(
                            Reason.NAME_TAKEN, "Somebody in this database has that name already: choose another.");
                    case "name_unusable" -> throw new AccountRefusedException(
                            Reason.NAME_UNUSABLE,
                            "A name has 1 to 60 characters that can be seen, and no blank at its ends.");
                    default -> throw new AccountRefusedException(
                            Reason.INVITATION,
                            "This invitation is unknown, used up or more than 14 days old: ask for a new one.");
                };
            }
        });
    }

    @Override
    public boolean changePassword(SignIn signIn, byte[] oldProof, PasswordScheme newScheme, byte[] newProof) {
        return transaction(signIn, connection -> {
            try (PreparedStatement call = prepared(
                            connection,
                            "select larder.change_password(?, ?, ?)",
                            oldProof,
                            switch (newScheme) {
                                case Bcrypt() -> PasswordSchemes.BCRYPT;
                                case Argon2id argon2 -> PasswordSchemes.text(argon2);
                            },
                            newProof);
                    ResultSet row = call.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public void signOut(SignIn signIn) {
        transaction(signIn, connection -> {
            try (PreparedStatement call = prepared(connection, "select larder.sign_out()")) {
                return call.execute();
            }
        });
    }

    @Override
    public List<Computer> computers(SignIn signIn) {
        return transaction(signIn, connection -> {
            try (PreparedStatement call = prepared(connection, "select * from larder.list_computers()");
                    ResultSet row = call.executeQuery()) {
                return computers(row);
            }
        });
    }

    /** Rows of {@code list_computers}. */
    static List<Computer> computers(ResultSet row) throws SQLException {
        List<Computer> computers = new ArrayList<>();
        while (row.next()) {
            OffsetDateTime last = row.getObject("last_sign_in", OffsetDateTime.class);
            computers.add(new Computer(
                    row.getString("login"),
                    row.getString("name"),
                    row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                    last == null ? null : last.toInstant(),
                    row.getBoolean("revoked"),
                    row.getBoolean("here")));
        }
        return computers;
    }

    @Override
    public void revoke(SignIn signIn, Computer computer) {
        transaction(signIn, connection -> {
            try (PreparedStatement call =
                    prepared(connection, "select larder.revoke_computer(?)", computer.login())) {
                return call.execute();
            }
        });
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        Instant expires = row.getObject("expires", OffsetDateTime.class).toInstant();
        return new SignIn(
                row.getObject("user_id", UUID.class), row.getString("username"), row.getString("token"), expires);
    }

    private <T> T transaction(@Nullable SignIn signIn, Work<T> work) {
        try (Connection connection = pool.take()) {
            connection.setAutoCommit(false);
            try {
                if (signIn != null) {
                    try (PreparedStatement token = prepared(
                            connection, "select pg_catalog.set_config('larder.token', ?, true)", signIn.token())) {
                        token.execute();
                    }
                }
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw ServerFailures.of(e, pool.url());
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setString(i + 1, values[i].toString());
            }
        }
        return statement;
    }

    @Override
    public void close() {
        pool.close();
    }
}
