package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.larder.account.SecretShelf.Place;
import app.larder.store.CipherChange;
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
}
