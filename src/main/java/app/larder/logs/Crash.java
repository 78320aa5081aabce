package app.larder.logs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.Map;

/**
 * An error nobody expected.
 *
 * @param code the same for the same error in the same version, like {@code 4K7M-2QXA}: eight of 32 signs from the SHA-256 of
 *     the classes and methods in its trace, without line numbers
 * @param details for whoever is asked for help; nothing of what people keep is in it
 */
public record Crash(String code, String details) {

    /** No I, L, O and U, which are misread; after Crockford's Base32. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** What a place in an endless recursion is: one that comes again and again. */
    private static final int RECURSION = 20;

    /** What an error means, in that version of Larder. */
    static Crash of(Throwable failure, String version, Trace trace) {
        String code = code(failure);
        String about = "Larder %s, error %s\n%s %s %s, Java %s, %s MB\n"
                .formatted(
                        version,
                        code,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20);
        return new Crash(code, about + trace.of(failure));
    }

    private static String code(Throwable failure) {
        StringBuilder places = new StringBuilder();
        Trace.chain(failure, t -> {
            places.append(t.getClass().getName()).append('\n');
            if (t instanceof StackOverflowError) {
                recursion(t, places);
            } else {
                Arrays.stream(t.getStackTrace()).map(Crash::place).forEach(places::append);
            }
        });
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(places.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(SIGNS.charAt(hash[i] & 31));
        }
        return code.toString();
    }

    /** Where exactly the stack was full is chance. */
    private static void recursion(Throwable failure, StringBuilder places) {
        Map<String, Integer> times = new TreeMap<>();
        Arrays.stream(failure.getStackTrace()).map(Crash::place).forEach(place -> times.merge(place, 1, Integer::sum));
        times.forEach((place, count) -> places.append(count < RECURSION ? "" : place));
    }

    /** A class and method without the numbers that differ from start to start. */
    private static String place(StackTraceElement frame) {
        return (frame.getClassName() + "." + frame.getMethodName())
                        .replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda")
                        .replaceAll("\\d+", "")
                + "\n";
    }
}
