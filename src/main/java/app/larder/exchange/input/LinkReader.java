package app.larder.exchange.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the page a link leads to, within limits: http and https only, allowed addresses only at every redirect, at
 * most five redirects, so many seconds, so many bytes before and after unpacking. Whatever the other side does or leaves
 * undone, a call ends soon after it is cancelled or its time is over.
 *
 * <p>All addresses of a host are resolved and judged right before the connection is made, and the JDK keeps that answer
 * for its own look-up (30 s unless configured otherwise), so a name that changes its address between the two is not
 * followed to the new one.
 */
public final class LinkReader implements AutoCloseable {

    /** Most redirects followed. */
    public static final int MOST_REDIRECTS = 5;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PAGES = Set.of(200, 203);
    private static final long GLANCE_MILLIS = 50;
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

    /** Asks addresses that rule allows, within those limits. */
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
     * @param cancelled asked again and again while waiting; once true, reading stops
     * @throws Unreadable if it can't be fetched, with the reason
     */
    public Content read(String link, BooleanSupplier cancelled) throws Unreadable {
        Wait wait = new Wait(cancelled, System.nanoTime() + limits.whole().toNanos());
        URI address = LinkAddress.of(link.strip());
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            check(address, wait);
            HttpResponse<byte[]> answer = send(address, wait);
            if (!REDIRECTS.contains(answer.statusCode())) {
                return content(link, address, answer);
            }
            address = LinkAddress.next(address, answer.headers().firstValue("Location").orElse(null));
        }
        throw new Unreadable(Reason.Kind.SENT_ON, address.getHost(), MOST_REDIRECTS);
    }

    /** Takes no more links; what is still under way ends within its limits, nobody waits for it. */
    @Override
    public void close() {
        client.shutdown();
    }

    /** How long one link may still take, and whether anybody still wants it. */
    private final class Wait {

        private final BooleanSupplier cancelled;
        private final long end;

        Wait(BooleanSupplier cancelled, long end) {
            this.cancelled = cancelled;
            this.end = end;
        }

        /** What a future comes to, unless the wait ends before. */
        <T> T until(CompletableFuture<T> future, String host) throws Unreadable, ExecutionException {
            while (!cancelled.getAsBoolean()) {
                if (System.nanoTime() - end > 0) {
                    throw new Unreadable(Reason.Kind.TOO_LONG, host, Math.max(1, limits.whole().toSeconds()));
                }
                try {
                    return future.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException later) {
                    // Nothing yet: look again whether anybody still waits.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Unreadable(Reason.Kind.STOPPED).from(e);
                }
            }
            throw new Unreadable(Reason.Kind.STOPPED);
        }
    }

    private void check(URI address, Wait wait) throws Unreadable {
        String host = address.getHost();
        InetAddress[] all;
        try {
            all = wait.until(CompletableFuture.supplyAsync(() -> addresses(host), Thread::startVirtualThread), host);
        } catch (ExecutionException e) {
            throw new Unreadable(Reason.Kind.UNKNOWN_HOST, host).from(e);
        }
        for (InetAddress each : all) {
            if (!rule.allows(each)) {
                throw new Unreadable(Reason.Kind.INSIDE, host);
            }
        }
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private HttpResponse<byte[]> send(URI address, Wait wait) throws Unreadable {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limits.answer())
                .header("User-Agent", "Larder (recipe import)")
                .header("Accept", "text/html,application/xhtml+xml,application/ld+json,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.1")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        AtomicReference<@Nullable PageBody> begun = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        try {
            return wait.until(
                    client.sendAsync(request, head -> {
                        PageBody body = new PageBody(PAGES.contains(head.statusCode()) ? limits.bytes() : 0);
                        begun.set(body);
                        if (over.get()) {
                            body.giveUp();
                        }
                        return body;
                    }),
                    address.getHost());
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof HttpTimeoutException;
            throw new Unreadable(
                    late ? Reason.Kind.NO_ANSWER : begun.get() == null ? Reason.Kind.NO_CONNECTION : Reason.Kind.BROKEN_OFF,
                    address.getHost()).from(e);
        } finally {
            over.set(true);
            PageBody body = begun.get();
            if (body != null) {
                body.giveUp();
            }
        }
    }

    private Content content(String link, URI address, HttpResponse<byte[]> answer) throws Unreadable {
        String host = address.getHost();
        int status = answer.statusCode();
        if (!PAGES.contains(status)) {
            Reason.Kind kind = switch (status) {
                case 401, 402, 403, 429, 451 -> Reason.Kind.NO_PROGRAMS;
                case 404, 410 -> Reason.Kind.NO_PAGE;
                default -> Reason.Kind.NOT_DELIVERED;
            };
            throw new Unreadable(kind, host, String.valueOf(status));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (kind.matches("(image|audio|video|font)/.*") || kind.matches("application/(pdf|zip|octet-stream|.*officedocument.*)")) {
            throw new Unreadable(Reason.Kind.OTHER_TYPE, LinkAddress.shortened(kind));
        }
        byte[] bytes = unpacked(answer, host);
        if (bytes.length > limits.bytes()) {
            int most = limits.bytes();
            throw new Unreadable(
                    Reason.Kind.PAGE_TOO_LARGE, host, most >= 1_000_000 ? most / 1_000_000 + " MB" : most / 1_000 + " kB");
        }
        Matcher charset = CHARSET.matcher(type);
        Decoding.Decoded decoded = Decoding.decode(bytes, charset.find() ? charset.group(1) : null);
        return new Content(link, decoded.text(), address.toString(), decoded.problems());
    }

    /** The content without its packing, longer than the limit if it is too long. */
    private byte[] unpacked(HttpResponse<byte[]> answer, String host) throws Unreadable {
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        byte[] body = answer.body();
        if (encoding.isEmpty() || encoding.equals("identity") || body.length > limits.bytes()) {
            return body;
        }
        if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
            throw new Unreadable(Reason.Kind.OTHER_PACKING, host, LinkAddress.shortened(encoding));
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(limits.bytes() + 1);
        } catch (IOException e) {
            throw new Unreadable(Reason.Kind.DAMAGED, host).from(e);
        }
    }
}
