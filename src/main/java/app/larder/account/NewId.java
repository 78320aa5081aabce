package app.larder.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes ids on this computer that no other computer makes and that sort by the time they were made: UUID version 7 (RFC
 * 9562, section 5.7), with the part of the millisecond in {@code rand_a} (section 6.2, method 3).
 */
public final class NewId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NANOS_IN_A_MILLI = 1_000_000;

    private NewId() {}

    /** A fresh id of that time. */
    public static UUID at(Instant now) {
        long nanosOfMilli = Duration.between(now.truncatedTo(ChronoUnit.MILLIS), now).toNanos();
        long partOfMilli = nanosOfMilli * 4096 / NANOS_IN_A_MILLI;
        long high = now.toEpochMilli() << 16 | 0x7000 | partOfMilli;
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
