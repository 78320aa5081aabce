package app.larder.account.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.KeptFile;
import app.larder.account.Membership;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.store.CipherChange;
import app.larder.store.RemoteServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protected person changes where they work, though the key they were first let in with is forgotten meanwhile. */
class FamilyViewModelTest {

    private static final String PASSWORD = "quince jelly";
    private static final String CONNECTION =
            """
            {"server": "localhost/larder", "verified": true, "userId": "01890a5d-ac96-774b-bcce-b302099a8057",
             "username": "anna", "work": "WORK", "secrets": "file", "verifier": {"salt": "AAAAAAAAAAAAAAAAAAAAAA==",
             "memoryKiB": 19456, "iterations": 2, "parallelism": 1, "hash": "AAAA"}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Entered entered;

    @BeforeEach
    void enter() {
        People people = new People(new ProfileFolder(folder), new CipherChange(), _ -> {});
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        entered = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow();
    }

    private FamilyAccount account() {
        return new FamilyAccount(
                entered, new RemoteServers(), new SecretShelves(entered, SecretShelf.session()), Clock.systemUTC());
    }

    private FamilyViewModel working(String where) throws IOException {
        Files.createDirectories(entered.folder());
        new KeptFile(entered.folder().resolve("connection.json"), entered.seal())
                .write(CONNECTION.replace("WORK", where));
        FamilyViewModel model = new FamilyViewModel(
                account(), entered, Background.direct(), new Notices(), Texts.in(Locale.ENGLISH), new Reopening());
        model.load();
        return model;
    }

    private Optional<Membership.Work> work() {
        return account().membership().map(Membership::work);
    }

    @Test
    void worksDirectlyFromNowOn() throws IOException {
        working("here").work(Membership.Work.DIRECT);
        assertEquals(Optional.of(Membership.Work.DIRECT), work());
    }

    @Test
    void worksHereAgain() throws IOException {
        working("direct").work(Membership.Work.HERE);
        assertEquals(Optional.of(Membership.Work.HERE), work());
    }

    @Test
    void signsOutAndWorksHere() throws IOException {
        working("direct").signOut();
        assertEquals(Optional.of(Membership.Work.HERE), work());
    }

    @Test
    void disconnects() throws IOException {
        working("direct").disconnect();
        assertEquals(Optional.empty(), work());
    }

    /** As the window does it: the larder that was open forgets its key before anything else happens. */
    private final class Reopening implements Doors {

        @Override
        public void leave() {}

        @Override
        public void leaveForNewPerson() {}

        @Override
        public void reopen(Callable<Entered> work, String done) {
            entered.close();
            try {
                entered = work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void removed(Entered removed) {}

        @Override
        public void renamed(Person person) {}
    }
}
