package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewIdTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00.123456Z");

    @Test
    void anIdIsAVersionSevenUuidThatHoldsItsTime() {
        UUID id = NewId.at(NOON);

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOON.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void twoIdsOfTheSameMomentDiffer() {
        assertNotEquals(NewId.at(NOON), NewId.at(NOON));
    }

    @Test
    void idsSortByTheirTimeEvenWithinAMillisecond() {
        String before = NewId.at(NOON).toString();
        String after = NewId.at(NOON.plusNanos(10_000)).toString();

        assertTrue(before.compareTo(after) < 0, before + " " + after);
    }
}
