package app.larder.store;

import app.larder.account.PasswordScheme.Argon2id;
import app.larder.account.ServerAddress;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.account.SignIn;
import app.larder.account.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A family with a database of its own on the test server, set up by its owner, and one computer that was invited. */
final class Family implements AutoCloseable {

    private final String ownerAddress;
    private final Invitation invitation;
    private final RemoteAccounts accounts;
    private final Map<UUID, SignIn> signedIn = new ConcurrentHashMap<>();

    private Family(String ownerAddress) {
        this.ownerAddress = ownerAddress;
        RemoteSetUp setUp = new RemoteSetUp();
        this.invitation = setUp.invite(new ServerAddress(ownerAddress, null), "Kitchen");
        this.accounts = RemoteAccounts.open(computer());
    }

    /** In a new database. */
    static Family fresh() {
        String address = TestPostgres.freshAddress();
        new RemoteSetUp().migrate(new ServerAddress(address, null));
        return new Family(address);
    }

    /** In a database that is set up already. */
    static Family in(String ownerAddress) {
        return new Family(ownerAddress);
    }

    String ownerAddress() {
        return ownerAddress;
    }

    DatabaseUrl owner() {
        return DatabaseUrl.parse(ownerAddress);
    }

    ServerAddress ownersServer() {
        return new ServerAddress(ownerAddress, null);
    }

    Invitation invitation() {
        return invitation;
    }

    /** The code of a fresh invitation for another computer. */
    String newInvitation(String computer) {
        return new RemoteSetUp().invite(ownersServer(), computer).code();
    }

    DatabaseUrl computer() {
        return DatabaseUrl.parse(invitation.address());
    }

    RemoteAccounts accounts() {
        return accounts;
    }

    /** The database as a computer opens it, for everybody who signed up here. */
    Database open(DatabaseUrl computer) {
        return Database.remote(computer, id -> {
            SignIn signIn = signedIn.get(id);
            return signIn == null ? "" : signIn.token();
        });
    }

    User newcomer(String name) {
        SignIn signIn = signUp(name);
        return new User(signIn.userId(), name, signIn.expires(), signIn.expires());
    }

    /** A new account whose proof is {@link #proof} of its name. */
    SignIn signUp(String name) {
        String code = "CODE" + UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
        asOwner("insert into larder.invitations (code_hash, expires_at) values (sha256(convert_to('" + code
                + "', 'UTF8')), now() + interval '1 day')");
        SignIn signIn = accounts.signUp(code, name, scheme(), proof(name));
        signedIn.put(signIn.userId(), signIn);
        return signIn;
    }

    static Argon2id scheme() {
        return new Argon2id(new byte[16], 19_456, 2, 1);
    }

    /** 32 bytes that stand for what Argon2id makes of a password. */
    static byte[] proof(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void asOwner(String sql) {
        try (Connection connection = connect(owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbcUrl(), url.properties());
    }

    @Override
    public void close() {
        accounts.close();
    }
}
