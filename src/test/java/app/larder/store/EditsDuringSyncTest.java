package app.larder.store;

import static app.larder.sync.Entity.CHAT_MESSAGES;
import static app.larder.sync.Entity.CHAT_SESSIONS;
import static app.larder.sync.Entity.HOUSEHOLD_INGREDIENTS;
import static app.larder.sync.Entity.RECIPES;
import static app.larder.sync.Entity.RECIPE_DETAILS;
import static app.larder.sync.Rows.id;
import static app.larder.sync.Rows.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.sync.Image;
import app.larder.sync.LocalRow;
import app.larder.sync.Replica;
import app.larder.sync.RowChange;
import app.larder.sync.RowChange.Mark;
import app.larder.sync.RowChange.Write;
import app.larder.sync.RowKey;
import app.larder.sync.Rows;
import app.larder.sync.Shadow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People type while rows arrive: nothing they type is lost, and nobody sees half of what arrives. */
class EditsDuringSyncTest {

    private static final int MANY = 10_000;

    private final LocalRows here = LocalRows.inMemory();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        here.close();
    }

    private static RowChange arrives(RowKey key, Image image) {
        return new RowChange(key, Write.PUT, image, new Shadow(9, false, image, Map.of()), Mark.CLEAN, Map.of(), null);
    }

    private LocalRow row(RowKey key) {
        return Objects.requireNonNull(here.replica().write(tx -> tx.load(List.of(key))).get(key));
    }

    private static boolean isHere(Replica.Transaction tx, RowKey key) {
        return Objects.requireNonNull(tx.load(List.of(key)).get(key)).current() != null;
    }

    private void isThere(int number, String name) {
        here.replica().write(tx -> {
            tx.apply(List.of(arrives(key(RECIPES, number), Rows.recipe(name))));
            return true;
        });
    }

    /** What the engine does with a row that arrives, as far as it matters here: an edit stays. */
    private static boolean receive(Replica.Transaction tx, List<RowKey> keys) {
        Map<RowKey, LocalRow> rows = tx.load(keys);
        tx.apply(keys.stream()
                .filter(key -> !Objects.requireNonNull(rows.get(key)).dirty())
                .map(key -> arrives(key, Rows.recipe("Arrived")))
                .toList());
        return true;
    }

    private CompletableFuture<Void> typed(RowKey key, Image image) {
        return CompletableFuture.runAsync(
                () -> here.edit(key, image), task -> Thread.ofVirtual().start(task));
    }

    /** Goes on with harmless work until the edit is done, or sync gives way to it. */
    private static void until(CompletableFuture<Void> edit, Replica.Transaction tx) {
        List<RowKey> nobody =
                IntStream.range(50_000, 50_200).mapToObj(i -> key(RECIPES, i)).toList();
        for (int i = 0; i < 10_000 && !edit.isDone(); i++) {
            tx.load(nobody);
        }
        assertTrue(!edit.isDone() || !edit.isCompletedExceptionally());
    }

    @Test
    void anEditOfARowThatIsJustBeingWrittenGoesFirst() {
        isThere(1, "Before");
        here.replica().write(tx -> {
            receive(tx, List.of(key(RECIPES, 1), key(RECIPES, 2)));
            if (runs.incrementAndGet() == 1) {
                until(typed(key(RECIPES, 1), Rows.recipe("Typed")), tx);
            }
            return true;
        });
        assertEquals(2, runs.get());
        assertEquals(Rows.recipe("Typed"), row(key(RECIPES, 1)).current());
        assertTrue(row(key(RECIPES, 1)).dirty());
        assertEquals(Rows.recipe("Arrived"), row(key(RECIPES, 2)).current());
    }

    @Test
    void anEditOfARowThatWasOnlyReadCounts() {
        isThere(1, "Before");
        here.replica().write(tx -> {
            tx.load(List.of(key(RECIPES, 1)));
            if (runs.incrementAndGet() == 1) {
                until(typed(key(RECIPES, 1), Rows.recipe("Typed")), tx);
            }
            return receive(tx, List.of(key(RECIPES, 1)));
        });
        assertEquals(2, runs.get());
        assertEquals(Rows.recipe("Typed"), row(key(RECIPES, 1)).current());
    }

    @Test
    void anEditOfAnotherRowGoesInBetween() {
        isThere(1, "Before");
        here.replica().write(tx -> {
            runs.incrementAndGet();
            receive(tx, List.of(key(RECIPES, 2)));
            until(typed(key(RECIPES, 1), Rows.recipe("Typed")), tx);
            return true;
        });
        assertEquals(1, runs.get());
        assertEquals(Rows.recipe("Typed"), row(key(RECIPES, 1)).current());
        assertEquals(Rows.recipe("Arrived"), row(key(RECIPES, 2)).current());
    }

    @Test
    void aMessageSentIntoAChatThatIsBeingDeletedIsSeen() {
        here.replica().write(tx -> {
            tx.apply(List.of(arrives(key(CHAT_SESSIONS, 1), Rows.chat("Dinner"))));
            return true;
        });
        here.replica().write(tx -> {
            boolean empty = tx.under(key(CHAT_SESSIONS, 1)).isEmpty();
            if (runs.incrementAndGet() == 1) {
                until(typed(key(CHAT_MESSAGES, 2), Rows.message(id(1), "Wait")), tx);
            }
            if (empty) {
                tx.apply(List.of(new RowChange(
                        key(CHAT_SESSIONS, 1), Write.DELETE, null, null, Mark.CLEAN, Map.of(), null)));
            }
            return true;
        });
        assertEquals(2, runs.get());
        assertEquals(Rows.message(id(1), "Wait"), row(key(CHAT_MESSAGES, 2)).current());
    }

    @Test
    void aParentThatIsDeletedInBetweenIsMissedInTheSecondRun() {
        isThere(1, "Before");
        here.replica().write(tx -> {
            boolean first = runs.incrementAndGet() == 1;
            boolean there = first || isHere(tx, key(RECIPES, 1));
            if (first) {
                until(CompletableFuture.runAsync(() -> here.delete(key(RECIPES, 1))), tx);
            }
            if (there) {
                tx.apply(List.of(arrives(key(RECIPE_DETAILS, 1), Rows.details("Salt."))));
            }
            return true;
        });
        assertEquals(2, runs.get());
        assertNull(row(key(RECIPE_DETAILS, 1)).current());
    }

    @Test
    void whoeverAlwaysMeetsSyncWaitsForItInTheEnd() {
        isThere(1, "Before");
        here.replica().write(tx -> {
            receive(tx, List.of(key(RECIPES, 1), key(RECIPES, 2)));
            if (runs.incrementAndGet() < 4) {
                until(typed(key(RECIPES, runs.get() == 1 ? 2 : 1), Rows.recipe("Typed " + runs.get())), tx);
            }
            return true;
        });
        assertEquals(4, runs.get());
        assertEquals(Rows.recipe("Typed 3"), row(key(RECIPES, 1)).current());
        assertEquals(Rows.recipe("Typed 1"), row(key(RECIPES, 2)).current());
    }

    @Test
    void tenThousandRowsArriveWhileSomebodyTypes() {
        List<RowKey> all = IntStream.range(0, MANY).mapToObj(i -> key(CHAT_MESSAGES, i)).toList();
        here.edit(key(CHAT_SESSIONS, 1), Rows.chat("Dinner"));
        AtomicBoolean arrived = new AtomicBoolean();
        Set<Long> seen = new ConcurrentSkipListSet<>();
        List<String> typed = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.execute(() -> {
                while (!arrived.get()) {
                    seen.add(here.rows().pantry().all().stream().count());
                }
            });
            people.execute(() -> {
                for (int i = 0; !arrived.get(); i++) {
                    here.edit(key(RECIPES, i), Rows.recipe("Typed " + i));
                    typed.add("Typed " + i);
                }
            });
            here.replica().write(tx -> {
                for (int from = 0; from < MANY; from += 500) {
                    tx.apply(all.subList(from, from + 500).stream()
                            .map(key -> arrives(key, Rows.message(id(1), "Hello")))
                            .toList());
                    tx.apply(List.of(arrives(key(HOUSEHOLD_INGREDIENTS, from), Rows.item("Flour", "1"))));
                }
                return true;
            });
            arrived.set(true);
        }
        assertTrue(Set.of(0L, (long) MANY / 500).containsAll(seen), seen.toString());
        assertTrue(typed.size() > 1, "nobody got in");
        for (int i = 0; i < typed.size(); i++) {
            assertEquals(Rows.recipe(typed.get(i)), row(key(RECIPES, i)).current());
        }
    }
}
