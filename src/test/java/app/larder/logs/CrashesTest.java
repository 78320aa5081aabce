package app.larder.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors nobody caught: one code each, shown once, never two at a time. */
class CrashesTest {

    private final List<Crash> shown = new ArrayList<>();
    private final Crashes crashes = new Crashes("0.1.0", _ -> "", shown::add);

    private void caught(Throwable failure) {
        crashes.uncaughtException(Thread.currentThread(), failure);
    }

    private static RuntimeException here(String message) {
        return new IllegalStateException(message, new IllegalArgumentException(message));
    }

    private static RuntimeException elsewhere() {
        return new IllegalStateException("x", new IllegalArgumentException("x"));
    }

    private static int deep(int depth, int wide) {
        return depth == Integer.MAX_VALUE ? wide : deep(depth + 1, wide) + 1;
    }

    private static Throwable overflow(int first) {
        try {
            return new IllegalStateException(String.valueOf(deep(first, first)));
        } catch (StackOverflowError full) {
            return full;
        }
    }

    private static Throwable memory() {
        try {
            return new IllegalStateException(String.valueOf(new long[Integer.MAX_VALUE].length + new long[Integer.MAX_VALUE].length));
        } catch (OutOfMemoryError full) {
            return full;
        }
    }

    private Crash of(Throwable failure) {
        return Crash.of(failure, "0.1.0", new Trace(_ -> ""));
    }

    @Test
    void theCodeSaysWhereItHappenedAndNotWithWhichWords() {
        List<String> codes = new ArrayList<>();
        for (String words : List.of("Plum cake", "Quince jelly")) {
            codes.add(of(here(words)).code());
        }
        assertEquals(codes.getFirst(), codes.getLast());
        assertNotEquals(codes.getFirst(), of(elsewhere()).code());
        assertTrue(codes.getFirst().matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), codes.toString());
        Crash crash = of(here("Plum cake"));
        assertFalse(crash.details().contains("Plum"), crash.details());
        assertTrue(crash.details().contains("CrashesTest.here"), crash.details());
    }

    @Test
    void anEndlessRecursionHasOneCodeWhereverTheStackWasFull() {
        assertEquals(of(overflow(0)).code(), of(overflow(1_000_000)).code());
        assertTrue(of(overflow(0)).details().length() < 20_000);
    }

    @Test
    void aFullStackAndAFullMemoryAreShownAsWell() {
        caught(overflow(0));
        crashes.dismissed();
        caught(memory());
        assertEquals(2, shown.size());
        assertTrue(shown.getFirst().details().contains("StackOverflowError"));
        assertTrue(shown.getLast().details().contains("OutOfMemoryError"));
    }

    @Test
    void theSameIsShownOnceAndAnotherNotWhileOneIsShown() {
        for (int i = 0; i < 100; i++) {
            caught(here("again"));
        }
        assertEquals(1, shown.size());
        caught(elsewhere());
        assertEquals(1, shown.size(), "one is on the screen");
        crashes.dismissed();
        caught(here("again"));
        assertEquals(1, shown.size(), "that one was said");
        caught(overflow(0));
        assertEquals(2, shown.size());
    }

    @Test
    void anErrorWhileOneIsShownEndsThere() {
        Crashes[] own = new Crashes[1];
        List<String> tried = new ArrayList<>();
        own[0] = new Crashes("0.1.0", _ -> "", crash -> {
            tried.add(crash.code());
            own[0].uncaughtException(Thread.currentThread(), elsewhere());
            throw new OutOfMemoryError();
        });
        own[0].uncaughtException(Thread.currentThread(), here("first"));
        assertEquals(1, tried.size());
        own[0].uncaughtException(Thread.currentThread(), overflow(0));
        assertEquals(2, tried.size(), "the next one is tried again");
    }

    @Test
    void failuresThatCauseEachOtherComeToAnEnd() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        assertTrue(of(one).details().contains("caused by"));
    }
}
