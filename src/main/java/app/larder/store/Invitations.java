package app.larder.store;

import app.larder.account.Computer;
import app.larder.account.ServerSetUp.Invitation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** Makes and ends the logins of computers, as the owner of the tables. */
final class Invitations {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** Without letters and digits that look alike. */
    private static final String TYPED = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GRANT_OPTIONS_SINCE = 16;

    private Invitations() {}

    /** A login with a password that only the answer tells, and a code to sign up with. */
    static Invitation invite(Connection owner, DatabaseUrl url, String computer) throws SQLException {
        String login = "larder_" + slug(computer) + drawn("0123456789abcdef", 4);
        String password = drawn(PLAIN, 32);
        String code = IntStream.range(0, 4).mapToObj(i -> drawn(TYPED, 5)).collect(Collectors.joining("-"));
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.execute("create role " + login + " login connection limit 10");
            boolean options = owner.getMetaData().getDatabaseMajorVersion() >= GRANT_OPTIONS_SINCE;
            statement.execute("grant larder_app to " + login + (options ? " with inherit true, set false" : ""));
            statement.execute("alter role " + login + " set statement_timeout = '60s'");
            statement.execute("alter role " + login + " set idle_in_transaction_session_timeout = '60s'");
            // Hashed here, so that the password is in no log of the server's.
            owner.unwrap(PGConnection.class).alterUserPassword(login, password.toCharArray(), "scram-sha-256");
            insert(owner, "insert into larder.computers (login, name) values (?, ?)", login, computer);
            insert(
                    owner,
                    "insert into larder.invitations (code_hash, expires_at)"
                            + " values (decode(?, 'hex'), now() + interval '14 days')",
                    sha256(code.replace("-", "")));
            owner.commit();
        } catch (SQLException e) {
            owner.rollback();
            throw e;
        }
        return new Invitation(login, url.addressFor(login, password), code);
    }

    /** Ends what a login may do here, and the login itself; false if there is none of that name. */
    static boolean revoke(Connection owner, String login) throws SQLException {
        owner.setAutoCommit(false);
        try (PreparedStatement mark = owner.prepareStatement(
                "update larder.computers set revoked_at = coalesce(revoked_at, now()) where login = ?")) {
            mark.setString(1, login);
            if (mark.executeUpdate() == 0) {
                owner.rollback();
                return false;
            }
            insert(owner, "delete from larder.sign_ins where login = ?", login);
            try (PreparedStatement exists = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
                exists.setString(1, login);
                try (ResultSet row = exists.executeQuery();
                        Statement statement = owner.createStatement()) {
                    if (row.next()) {
                        String name = statement.enquoteIdentifier(login, true);
                        statement.execute("alter role " + name + " nologin");
                        statement.execute("revoke larder_app from " + name);
                    }
                }
            }
            owner.commit();
            return true;
        } catch (SQLException e) {
            owner.rollback();
            throw e;
        }
    }

    static List<Computer> computers(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select login, name, invited_at, last_sign_in,"
                        + " revoked_at is not null as revoked, false as here"
                        + " from larder.computers order by invited_at desc, login")) {
            return RemoteAccounts.computers(row);
        }
    }

    private static void insert(Connection owner, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Letters and digits of a name, for people who read a list of roles; a role's name has at most 63 characters. */
    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "");
        return plain.isEmpty() ? "" : plain.substring(0, Math.min(20, plain.length())) + "_";
    }

    private static String drawn(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
