package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.store.CipherChange;
import app.larder.store.Database;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people who share a computer come in as they should, and nobody else's way. */
class PeopleTest {

    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path folder = Path.of("");

    private ProfileFolder home;
    private People people;
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void open() {
        home = new ProfileFolder(folder);
        people = new People(home, new CipherChange(), pauses::add);
    }

    @Test
    void theFirstPersonIsThereWithoutBeingAskedAnything() {
        try (Entered first = people.enterAtOnce().orElseThrow()) {
            assertEquals(Person.FIRST, first.person().folder());
            assertEquals(folder.resolve("profiles").resolve("default"), first.folder());
            assertNull(first.key());
            assertFalse(first.seal().hides());
        }
        assertFalse(Files.exists(folder.resolve("people.json")), "nothing is written for it");
    }

    @Test
    void eachFurtherPersonHasAFolderOfTheirOwnAndTheFirstKeepsTheirs() {
        Person anna = people.add(" Anna ", null);
        Person ben = people.add("Ben", null);

        assertEquals("Anna", anna.name());
        assertEquals(3, people.all().size());
        assertEquals(Person.FIRST, people.all().getFirst().folder());
        assertEquals(3, people.all().stream().map(home::of).distinct().count());
        assertEquals(Optional.empty(), people.enterAtOnce().map(Entered::person));
        people.remember(ben);
        assertEquals(ben, people.last());
        assertEquals(Optional.of(anna), people.named("anna"));
        assertEquals(people.all(), new People(home, new CipherChange(), pauses::add).all(), "the list is kept");
    }

    @Test
    void aNameCanBeChangedButNotToAnothersOrToNone() {
        Person anna = people.add("Anna", null);
        people.add("Ben", null);

        assertEquals("Anne", people.rename(anna, "Anne").name());
        assertEquals(Optional.of(anna.folder()), people.named("Anne").map(Person::folder));
        assertRefused(InvalidNameException.Reason.TAKEN, "ben");
        assertRefused(InvalidNameException.Reason.EMPTY, "  ");
        assertRefused(InvalidNameException.Reason.TOO_LONG, "x".repeat(61));
        assertRefused(InvalidNameException.Reason.UNUSABLE, "A\u202Ennna");
    }

    private void assertRefused(InvalidNameException.Reason reason, String name) {
        assertEquals(reason, assertThrows(InvalidNameException.class, () -> people.add(name, null)).reason());
    }

    @Test
    void aListThatCannotBeReadIsSaidAndNotTakenForAnEmptyOne() throws Exception {
        people.add("Anna", null);
        Files.writeString(folder.resolve("people.json"), "{\"people\": [");
        assertThrows(UncheckedIOException.class, people::all);
    }

    @Test
    void aListThatNamesAFolderElsewhereLeadsNowhere() throws Exception {
        Files.writeString(
                folder.resolve("people.json"),
                "{\"people\": [{\"folder\": \"../../etc\", \"name\": \"Eve\"}, {\"folder\": \"p-1\", \"name\": \"Anna\"}]}");
        assertEquals(List.of(new Person("p-1", "Anna")), people.all());
    }

    @Test
    void aNewPersonWithAPasswordIsProtectedFromTheFirstMomentOn() {
        Person anna = people.add("Anna", PASSWORD.toCharArray());

        assertTrue(people.isProtected(anna));
        assertThrows(IllegalStateException.class, () -> people.enter(anna));
        try (Entered in = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow()) {
            Database.local(in.folder(), in.key()).close();
        }
        assertEquals(FileProtection.State.ENCRYPTED, new CipherChange().state(home.of(anna)));
    }

    @Test
    void whatIsInTheKeychainIsSealedWithThePasswordAndStaysWhenThatIsRemoved() {
        SecretShelf keychain = SecretShelf.session();
        people = new People(home, new CipherChange(), pauses::add, _ -> keychain);
        Person first = people.last();
        try (Entered entered = people.enter(first)) {
            Database.local(entered.folder()).close();
            new MembershipFile(entered).save(new MembershipFile.Kept(inKeychain(), Verifier.of(PASSWORD.toCharArray())));
        }
        keychain.keep("address", "postgresql://secret");

        people.protect(first, PASSWORD.toCharArray()).close();
        assertFalse(keychain.find("address").orElseThrow().contains("secret"), "sealed at once");

        assertTrue(people.unprotect(first, PASSWORD.toCharArray()));
        assertEquals(Optional.of("postgresql://secret"), keychain.find("address"));
    }

    private static Membership inKeychain() {
        return new Membership(
                "localhost:5432/larder", null, true, NewId.at(Instant.EPOCH), "anna", Membership.Work.HERE,
                SecretShelf.Place.KEYCHAIN, false, false);
    }

    @Test
    void whoIsRemovedLeavesAllTheyKeptAsideAndNobodyElses() throws Exception {
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        Person ben = people.add("Ben", null);
        people.remember(anna);
        try (Entered in = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow();
                Database open = Database.local(in.folder(), in.key())) {
            assertEquals(1, open.localUser("Anna").username().indexOf('n'));
            assertThrows(RuntimeException.class, () -> people.remove(anna, Instant.EPOCH), "it is open");
        }
        assertTrue(people.named("Anna").isPresent());

        Path aside = people.remove(anna, Instant.EPOCH);

        assertEquals(Optional.empty(), people.named("Anna"));
        assertEquals(2, people.all().size());
        assertEquals(people.all().getFirst(), people.last());
        assertEquals(folder.resolve("removed").resolve("1970-01-01T000000Z " + anna.folder()), aside);
        assertEquals(FileProtection.State.ENCRYPTED, new CipherChange().state(aside), "still protected");
        assertTrue(Files.exists(aside.resolve("larder.key")));
        assertTrue(Files.isDirectory(home.of(ben)));
    }

