package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimersTest {

    private int rings;
    private Instant now = Instant.parse("2026-03-03T18:00:00Z");
    private final Notices notices = new Notices();
    private final Timers timers = new Timers(() -> now, notices, Texts.in(Locale.UK), () -> rings++);

    @Test
    void aTimerCountsDownAndSaysWhenItsTimeIsUp() {
        timers.start(Duration.ofMinutes(10), "Soup", 2);
        pass(Duration.ofMinutes(4));

        KitchenTimer timer = timers.list().getFirst();
        assertEquals(Duration.ofMinutes(6), timer.leftProperty().get());
        assertNull(notices.currentProperty().get());

        pass(Duration.ofMinutes(7));
        assertEquals(KitchenTimer.State.OVER, timer.stateProperty().get());
        assertEquals(
                "Time is up: step 2 of “Soup”",
                Objects.requireNonNull(notices.currentProperty().get()).text());
    }

    @Test
    void theBellRingsEveryFiveSecondsForAMinuteUnlessStopped() {
        timers.start(Duration.ofMinutes(1), "Soup", 1);
        pass(Duration.ofSeconds(59));
        assertEquals(0, rings);

        pass(Duration.ofSeconds(1));
        assertEquals(1, rings);
        pass(Duration.ofSeconds(2));
        assertEquals(1, rings);
        pass(Duration.ofSeconds(3));
        assertEquals(2, rings);
        pass(Duration.ofMinutes(5));
        pass(Duration.ofSeconds(5));
        assertEquals(2, rings);

        timers.start(Duration.ofSeconds(1), "Bread", 1);
        pass(Duration.ofSeconds(1));
        assertEquals(3, rings);
        timers.stop(timers.list().getLast());
        pass(Duration.ofSeconds(6));
        assertEquals(3, rings);
    }

    @Test
    void severalRunAtOnceAndTheNoticeStopsItsOwn() {
        timers.start(Duration.ofMinutes(10), "Soup", 1);
        timers.start(Duration.ofMinutes(1), "Bread", 3);
        pass(Duration.ofMinutes(2));

        Objects.requireNonNull(Objects.requireNonNull(notices.currentProperty().get()).run()).run();

        assertEquals(1, timers.count());
        assertEquals("Soup", timers.list().getFirst().recipe());
    }

    @Test
    void aPausedTimerKeepsItsTimeAndGoesOnFromThere() {
        timers.start(Duration.ofMinutes(10), "Soup", 1);
        KitchenTimer timer = timers.list().getFirst();
        pass(Duration.ofMinutes(1));
        timer.pauseOrGoOn();
        pass(Duration.ofHours(1));
        assertEquals(Duration.ofMinutes(9), timer.leftProperty().get());

        timer.pauseOrGoOn();
        pass(Duration.ofMinutes(2));
        assertEquals(Duration.ofMinutes(7), timer.leftProperty().get());
    }

    @Test
    void aMinuteMoreCountsForARunningAPausedAndAFinishedTimer() {
        timers.start(Duration.ofMinutes(2), "Soup", 1);
        KitchenTimer timer = timers.list().getFirst();
        pass(Duration.ofMinutes(1));
        timer.addMinute();
        assertEquals(Duration.ofMinutes(2), timer.leftProperty().get());

        timer.pauseOrGoOn();
        timer.addMinute();
        pass(Duration.ofMinutes(5));
        assertEquals(Duration.ofMinutes(3), timer.leftProperty().get());

        timer.pauseOrGoOn();
        pass(Duration.ofMinutes(3));
        assertEquals(KitchenTimer.State.OVER, timer.stateProperty().get());
        timer.addMinute();
        assertEquals(KitchenTimer.State.RUNNING, timer.stateProperty().get());
        assertEquals(Duration.ofMinutes(1), timer.leftProperty().get());
    }

    @Test
    void timeIsShownAsAClockWithTheSecondBegun() {
        assertEquals("9:05", TimersBar.digits(Duration.ofSeconds(545)));
        assertEquals("0:01", TimersBar.digits(Duration.ofMillis(10)));
        assertEquals("1:00:00", TimersBar.digits(Duration.ofHours(1)));
        assertEquals("0:00", TimersBar.digits(Duration.ZERO));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        timers.tick();
    }
}
