package app.larder.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When exchanges are due; time is a number here. */
class RhythmTest {

    private static final long SECOND = 1_000_000_000L;

    private final Rhythm rhythm = new Rhythm(new Random(1), 0);

    private void isAbout(long seconds, long from) {
        long pause = rhythm.due() - from;
        assertTrue(
                pause >= seconds * SECOND / 10 * 9 && pause <= seconds * SECOND / 10 * 11,
                () -> pause + " is not about " + seconds + " s");
    }

    @Test
    void theFirstIsDueAtOnce() {
        assertEquals(0, rhythm.due());
    }

    @Test
    void quietTimesAreAskedLessAndLessOften() {
        long now = 0;
        for (long pause : List.of(5L, 15L, 60L, 300L, 300L)) {
            rhythm.begun();
            rhythm.over(now, false);
            isAbout(pause, now);
            now = rhythm.due();
        }
        rhythm.begun();
        rhythm.over(now, true);
        isAbout(5, now);
    }

    @Test
    void theyAreNotAskedByAllAtTheSameMoment() {
        Rhythm other = new Rhythm(new Random(2), 0);
        rhythm.over(0, false);
        other.over(0, false);
        assertTrue(rhythm.due() != other.due());
    }

    @Test
    void anEditIsDueWhenTypingPauses() {
        rhythm.begun();
        rhythm.over(0, false);
        rhythm.edited(SECOND);
        assertEquals(2 * SECOND, rhythm.due());
        rhythm.edited(3 * SECOND / 2);
        assertEquals(5 * SECOND / 2, rhythm.due());
    }

    @Test
    void whoNeverPausesIsSentAfterFiveSeconds() {
        rhythm.over(0, false);
        rhythm.over(0, false);
        rhythm.over(0, false);
        for (long now = SECOND; now < 8 * SECOND; now += SECOND / 2) {
            rhythm.edited(now);
        }
        assertEquals(6 * SECOND, rhythm.due());
    }

    @Test
    void anEditDuringAnExchangeAsksForAnother() {
        rhythm.begun();
        rhythm.edited(SECOND);
        rhythm.over(SECOND, true);
        assertEquals(2 * SECOND, rhythm.due());
        rhythm.begun();
        rhythm.over(2 * SECOND, true);
        isAbout(5, 2 * SECOND);
    }

    @Test
    void whatIsNoticedIsDueAtOnce() {
        rhythm.begun();
        rhythm.over(0, false);
        rhythm.noticed(SECOND);
        assertEquals(SECOND, rhythm.due());
    }

    @Test
    void whereOnlyPeopleCanHelpEditsDoNotKnock() {
        rhythm.begun();
        rhythm.edited(0);
        rhythm.resting(0);
        isAbout(300, 0);
    }
}
