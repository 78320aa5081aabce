package app.larder.chat.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is asked, and how.
 *
 * @param wire the language it speaks
 * @param base the address up to what all its paths share, as {@link #base(String, Wire)} makes it
 * @param key what lets us in; null for none. Never part of an address, a message or {@link #toString}
 * @param firstByte how long it may say nothing at all
 * @param idle how long it may fall silent in the middle
 */
public record Endpoint(Wire wire, URI base, @Nullable String key, Duration firstByte, Duration idle) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final Duration SLOW = Duration.ofMinutes(3);
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** An address with the usual patience: a model on this computer may have to be loaded first. */
    public static Endpoint of(Wire wire, String address, @Nullable String key) {
        URI base = base(address, wire);
        boolean here = isLoopback(base);
        return new Endpoint(wire, base, key, here ? LOADING : USUAL, here ? SLOW : USUAL);
    }

    /**
     * The base of an address as people type it: with or without scheme, {@code /v1}, a path of ours or a slash at the end.
     *
     * @throws IllegalArgumentException if it is no http or https address, or carries a password
     */
    public static URI base(String typed, Wire wire) {
        String address = typed.strip();
        if (!address.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
            boolean here = address.matches("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");
            address = (here ? "http://" : "https://") + address;
        }
        address = address.replaceAll("/+$", "").replaceAll("/(chat/completions|messages|models|api/chat|api/tags)$", "");
        if (wire == Wire.OLLAMA) {
            address = address.replaceAll("/(v1|api)$", "");
        } else if (URI.create(address).getPath().isEmpty()) {
            address += "/v1";
        }
        URI base = URI.create(address);
        String scheme = base.getScheme().toLowerCase(Locale.ROOT);
        if (base.getHost() == null || base.getUserInfo() != null || !Set.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException("no address of a model");
        }
        return base;
    }

    /** Whether what is sent there stays on this computer. */
    public boolean isLocal() {
        return isLoopback(base);
    }

    /** Host, and port if one is named, for people to read. */
    public String host() {
        return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }

    /** Whether a key would travel readable for everybody on the way. */
    public boolean sendsKeyInClear() {
        return key != null && base.getScheme().equalsIgnoreCase("http") && !isLocal();
    }

    private static boolean isLoopback(URI base) {
        return LOOPBACK.contains(base.getHost().toLowerCase(Locale.ROOT));
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    public Endpoint withLimits(Duration newFirstByte, Duration newIdle) {
        return new Endpoint(wire, base, key, newFirstByte, newIdle);
    }

    @Override
    public String toString() {
        return wire + " at " + host();
    }
}
