package app.larder.chat;

import app.larder.account.SecretShelf.Place;
import app.larder.account.SecretShelves;
import app.larder.words.FileFailure;
import java.util.List;
import java.util.Optional;

/** The keys to models, one a host, on the shelves for secrets and nowhere else. Calls block. */
public final class ChatKeys {

    private static final String NAME = "chat key for ";

    private final SecretShelves shelves;

    /** Keys on those shelves. */
    public ChatKeys(SecretShelves shelves) {
        this.shelves = shelves;
    }

    /** Where a key can be kept on this computer, the best place first: the keychain only where there is one. */
    public List<Place> places() {
        return shelves.places();
    }

    /** The key to a host; empty if there is none. */
    Optional<String> find(String host) {
        return place(host).flatMap(place -> shelves.find(place, NAME + host));
    }

    /** Where the key to a host is kept; empty if there is none. */
    public Optional<Place> place(String host) {
        return places().stream().filter(place -> shelves.find(place, NAME + host).isPresent()).findFirst();
    }

    /**
     * Keeps the key to a host at one place and at no other. Blanks around it are left out.
     *
     * @throws FileFailure with a sentence for people, if it can't be kept there
     */
    public void keep(Place place, String host, String key) {
        shelves.keep(place, NAME + host, key.strip());
    }

    /**
     * Forgets the key to a host, wherever it is.
     *
     * @throws FileFailure with a sentence for people, if it may still lie somewhere
     */
    public void forget(String host) {
        place(host).ifPresent(place -> shelves.forget(place, NAME + host));
    }
}
