package app.larder.exchange.input;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads links as people type them and sites send them: http and https only, without user names and passwords. */
final class LinkAddress {

    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_SHOWN = 80;

    private LinkAddress() {}

    /** The address a text names, in ASCII, with a path. */
    static URI of(String text) throws Unreadable {
        try {
            URI uri = new URI(text.replace(" ", "%20").replace("|", "%7C"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new Unreadable(Reason.Kind.NO_WEB_LINK);
            }
            String host = uri.getHost() != null ? uri.getHost() : host(uri.getRawAuthority());
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            int port = uri.getHost() != null ? uri.getPort() : -1;
            if (port > LAST_PORT) {
                throw new Unreadable(Reason.Kind.NO_LINK, shortened(text));
            }
            URI plain = new URI(new URI(scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + query).toASCIIString());
            if (plain.getHost() == null) {
                throw new Unreadable(Reason.Kind.NO_HOST);
            }
            return plain;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new Unreadable(Reason.Kind.NO_LINK, shortened(text)).from(e);
        }
    }

    /** Where a redirect leads; {@code location} is null if the answer does not say. */
    static URI next(URI from, @Nullable String location) throws Unreadable {
        if (location == null || location.isBlank()) {
            throw new Unreadable(Reason.Kind.SENT_NOWHERE, from.getHost());
        }
        try {
            return of(from.resolve(location.strip().replace(" ", "%20")).toString());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Reason.Kind.SENT_ASTRAY, from.getHost()).from(e);
        }
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String host(@Nullable String authority) throws Unreadable {
        if (authority == null || authority.isEmpty() || !authority.matches("[^@:/\\[\\]]+")) {
            throw new Unreadable(Reason.Kind.NO_HOST);
        }
        return IDN.toASCII(URLDecoder.decode(authority, StandardCharsets.UTF_8));
    }
}
