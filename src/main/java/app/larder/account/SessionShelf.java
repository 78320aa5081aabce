package app.larder.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Memory. */
final class SessionShelf implements SecretShelf {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public Place place() {
        return Place.SESSION;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keep(String name, String secret) {
        secrets.put(name, secret);
    }

    @Override
    public void forget(String name) {
        secrets.remove(name);
    }
}
