package app.larder.exchange.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the page a link leads to, within limits: http and https only, allowed addresses only at every redirect, at
 * most five redirects, so many seconds, so many bytes after unpacking.
 *
 * <p>All addresses of a host are resolved and judged right before the connection is made, and the JDK keeps that answer
 * for its own look-up (30 s unless configured otherwise), so a name that changes its address between the two is not
 * followed to the new one.
 */
public final class LinkReader implements AutoCloseable {

    /** Most redirects followed. */
    public static final int MOST_REDIRECTS = 5;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final HttpClient client;
    private final AddressRule rule;
    private final Limits limits;

    /**
     * How long and how much.
     *
     * @param connect longest wait for a connection
     * @param answer longest wait for each answer's head
     * @param whole longest time for a link with all its redirects and its content
     * @param bytes most bytes of content, counted after unpacking
     */
    public record Limits(Duration connect, Duration answer, Duration whole, int bytes) {

        /** What a home connection needs and no more. */
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), 10_000_000);
    }

    public LinkReader(AddressRule rule, Limits limits) {
        this.rule = rule;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /** A reader with the usual limits that asks public addresses only. */
    public static LinkReader usual() {
        return new LinkReader(AddressRule.PUBLIC, Limits.USUAL);
    }

    /**
     * Fetches a link.
     *
     * @param link an http or https address as typed
     * @param cancelled asked between pieces of the answer; once true, reading stops
     * @throws Unreadable if it can't be fetched, with the reason
     */
    public Content read(String link, BooleanSupplier cancelled) throws Unreadable {
        long end = System.nanoTime() + limits.whole().toNanos();
        URI address = address(link.strip());
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            check(address);
            HttpResponse<InputStream> answer = send(address);
            try (InputStream body = answer.body()) {
                if (REDIRECTS.contains(answer.statusCode())) {
                    address = next(address, answer.headers().firstValue("Location").orElse(null));
                    continue;
                }
                return content(link, address, answer, body, () -> cancelled.getAsBoolean() || System.nanoTime() > end);
            } catch (IOException e) {
                throw new Unreadable("The connection to " + address.getHost() + " broke off.", e);
            }
        }
        throw new Unreadable(address.getHost() + " sent us on more than " + MOST_REDIRECTS + " times.");
    }

    @Override
    public void close() {
        client.close();
    }

    private static URI address(String text) throws Unreadable {
        try {
            URI uri = new URI(text.replace(" ", "%20").replace("|", "%7C"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new Unreadable("Only links that begin with http:// or https:// can be read.");
            }
            String host = uri.getHost() != null ? uri.getHost() : host(uri.getRawAuthority());
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            int port = uri.getHost() != null ? uri.getPort() : -1;
            return new URI(new URI(scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + query).toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new Unreadable("\"" + shortened(text) + "\" is not a link.", e);
        }
    }

    private static String host(@Nullable String authority) throws Unreadable {
        if (authority == null || authority.isEmpty() || !authority.matches("[^@:/\\[\\]]+")) {
            throw new Unreadable("The link names no host.");
        }
        return IDN.toASCII(java.net.URLDecoder.decode(authority, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static URI next(URI from, @Nullable String location) throws Unreadable {
        if (location == null || location.isBlank()) {
            throw new Unreadable(from.getHost() + " sent us on without saying where.");
        }
        try {
            return address(from.resolve(location.strip().replace(" ", "%20")).toString());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(from.getHost() + " sent us on to something that is not a link.", e);
        }
    }

    private void check(URI address) throws Unreadable {
        String host = address.getHost();
        if (host == null) {
            throw new Unreadable("The link names no host.");
        }
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Unreadable("There is no " + host + ", or this computer is offline.", e);
        }
        for (InetAddress each : all) {
            if (!rule.allows(each)) {
                throw new Unreadable("The link leads to " + host + ", an address inside a home or company network, which is not read.");
            }
        }
    }

    private HttpResponse<InputStream> send(URI address) throws Unreadable {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limits.answer())
                .header("User-Agent", "Larder (recipe import)")
                .header("Accept", "text/html,application/xhtml+xml,application/ld+json,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.1")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new Unreadable(address.getHost() + " did not answer in time.", e);
        } catch (IOException e) {
            throw new Unreadable("Could not connect to " + address.getHost() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("Reading was stopped.", e);
        }
    }

    private Content content(
            String link, URI address, HttpResponse<InputStream> answer, InputStream body, BooleanSupplier stop)
            throws Unreadable, IOException {
        String host = address.getHost();
        int status = answer.statusCode();
        if (status != 200 && status != 203) {
            throw new Unreadable(switch (status) {
                case 401, 402, 403, 429, 451 -> host + " does not let programs read this page (" + status + ").";
                case 404, 410 -> host + " has no such page (" + status + ").";
                default -> host + " could not deliver the page (" + status + ").";
            });
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (kind.matches("(image|audio|video|font)/.*") || kind.matches("application/(pdf|zip|octet-stream|.*officedocument.*)")) {
            throw new Unreadable("The link leads to a file of type " + kind + ", not to a page.");
        }
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        byte[] bytes;
        try {
            bytes = switch (encoding) {
                case "", "identity" -> limited(body, host, stop);
                case "gzip", "x-gzip" -> limited(new GZIPInputStream(body), host, stop);
                default -> throw new Unreadable(host + " sent the page packed in a way (" + shortened(encoding) + ") that can't be read.");
            };
        } catch (ZipException e) {
            throw new Unreadable("The page " + host + " sent is damaged.", e);
        }
        Matcher charset = CHARSET.matcher(type);
        Decoding.Decoded decoded = Decoding.decode(bytes, charset.find() ? charset.group(1) : null);
        return new Content(link, decoded.text(), address.toString(), decoded.problems());
    }

    private byte[] limited(InputStream in, String host, BooleanSupplier stop) throws IOException, Unreadable {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[16 * 1024];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            if (out.size() + n > limits.bytes()) {
                throw new Unreadable("The page " + host + " sent is larger than " + size(limits.bytes()) + ".");
            }
            if (stop.getAsBoolean()) {
                throw new Unreadable("Reading " + host + " took too long or was stopped.");
            }
            out.write(piece, 0, n);
        }
        return out.toByteArray();
    }

    private static String size(int bytes) {
        return bytes >= 1_000_000 ? bytes / 1_000_000 + " MB" : bytes / 1_000 + " kB";
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
