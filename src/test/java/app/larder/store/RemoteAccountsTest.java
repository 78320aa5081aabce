package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.AccountRefusedException;
import app.larder.account.AccountRefusedException.Reason;
import app.larder.account.Computer;
import app.larder.account.PasswordScheme;
import app.larder.account.PasswordScheme.Argon2id;
import app.larder.account.PasswordScheme.Bcrypt;
import app.larder.account.ServerProblem.Kind;
import app.larder.account.ServerProblemException;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.account.SignIn;
import app.larder.account.User;
import app.larder.recipes.RecipeQuery;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Accounts in a family's database, over the login of one computer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the field before each test
class RemoteAccountsTest {

    private Family family;

    @BeforeAll
    void aFamily() {
        family = Family.fresh();
    }

    @AfterAll
    void close() {
        family.close();
    }

    @Test
    void whoSignsUpWithAnInvitationCanSignInAgain() {
        Argon2id scheme = new Argon2id(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, 65_536, 3, 1);

        SignIn signIn = family.accounts().signUp(family.invitation().code().toLowerCase(java.util.Locale.ROOT), "Oma Inge", scheme, Family.proof("x"));

        assertEquals("Oma Inge", signIn.username());
        assertEquals(scheme, family.accounts().schemeOf("Oma Inge"));
        assertEquals(Optional.of(signIn.userId()), family.accounts().signIn("oma inge", Family.proof("x")).map(SignIn::userId));
        assertEquals(Optional.empty(), family.accounts().signIn("Oma Inge", Family.proof("y")));
        assertEquals(Reason.INVITATION, refusal(family.invitation().code(), "Somebody"));
    }

    @Test
    void whatOnePersonChoosesChangesNoAnswerAboutAName() {
        PasswordScheme before = family.accounts().schemeOf("Nobody at all");
        byte[] salt = new byte[16];

        family.accounts().signUp(family.newInvitation("Attic"), "Costly", new Argon2id(salt, 20_001, 2, 1), Family.proof("x"));

        assertEquals(before, family.accounts().schemeOf("Nobody at all"));
        assertThrows(
                RuntimeException.class,
                () -> family.accounts()
                        .signUp(family.newInvitation("Loft"), "Cheap", new Argon2id(salt, 19_455, 2, 1), Family.proof("x")));
    }

    @Test
    void namesThatCantBeUsedDontUseTheInvitationUp() {
        family.signUp("Taken");
        String code = family.newInvitation("Hall");

        assertEquals(Reason.NAME_TAKEN, refusal(code, "taken"));
        for (String name : List.of("", " x", "x\ny", "x\u200by", "x".repeat(61))) {
            assertEquals(Reason.NAME_UNUSABLE, refusal(code, name));
        }
        assertEquals("Küche 7", family.accounts().signUp(code, "Küche 7", Family.scheme(), Family.proof("x")).username());
        assertEquals(Reason.INVITATION, refusal("ABCDE-FGHJK-MNPQR-STVWX", "New"));
    }

    private Reason refusal(String code, String name) {
        return assertThrows(
                        AccountRefusedException.class,
                        () -> family.accounts().signUp(code, name, Family.scheme(), Family.proof(name)))
                .reason();
    }

    @Test
    void aNameNobodyHasGetsAnAnswerLikeOthersAndAlwaysTheSame() {
        family.signUp("Real");
        Argon2id real = (Argon2id) family.accounts().schemeOf("Real");
        Argon2id unknown = (Argon2id) family.accounts().schemeOf("Nobody");

        assertEquals(unknown, family.accounts().schemeOf("nobody"));
        assertNotEquals(unknown, family.accounts().schemeOf("Nobody else"));
        assertEquals(real.memoryKiB(), unknown.memoryKiB());
        assertEquals(real.iterations(), unknown.iterations());
        assertEquals(real.salt().length, unknown.salt().length);
        assertEquals(Optional.empty(), family.accounts().signIn("Nobody", Family.proof("x")));
    }

    @Test
    void guessingIsSlowedByNameAndRollingBackDoesNotHelp() throws SQLException {
        family.signUp("Slow");
        int asked = 0;
        try (Connection connection = Family.connect(family.computer())) {
            connection.setAutoCommit(false);
            for (; asked < 30; asked++) {
                try (PreparedStatement guess = connection.prepareStatement("select * from larder.sign_in('Slow', ?)")) {
                    guess.setBytes(1, Family.proof("guess " + asked));
                    guess.executeQuery().close();
                }
                connection.rollback();
            }
        }
        assertEquals(Optional.empty(), family.accounts().signIn("slow", Family.proof("Slow")), "too many tries");
        family.asOwner("do $$ begin for i in 0..31 loop perform setval('larder.sign_in_pace_' || i, 1); end loop; end $$");
        assertTrue(family.accounts().signIn("slow", Family.proof("Slow")).isPresent(), "time has passed");
    }