    @Test
    void afterTheLastPersonWasRemovedThereIsAFreshFirstOne() {
        try (Entered first = people.enterAtOnce().orElseThrow()) {
            Database.local(first.folder()).close();
            people.remove(first.person(), Instant.EPOCH);
        }
        try (Entered fresh = people.enterAtOnce().orElseThrow()) {
            assertEquals(Person.FIRST, fresh.person().folder());
            assertFalse(Files.exists(fresh.folder().resolve("larder.mv.db")));
        }
    }

    @Test
    void everyWrongPasswordTakesLongerUpToALimitAndTheRightOneEndsIt() {
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        for (int i = 0; i < 7; i++) {
            assertTrue(people.unlock(anna, ("wrong " + i).toCharArray()).isEmpty());
        }
        assertEquals(
                List.of(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L),
                pauses.stream().map(Duration::toMillis).toList());

        people.unlock(anna, PASSWORD.toCharArray()).orElseThrow().close();
        people.unlock(anna, "wrong".toCharArray());
        assertEquals(Duration.ofMillis(250), pauses.getLast());
        assertEquals(8, pauses.size());
    }

    @Test
    void aChangedPasswordOpensTheSameFilesAndTheOldOneNothing() {
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        char[] before;
        try (Entered in = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow()) {
            before = Objects.requireNonNull(in.key()).digits();
        }
        assertFalse(people.changePassword(anna, "wrong one".toCharArray(), "damson cheese".toCharArray()));
        assertTrue(people.changePassword(anna, PASSWORD.toCharArray(), "damson cheese".toCharArray()));

        assertTrue(people.unlock(anna, PASSWORD.toCharArray()).isEmpty());
        try (Entered in = people.unlock(anna, "damson cheese".toCharArray()).orElseThrow()) {
            assertArrayEquals(before, Objects.requireNonNull(in.key()).digits());
        }
    }

    @Test
    void protectionComesAndGoesWithEverythingKept() throws Exception {
        Path drafts;
        try (Entered in = people.enterAtOnce().orElseThrow()) {
            Database.local(in.folder(), in.key()).close();
            drafts = Files.createDirectories(in.drafts());
            new KeptFile(drafts.resolve("new.json"), in.seal()).write("Marzipan");
            in.settings().write("{}");
        }
        Person first = people.last();

        people.protect(first, PASSWORD.toCharArray()).close();
        assertTrue(people.isProtected(first));
        assertFalse(Files.readString(drafts.resolve("new.json"), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("Marzipan"));
        try (Entered in = people.unlock(first, PASSWORD.toCharArray()).orElseThrow()) {
            assertEquals(Optional.of("Marzipan"), new KeptFile(drafts.resolve("new.json"), in.seal()).read());
            Database.local(in.folder(), in.key()).close();
        }

        assertFalse(people.unprotect(first, "wrong".toCharArray()));
        assertTrue(people.isProtected(first));
        assertTrue(people.unprotect(first, PASSWORD.toCharArray()));
        try (Entered in = people.enterAtOnce().orElseThrow()) {
            assertEquals(Optional.of("Marzipan"), new KeptFile(drafts.resolve("new.json"), in.seal()).read());
            Database.local(in.folder(), in.key()).close();
        }
        assertFalse(Files.exists(home.of(first).resolve("larder.key")));
    }

    @Test
    void protectionThatFailsLeavesEverythingReadable() throws Exception {
        try (Entered in = people.enterAtOnce().orElseThrow()) {
            Database.local(in.folder(), in.key()).close();
        }
        Person first = people.last();
        Files.createDirectories(home.of(first).resolve("larder.converting.mv.db/in the way"));
        assertThrows(RuntimeException.class, () -> people.protect(first, PASSWORD.toCharArray()));

        assertFalse(people.isProtected(first));
        people.enter(first).close();
        assertTrue(
                Files.exists(home.of(first).resolve("larder.key")),
                "another window may be about to need it: the key of a file is never taken away by whoever comes in");
    }

    @Test
    void draftsThatACutOffChangeLeftReadableAreSealedWhenTheirPersonComesIn() throws Exception {
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        Path drafts = Files.createDirectories(home.of(anna).resolve("drafts"));
        Files.writeString(drafts.resolve("new.json"), "Marzipan");
        Files.writeString(drafts.resolve("new.json.1.new"), "half a Marzip");

        try (Entered in = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow()) {
            assertTrue(Files.exists(drafts.resolve("new.json.1.new")), "a window may be writing it");
            in.sealLeftovers();
        }

        assertTrue(KeySeal.sealed(Files.readAllBytes(drafts.resolve("new.json"))));
        assertFalse(Files.exists(drafts.resolve("new.json.1.new")));
    }

    @Test
    void aForgottenKeySealsAndOpensNothingMore() {
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        Entered in = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow();
        in.close();
        assertThrows(IllegalStateException.class, () -> in.seal().seal(new byte[1]));
        assertThrows(IllegalStateException.class, () -> Objects.requireNonNull(in.key()).digits());
    }

    @Test
    void aMissingKeyFileIsSaid() throws Exception {
        Person anna = people.add("Anna", PASSWORD.toCharArray());
        try (Entered in = people.unlock(anna, PASSWORD.toCharArray()).orElseThrow()) {
            Database.local(in.folder(), in.key()).close();
        }
        Files.delete(home.of(anna).resolve("larder.key"));

        assertTrue(people.isProtected(anna));
        UncheckedIOException missing = assertThrows(
                UncheckedIOException.class, () -> people.unlock(anna, PASSWORD.toCharArray()));
        assertTrue(String.valueOf(missing.getMessage()).contains("larder.key"));
    }
}
