package app.larder.updates;

import app.larder.account.KeptFile;
import app.larder.account.Seal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Reads the number of the newest Larder. The answer is a line of plain text with a version in it and nothing else. Nothing is
 * sent but the request for it: no version, no name, no cookie. Whatever fails, there is simply no newer one. Blocks.
 */
public final class UpdateCheck {

    /** Where the newest version's number stands. The one address Larder asks by itself, once that is allowed. */
    public static final URI ADDRESS = URI.create("https://larder.example/newest-version.txt");

    /** Where a newer Larder is to be had. */
    public static final URI PAGE = URI.create("https://larder.example/");

    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int BYTES = 200;

    private final URI address;
    private final KeptFile asked;
    private final InstantSource clock;
    private final Duration longest;

    /**
     * For a data folder.
     *
     * @param address where to ask, {@link #ADDRESS} but in tests
     * @param home where it is noted when that was asked last; must exist
     */
    public UpdateCheck(URI address, Path home, InstantSource clock) {
        this(address, home, clock, LONGEST);
    }

    UpdateCheck(URI address, Path home, InstantSource clock, Duration longest) {
        this.longest = longest;
        this.address = address;
        this.asked = new KeptFile(home.resolve("updates-asked"), Seal.NONE);
        this.clock = clock;
    }

    /**
     * The number of a version that is newer; empty if there is none, that can't be said, or it was asked within a day.
     *
     * @param own the version that is running
     */
    public Optional<String> newer(String own) {
        Optional<Version> running = Version.of(own);
        if (running.isEmpty() || !due()) {
            return Optional.empty();
        }
        return ask().flatMap(Version::of).filter(found -> found.compareTo(running.get()) > 0).map(Version::toString);
    }

    /** Notes that it is asked now before it is: whatever goes wrong, it is not asked more often. */
    private boolean due() {
        Instant now = clock.instant();
        try {
            Optional<Instant> last = asked.read().flatMap(UpdateCheck::instant);
            if (last.isPresent() && Duration.between(last.get(), now).abs().compareTo(BETWEEN) < 0) {
                return false;
            }
            asked.write(now.toString());
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private Optional<String> ask() {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(longest)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(longest)
                    .header("User-Agent", "Larder")
                    .build();
            HttpResponse<String> answer = client.sendAsync(
                            request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), BYTES))
                    .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (CompletionException | IllegalArgumentException unreachable) {
            return Optional.empty();
        }
    }
}
