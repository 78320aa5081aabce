package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.larder.account.SecretShelf.Place;
import app.larder.store.CipherChange;
import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets lie where they were put and nowhere else, sealed wherever others could read them. */
class SecretShelvesTest {

    private static final String PASSWORD = "quince jelly";
    private static final String ADDRESS = "postgresql://larder_kitchen:secret@localhost/postgres";

    @TempDir
    private Path folder = Path.of("");

    private People people;
    private final SecretShelf keychain = SecretShelf.session();

    @BeforeEach
    void open() {
        people = new People(new ProfileFolder(folder), new CipherChange(), _ -> {});
    }

    private Entered anna() {
        return people.unlock(people.add("Anna", PASSWORD.toCharArray()), PASSWORD.toCharArray()).orElseThrow();
    }

    private SecretShelves shelves(Entered entered) {
        return new SecretShelves(entered, keychain, SecretShelf.session());
    }

    @Test
    void theKeychainGetsSecretsOfAProtectedPersonSealed() {
        try (Entered anna = anna()) {
            shelves(anna).keep(Place.KEYCHAIN, "address", ADDRESS);

            assertFalse(keychain.find("address").orElseThrow().contains("secret@"));
            assertEquals(Optional.of(ADDRESS), shelves(anna).find(Place.KEYCHAIN, "address"));
        }
        try (Entered nobody = people.enter(people.all().getFirst())) {
            assertEquals(Optional.empty(), shelves(nobody).find(Place.KEYCHAIN, "address"));
        }
    }

    @Test
    void whatTheKeychainKeptBeforeThereWasAPasswordIsSealedOnceItIsFound() {
        keychain.keep("address", ADDRESS);
        try (Entered anna = anna()) {
            assertEquals(Optional.of(ADDRESS), shelves(anna).find(Place.KEYCHAIN, "address"));
            assertFalse(keychain.find("address").orElseThrow().contains("secret@"));
            assertEquals(Optional.of(ADDRESS), shelves(anna).find(Place.KEYCHAIN, "address"));
        }
    }

    @Test
    void theKeychainGetsSecretsOfAPersonWithoutPasswordAsTheyAre() {
        try (Entered first = people.enterAtOnce().orElseThrow()) {
            shelves(first).keep(Place.KEYCHAIN, "address", ADDRESS);
            assertEquals(Optional.of(ADDRESS), keychain.find("address"));
            assertEquals(Optional.of(ADDRESS), shelves(first).find(Place.KEYCHAIN, "address"));
        }
    }

    @Test
    void aSecretIsForgottenEverywhereElseThoughOnePlaceFails() {
        try (Entered first = people.enterAtOnce().orElseThrow()) {
            SecretShelf session = SecretShelf.session();
            SecretShelves shelves = new SecretShelves(first, new ShutShelf(true), session);
            session.keep("address", ADDRESS);
            new FileShelf(first.folder(), first.seal()).keep("address", ADDRESS);

            assertThrows(FileFailure.class, () -> shelves.forget(Place.SESSION, "address"));
            assertEquals(Optional.empty(), session.find("address"));
            assertEquals(Optional.empty(), shelves.find(Place.FILE, "address"));

            session.keep("address", ADDRESS);
            assertThrows(FileFailure.class, () -> shelves.keep(Place.FILE, "address", ADDRESS));
            assertEquals(Optional.empty(), session.find("address"));
            assertEquals(Optional.of(ADDRESS), shelves.find(Place.FILE, "address"));
        }
    }

    @Test
    void aComputerWithoutAKeychainForgetsWithoutComplaintUnlessTheSecretWasThere() {
        try (Entered first = people.enterAtOnce().orElseThrow()) {
            SecretShelves shelves = new SecretShelves(first, new ShutShelf(false), SecretShelf.session());
            shelves.keep(Place.FILE, "address", ADDRESS);
            shelves.forget(Place.FILE, "address");
            assertEquals(Optional.empty(), shelves.find(Place.FILE, "address"));
            assertThrows(FileFailure.class, () -> shelves.forget(Place.KEYCHAIN, "address"));
        }
    }

    /** A keychain that is shut now. */
    private record ShutShelf(boolean works) implements SecretShelf {

        @Override
        public Place place() {
            return Place.KEYCHAIN;
        }

        @Override
        public Optional<String> find(String name) {
            throw shut();
        }

        @Override
        public void keep(String name, String secret) {
            throw shut();
        }

        @Override
        public void forget(String name) {
            throw shut();
        }

        private static FileFailure shut() {
            return new FileFailure(Sentence.of("account.keychain-unusable"), new IOException("shut"));
        }
    }
}