    @Test
    void tenConnectionsAtOnceGetNoMoreTriesThanOne() throws Exception {
        int most = 0;
        try (ExecutorService connections = Executors.newFixedThreadPool(10)) {
            for (int round = 0; round < 20; round++) {
                family.asOwner("do $$ begin for i in 0..31 loop perform setval('larder.sign_in_pace_' || i, 1); end loop; end $$");
                CyclicBarrier together = new CyclicBarrier(10);
                List<Future<Integer>> allowed = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    allowed.add(connections.submit(() -> tries(together)));
                }
                int all = 0;
                for (Future<Integer> some : allowed) {
                    all += some.get();
                }
                most = Math.max(most, all);
            }
        }
        assertTrue(most >= 10 && most <= 12, "tries that were let through: " + most);
    }

    /** How many of 12 tries are let through, all of them taken back. */
    private int tries(CyclicBarrier together) throws Exception {
        try (Connection connection = Family.connect(family.owner());
                PreparedStatement attempt = connection.prepareStatement("select larder.may_try('Hurried')::int")) {
            connection.setAutoCommit(false);
            together.await();
            int allowed = 0;
            for (int i = 0; i < 12; i++) {
                try (ResultSet row = attempt.executeQuery()) {
                    row.next();
                    allowed += row.getInt(1);
                }
                connection.rollback();
            }
            return allowed;
        }
    }

    @Test
    void anOpenTransactionDoesNotKeepOthersFromTrying() throws Exception {
        family.signUp("Patient");
        try (Connection open = Family.connect(family.computer());
                PreparedStatement guess = open.prepareStatement("select * from larder.sign_in('Patient', ?)")) {
            open.setAutoCommit(false);
            guess.setBytes(1, Family.proof("no"));
            guess.executeQuery().close();
            try (Connection other = Family.connect(family.computer());
                    Statement statement = other.createStatement();
                    PreparedStatement right = other.prepareStatement("select * from larder.sign_in('Patient', ?)")) {
                statement.execute("set lock_timeout = '5s'");
                right.setBytes(1, Family.proof("Patient"));
                assertTrue(right.executeQuery().next());
            }
            open.rollback();
        }
    }

    @Test
    void aBackendsBcryptAccountIsLetInAndKeepsBcrypt() throws SQLException {
        for (String prefix : List.of("$2b$", "$2y$", "$2a$")) {
            String name = "backend " + prefix;
            family.asOwner("insert into public.users (username, password_hash) select '" + name + "', '" + prefix
                    + "' || substr(extensions.crypt('old secret', extensions.gen_salt('bf', 4)), 5)");
            byte[] old = "old secret".getBytes(StandardCharsets.UTF_8);
            byte[] fresh = "neues Geheimnis ü".getBytes(StandardCharsets.UTF_8);

            assertEquals(new Bcrypt(), family.accounts().schemeOf(name));
            assertEquals(Optional.empty(), family.accounts().signIn(name, fresh));
            assertEquals(Optional.empty(), family.accounts().signIn(name, new byte[] {(byte) 0xff}));
            SignIn signIn = family.accounts().signIn(name, old).orElseThrow();
            assertFalse(family.accounts().changePassword(signIn, fresh, new Bcrypt(), fresh));
            assertTrue(family.accounts().changePassword(signIn, old, new Bcrypt(), fresh));
            assertEquals(Optional.empty(), family.accounts().signIn(name, old));
            assertTrue(family.accounts().signIn(name, fresh).isPresent());
            assertEquals(
                    List.of("true"),
                    asOwner("select password_hash like '" + prefix + "10$%' from public.users where username = '" + name + "'"));
            family.asOwner("do $$ begin for i in 0..31 loop perform setval('larder.sign_in_pace_' || i, 1); end loop; end $$");
        }
    }

    @Test
    void anAccountWithoutAPasswordCantBeSignedInTo() {
        family.asOwner("insert into public.users (username, password_hash) values ('local', '!'), ('odd', '$1$x')");

        for (String name : List.of("local", "odd")) {
            PasswordScheme scheme = family.accounts().schemeOf(name);
            assertTrue(scheme instanceof Argon2id, name);
            assertEquals(Optional.empty(), family.accounts().signIn(name, Family.proof("!")));
            assertEquals(Optional.empty(), family.accounts().signIn(name, new byte[0]));
        }
    }

    @Test
    void changingThePasswordEndsOtherSignInsAndKeepsThisOne() {
        SignIn here = family.signUp("Changer");
        SignIn elsewhere = family.accounts().signIn("Changer", Family.proof("Changer")).orElseThrow();

        assertFalse(family.accounts().changePassword(here, Family.proof("no"), Family.scheme(), Family.proof("new")));
        assertTrue(family.accounts().changePassword(here, Family.proof("Changer"), Family.scheme(), Family.proof("new")));

        assertFalse(family.accounts().computers(here).isEmpty());
        assertEquals(List.of(), family.accounts().computers(elsewhere));
        assertEquals(Optional.empty(), family.accounts().signIn("Changer", Family.proof("Changer")));
        assertTrue(family.accounts().signIn("Changer", Family.proof("new")).isPresent());
    }

    @Test
    void signedOutATokenIsWorthNothing() {
        SignIn signIn = family.signUp("Leaver");
        User user = new User(signIn.userId(), "Leaver", signIn.expires(), signIn.expires());
        try (Database database = Database.remote(family.computer(), id -> signIn.token())) {
            assertEquals(0, database.openFor(user).recipes().count(RecipeQuery.ALL));

            family.accounts().signOut(signIn);

            ServerProblemException failure = assertThrows(
                    ServerProblemException.class,
                    () -> database.openFor(user).recipes().count(RecipeQuery.ALL));
            assertEquals(Kind.SIGNED_OUT, failure.problem().kind());
        }
    }

    @Test
    void aRevokedComputerIsLetInNoMoreAndATokenIsOfUseOnItsOwnComputerOnly() {
        SignIn here = family.signUp("Watcher");
        Invitation lost = new RemoteSetUp().invite(family.ownersServer(), "Lost laptop");
        DatabaseUrl laptop = DatabaseUrl.parse(lost.address());
        try (RemoteAccounts there = RemoteAccounts.open(laptop)) {
            SignIn onLaptop = there.signIn("Watcher", Family.proof("Watcher")).orElseThrow();
            assertEquals(List.of(), there.computers(here), "a token of another computer");
            Computer computer = there.computers(onLaptop).getFirst();
            assertEquals(List.of("Lost laptop", true, false), List.of(computer.name(), computer.here(), computer.revoked()));

            family.accounts().revoke(here, computer);

            assertEquals(List.of(), there.computers(onLaptop));
            assertEquals(Optional.empty(), there.signIn("Watcher", Family.proof("Watcher")));
            assertTrue(family.accounts().computers(here).stream().anyMatch(c -> c.revoked() && c.name().equals("Lost laptop")));
        }
        assertTrue(new RemoteSetUp().revoke(family.ownersServer(), lost.login()));
        assertFalse(new RemoteSetUp().revoke(family.ownersServer(), "nobody"));
        try (RemoteAccounts there = RemoteAccounts.open(laptop)) {
            ServerProblemException failure = assertThrows(
                    ServerProblemException.class, () -> there.signIn("Watcher", Family.proof("Watcher")));
            assertEquals(Kind.NOT_ALLOWED, failure.problem().kind());
        }
    }

    @Test
    void afterARefusalNobodyKnocksAgain() throws SQLException {
        DatabaseUrl wrong = family.computer().withPassword("wrong");
        long before = failures();
        try (RemoteAccounts accounts = RemoteAccounts.open(wrong)) {
            for (int i = 0; i < 3; i++) {
                ServerProblemException failure =
                        assertThrows(ServerProblemException.class, () -> accounts.schemeOf("x"));
                assertEquals(Kind.WRONG_PASSWORD, failure.problem().kind());
            }
        }
        assertTrue(failures() - before <= 2, "connections that were tried");
    }

    /** How many sessions this database has ever had, refused ones among them. */
    private long failures() throws SQLException {
        return Long.parseLong(asOwner("select sessions from pg_stat_database where datname = current_database()").getFirst());
    }

    private List<String> asOwner(String sql) throws SQLException {
        try (Connection connection = Family.connect(family.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return List.of(row.getString(1).replaceAll("^t$", "true"));
        }
    }
}
