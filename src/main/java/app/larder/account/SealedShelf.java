package app.larder.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A shelf that other people can reach too, like the keychain of an account of the operating system that several share:
 * what is put there is sealed if its person has a password.
 *
 * @param shelf where it is put
 * @param seal the person's
 */
record SealedShelf(SecretShelf shelf, Seal seal) implements SecretShelf {

    /** Tells what is sealed; no address and no sign-in begins so. */
    private static final String SEALED = "sealed:";

    @Override
    public Place place() {
        return shelf.place();
    }

    @Override
    public boolean works() {
        return shelf.works();
    }

    /** What another key sealed counts as gone; what was kept before the person had a password is sealed now. */
    @Override
    public Optional<String> find(String name) {
        Optional<String> kept = shelf.find(name);
        if (kept.isPresent() && kept.get().startsWith(SEALED)) {
            return opened(kept.get().substring(SEALED.length()));
        }
        if (kept.isPresent() && seal.hides()) {
            keep(name, kept.get());
        }
        return kept;
    }

    private Optional<String> opened(String text) {
        try {
            return Optional.of(new String(seal.open(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String name, String secret) {
        shelf.keep(
                name,
                seal.hides()
                        ? SEALED + Base64.getEncoder().encodeToString(seal.seal(secret.getBytes(StandardCharsets.UTF_8)))
                        : secret);
    }

    @Override
    public void forget(String name) {
        shelf.forget(name);
    }
}
