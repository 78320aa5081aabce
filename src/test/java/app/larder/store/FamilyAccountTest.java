package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.AccountRefusedException;
import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.FamilyAccount.Outcome;
import app.larder.account.Membership;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelf.Place;
import app.larder.account.SecretShelves;
import app.larder.account.ServerAddress;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblemException;
import app.larder.account.User;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A person's account at a real Postgres: sign-up, sign-in with and without the server, and everything that ends it. */
class FamilyAccountTest {

    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path folder = Path.of("");

    private Family family;
    private ServerAddress address;
    private Entered entered;
    private FamilyAccount account;

    @BeforeEach
    void open() {
        family = Family.fresh();
        address = new ServerAddress(family.invitation().address(), null);
        entered = new People(new ProfileFolder(folder), new CipherChange(), _ -> {}).enterAtOnce().orElseThrow();
        Database.local(entered.folder()).close();
        account = account(SecretShelf.session());
    }

    @AfterEach
    void close() {
        family.close();
    }

    private FamilyAccount account(SecretShelf session) {
        return new FamilyAccount(
                entered, new RemoteServers(), new SecretShelves(entered, session), Clock.systemUTC());
    }

    private void signUp(Place place) {
        account.signUp(address, true, " " + family.invitation().code() + "\n", "anna", PASSWORD.toCharArray(), place);
    }

    @Test
    void anInvitationLetsOnePersonSignUpOnce() {
        assertFalse(account.isSignedIn());
        signUp(Place.SESSION);

        Membership membership = account.membership().orElseThrow();
        assertTrue(account.isSignedIn());
        assertEquals("anna", membership.username());
        assertEquals(Membership.Work.HERE, membership.work());
        assertTrue(membership.server().startsWith("localhost:"), membership.server());
        assertFalse(membership.server().contains("@"));
        assertThrows(AccountRefusedException.class, () -> signUp(Place.SESSION));
    }

    @Test
    void signingInAgainNeedsTheRightPasswordOnlineAndOffline() {
        signUp(Place.FILE);
        account.signOut();
        assertFalse(account.isSignedIn());

        assertEquals(Outcome.REFUSED, account.signIn("quince jam".toCharArray()));
        assertFalse(account.membership().orElseThrow().stale(), "a slip says nothing of the password known here");
        assertEquals(Outcome.SIGNED_IN, account.signIn(PASSWORD.toCharArray()));
    }

    @Test
    void withoutTheServerThePasswordItTookLastCounts() {
        signUp(Place.FILE);
        account.signOut();
        assertEquals(Outcome.REFUSED, account.signIn("quince jam".toCharArray()));
        cutOff();

        assertEquals(Outcome.OFFLINE, account.signIn(PASSWORD.toCharArray()));
        assertEquals(Outcome.REFUSED, account.signIn("quince jam".toCharArray()));
        assertFalse(account.isSignedIn());
        assertThrows(
                ServerProblemException.class,
                () -> account.connect(address, true, "anna", PASSWORD.toCharArray(), Place.SESSION));
    }

    @Test
    void aPasswordChangedElsewhereIsRefusedHereAndNoLongerTakenOffline() throws Exception {
        signUp(Place.FILE);
        Path connection = entered.folder().resolve("connection.json");
        byte[] before = Files.readAllBytes(connection);
        FamilyAccount elsewhere = account(SecretShelf.session());
        assertFalse(elsewhere.changePassword("quince jam".toCharArray(), "damson cheese".toCharArray()));
        assertTrue(elsewhere.changePassword(PASSWORD.toCharArray(), "damson cheese".toCharArray()));
        Files.write(connection, before);

        assertEquals(Outcome.REFUSED, account.signIn(PASSWORD.toCharArray()));
        assertTrue(account.membership().orElseThrow().stale());
        cutOff();
        assertEquals(Outcome.REFUSED, account.signIn(PASSWORD.toCharArray()));
    }

    @Test
    void theRightPasswordThatCameTooEarlyAfterWrongOnesIsNotTakenForOutdated() {
        signUp(Place.FILE);
        account.signOut();
        Outcome outcome = Outcome.REFUSED;
        for (int i = 0; i < 20 && outcome != Outcome.WAITING; i++) {
            outcome = account.signIn(("quince jam " + i).toCharArray());
        }
        assertEquals(Outcome.WAITING, outcome);

        assertEquals(Outcome.WAITING, account.signIn(PASSWORD.toCharArray()));
        assertFalse(account.membership().orElseThrow().stale());
        cutOff();
        assertEquals(Outcome.OFFLINE, account.signIn(PASSWORD.toCharArray()));
    }

    @Test
    void whatIsKeptForASessionIsGoneAfterItAndWhatIsInAFileIsNot() throws Exception {
        signUp(Place.SESSION);
        assertTrue(account.direct().isPresent());
        assertEquals(Optional.empty(), account(SecretShelf.session()).direct());
        assertEquals(List.of(), filesWith(secret()));

        account.keepSecrets(Place.FILE);
        assertTrue(account(SecretShelf.session()).direct().isPresent());
        assertEquals(List.of("secrets.json"), filesWith(secret()));
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(entered.folder().resolve("secrets.json"))));
    }

    @Test
    void secretsOfAProtectedPersonAreSealed() throws Exception {
        People people = new People(new ProfileFolder(folder), new CipherChange(), _ -> {});
        entered = people.protect(people.last(), PASSWORD.toCharArray());
        account = account(SecretShelf.session());
        signUp(Place.FILE);

        assertEquals(List.of(), filesWith(secret()));
        assertEquals(List.of(), filesWith("anna"));
        assertTrue(account(SecretShelf.session()).direct().isPresent());
    }

    @Test
    void aProtectedPersonWhoseFirstKeyIsForgottenStillGoesDirectAndOut() {
        People people = new People(new ProfileFolder(folder), new CipherChange(), _ -> {});
        entered = people.protect(people.last(), PASSWORD.toCharArray());
        account = account(SecretShelf.session());
        signUp(Place.FILE);
        Entered again = entered.again();
        entered.close();

        entered = account.with(again, there -> there.work(Membership.Work.DIRECT));
        FamilyAccount reopened = account(SecretShelf.session());
        assertEquals(Membership.Work.DIRECT, reopened.membership().orElseThrow().work());
        Entered third = entered.again();
        entered.close();
        entered = reopened.with(third, FamilyAccount::disconnect);
        assertEquals(Optional.empty(), account(SecretShelf.session()).membership());
    }

    @Test
    void noPasswordAndNoProofIsInAnyFile() throws Exception {
        signUp(Place.FILE);
        account.signIn(PASSWORD.toCharArray());
        assertEquals(List.of(), filesWith(PASSWORD));
        assertFalse(account.membership().orElseThrow().toString().contains(secret()));
    }

    @Test
    void theComputersAreListedAndOneCanBeRevoked() {
        signUp(Place.SESSION);
        new RemoteSetUp().invite(family.ownersServer(), "Attic");

        assertEquals(
                List.of("Attic", "Kitchen"),
                account.computers().stream().map(computer -> computer.name()).sorted().toList());
        account.revoke(account.computers().stream().filter(one -> !one.here()).findFirst().orElseThrow());
        assertEquals(
                List.of(true),
                account.computers().stream().filter(one -> !one.here()).map(one -> one.revoked()).toList());
    }

    @Test
    void workingDirectlyShowsTheRowsOfTheDatabaseAndLeavesThoseHere() {
        try (Database here = Database.local(entered.folder())) {
            recipes(here, here.localUser("cook")).add(List.of(ContractRecipes.full("Soup here")));
        }
        signUp(Place.FILE);
        account.work(Membership.Work.DIRECT);
        assertEquals(Membership.Work.DIRECT, account.membership().orElseThrow().work());

        FamilyAccount.Direct direct = account.direct().orElseThrow();
        User user = new User(
                direct.signIn().userId(), "anna", direct.signIn().expires(), direct.signIn().expires());
        try (Database there = Database.remote(DatabaseUrl.parse(direct.address()), _ -> direct.signIn().token())) {
            assertEquals(0, recipes(there, user).count(RecipeQuery.ALL));
            recipes(there, user).add(List.of(ContractRecipes.full("Soup there")));
            assertEquals(1, recipes(there, user).count(RecipeQuery.ALL));
        }
        account.disconnect();
        assertEquals(Optional.empty(), account.membership());
        assertEquals(Optional.empty(), account.direct());
        try (Database here = Database.local(entered.folder())) {
            assertEquals(1, recipes(here, here.localUser("cook")).count(RecipeQuery.ALL.withText("here")));
        }
    }

    @Test
    void aServerThatAnswersOtherwiseIsNotTakenForOneThatCannotBeReached() {
        signUp(Place.FILE);
        TestPostgres.asSuperuser("postgres", "alter role " + family.computer().user() + " password 'another'");

        ServerProblemException failure =
                assertThrows(ServerProblemException.class, () -> account.signIn(PASSWORD.toCharArray()));
        assertEquals(ServerProblem.Kind.WRONG_PASSWORD, failure.problem().kind());
    }

    @Test
    void aServerThatSuddenlyAsksForThePasswordItselfDoesNotGetIt() {
        signUp(Place.FILE);
        asksForThePassword();

        assertEquals(ServerProblem.Kind.PASSWORD_ASKED, problem(() -> account.signIn(PASSWORD.toCharArray())));
        assertEquals(
                ServerProblem.Kind.PASSWORD_ASKED,
                problem(() -> account.connect(address, true, " anna ", PASSWORD.toCharArray(), Place.FILE)));
        assertEquals(
                ServerProblem.Kind.PASSWORD_ASKED,
                problem(() -> account.changePassword(PASSWORD.toCharArray(), "damson cheese".toCharArray())));
    }

    @Test
    void thePasswordOfAWebBackendsAccountGoesOnlyToAServerThatWasVerified() {
        signUp(Place.FILE);
        account.disconnect();
        asksForThePassword();

        assertEquals(
                ServerProblem.Kind.PASSWORD_UNPROTECTED,
                problem(() -> account.connect(address, false, "anna", PASSWORD.toCharArray(), Place.FILE)));
        assertEquals(
                Outcome.SIGNED_IN_BACKEND,
                account.connect(address, true, "anna", PASSWORD.toCharArray(), Place.FILE));
        assertTrue(account.membership().orElseThrow().backend());
        assertEquals(Outcome.SIGNED_IN_BACKEND, account.signIn(PASSWORD.toCharArray()));
    }

    private static ServerProblem.Kind problem(Executable work) {
        return assertThrows(ServerProblemException.class, work).problem().kind();
    }

    /** As if a web backend had set the password anew: its hash is bcrypt's now. */
    private void asksForThePassword() {
        family.asOwner("update public.users set password_hash = '$2y$' || substr(extensions.crypt('" + PASSWORD
                + "', extensions.gen_salt('bf', 4)), 5) where username = 'anna'");
    }

    /** From now on the server has no connection to this database to spare. */
    private void cutOff() {
        TestPostgres.asSuperuser(
                "postgres", "alter database " + family.computer().database() + " connection limit 0");
    }

    private static RecipeRepository recipes(Database database, User user) {
        return database.openFor(user).recipes();
    }

    /** The password of this computer's login, as the address has it. */
    private String secret() {
        return address.url().replaceFirst(".*://[^:]+:([^@]+)@.*", "$1");
    }

    private List<String> filesWith(String text) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
