package app.larder.sync;

import static app.larder.sync.Entity.CHAT_MESSAGES;
import static app.larder.sync.Entity.CHAT_SESSIONS;
import static app.larder.sync.Entity.HOUSEHOLD_INGREDIENTS;
import static app.larder.sync.Entity.MESSAGE_DETAILS;
import static app.larder.sync.Entity.PANTRY_MOVES;
import static app.larder.sync.Entity.RECIPES;
import static app.larder.sync.Entity.RECIPE_DETAILS;
import static app.larder.sync.Rows.id;
import static app.larder.sync.Rows.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.NullNode;

/** What every {@link Replica} promises. */
public abstract class ReplicaContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** The replica to try; edits are noted. */
    protected abstract Replica replica();

    /** A person puts a row, new or changed. */
    protected abstract void edit(RowKey key, Image image);

    /** A person deletes a row, and what hangs on it goes too. */
    protected abstract void delete(RowKey key);

    private <T> T look(Function<Replica.Transaction, T> question) {
        return replica().write(question);
    }

    private LocalRow row(RowKey key) {
        return Objects.requireNonNull(look(tx -> tx.load(List.of(key))).get(key));
    }

    private void apply(RowChange... changes) {
        replica().write(tx -> {
            tx.apply(List.of(changes));
            return true;
        });
    }

    private static RowChange put(RowKey key, Image image, long revision, RowChange.Mark mark) {
        return new RowChange(
                key, RowChange.Write.PUT, image, new Shadow(revision, false, image, Map.of("name", NOON)), mark, Map.of(), null);
    }

    private static RowChange gone(RowKey key) {
        return new RowChange(key, RowChange.Write.DELETE, null, null, RowChange.Mark.CLEAN, Map.of(), null);
    }

    private static RowChange marked(RowKey key, RowChange.Mark mark, Map<String, Instant> edited, String reason) {
        return new RowChange(key, RowChange.Write.KEEP, null, null, mark, edited, reason.isEmpty() ? null : reason);
    }

    private Set<RowKey> dirty() {
        return look(tx -> tx.dirty(1_000)).stream().map(Replica.Dirty::key).collect(Collectors.toSet());
    }

    private static Incoming incoming(Entity entity, int number, long revision, boolean deleted, Image image) {
        return new Incoming(
                entity.wire(), id(number), new Shadow(revision, deleted, image, Map.of("name", NOON)), "Laptop");
    }

    private void stage(Incoming... rows) {
        replica().write(tx -> {
            tx.stage(List.of(rows));
            return true;
        });
    }

    @Test
    void aNewRowIsDirtyInAllItsFields() {
        Instant before = Instant.now().minusSeconds(1);
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        LocalRow row = row(key(RECIPES, 1));
        assertTrue(row.dirty());
        assertEquals(Rows.recipe("Soup"), row.current());
        assertNull(row.shadow());
        assertEquals(Set.copyOf(RECIPES.fields()), row.edited().keySet());
        assertTrue(row.edited().values().stream().allMatch(time -> time.isAfter(before)));
        assertEquals(1, look(Replica.Transaction::waiting));
    }

    @Test
    void aChangeIsNotedForItsFieldsOnly() {
        apply(put(key(RECIPES, 1), Rows.recipe("Soup"), 5, RowChange.Mark.CLEAN));
        edit(key(RECIPES, 1), Rows.recipe("Broth").with("prep_time_minutes", Rows.image("{'n': 30}").get("n")));
        assertEquals(Set.of("name", "prep_time_minutes"), row(key(RECIPES, 1)).edited().keySet());
        edit(key(RECIPES, 1), Rows.recipe("Bouillon"));
        assertEquals(Set.of("name", "prep_time_minutes"), row(key(RECIPES, 1)).edited().keySet());
        assertEquals(Rows.recipe("Soup"), Objects.requireNonNull(row(key(RECIPES, 1)).shadow()).image());
    }

    @Test
    void savingWithoutAChangeIsNoEdit() {
        apply(put(key(RECIPES, 1), Rows.recipe("Soup"), 5, RowChange.Mark.CLEAN));
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        assertEquals(Set.of(), dirty());
    }

    @Test
    void whatSyncAppliesIsNoEditAndKeepsTheShadowAsItCame() {
        Image newer = Rows.recipe("Soup").with("stars", Rows.image("{'n': 5}").get("n"));
        apply(put(key(RECIPES, 1), newer, 7, RowChange.Mark.CLEAN));
        LocalRow row = row(key(RECIPES, 1));
        assertFalse(row.dirty());
        assertEquals(Rows.recipe("Soup"), row.current());
        assertEquals(7, assertNotNullShadow(row).revision());
        assertEquals(newer, assertNotNullShadow(row).image());
        assertEquals(Map.of("name", NOON), assertNotNullShadow(row).edited());
    }

    private static Shadow assertNotNullShadow(LocalRow row) {
        assertNotNull(row.shadow());
        return Objects.requireNonNull(row.shadow());
    }

    @Test
    void anUnknownRowIsNoneAndEveryKeyIsAnswered() {
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        Map<RowKey, LocalRow> rows = look(tx -> tx.load(List.of(key(RECIPES, 1), key(RECIPES, 2), key(CHAT_SESSIONS, 1))));
        assertEquals(3, rows.size());
        assertEquals(LocalRow.NONE, rows.get(key(RECIPES, 2)));
    }

    @Test
    void deletingMarksTheRowAndWhatWentWithIt() {
        edit(key(CHAT_SESSIONS, 1), Rows.chat("Dinner"));
        edit(key(CHAT_MESSAGES, 2), Rows.message(id(1), "Hello"));
        edit(key(CHAT_MESSAGES, 3), Rows.message(id(1), "Gone before"));
        edit(key(MESSAGE_DETAILS, 2), Rows.messageDetails());
        Set<RowKey> all = dirty();
        apply(all.stream().map(key -> marked(key, RowChange.Mark.CLEAN, Map.of(), "")).toArray(RowChange[]::new));
        assertEquals(Set.of(), dirty());
        assertEquals(
                Set.of(key(CHAT_MESSAGES, 2), key(CHAT_MESSAGES, 3), key(MESSAGE_DETAILS, 2)),
                Set.copyOf(look(tx -> tx.under(key(CHAT_SESSIONS, 1)))));
        delete(key(CHAT_MESSAGES, 3));
        delete(key(CHAT_SESSIONS, 1));
        assertEquals(all, dirty());
        assertNull(row(key(CHAT_MESSAGES, 2)).current());
        assertEquals(
                Set.of(key(CHAT_MESSAGES, 2), key(MESSAGE_DETAILS, 2)),
                Set.copyOf(look(tx -> tx.deletedUnder(key(CHAT_SESSIONS, 1)))));
        assertEquals(List.of(), look(tx -> tx.under(key(CHAT_SESSIONS, 1))));
    }

    @Test
    void whatTheServerHasDeletedTooIsNotUnderADeletedRow() {
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        edit(key(RECIPE_DETAILS, 1), Rows.details("Salt."));
        delete(key(RECIPES, 1));
        assertEquals(List.of(key(RECIPE_DETAILS, 1)), look(tx -> tx.deletedUnder(key(RECIPES, 1))));
        apply(new RowChange(
                key(RECIPE_DETAILS, 1),
                RowChange.Write.KEEP,
                null,
                new Shadow(9, true, Rows.details("Salt."), Map.of()),
                RowChange.Mark.KEEP,
                Map.of(),
                null));
        assertEquals(List.of(), look(tx -> tx.deletedUnder(key(RECIPES, 1))));
    }

    @Test
    void aRowThatComesBackIsThere() {
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        delete(key(RECIPES, 1));
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        assertEquals(Set.copyOf(RECIPES.fields()), row(key(RECIPES, 1)).edited().keySet());
        assertEquals(List.of(), look(tx -> tx.deletedUnder(key(RECIPES, 1))));
    }

    @Test
    void parentsArePutFirstAndChildrenDeletedFirst() {
        apply(
                put(key(MESSAGE_DETAILS, 2), Rows.messageDetails(), 3, RowChange.Mark.CLEAN),
                put(key(CHAT_MESSAGES, 2), Rows.message(id(1), "Hello"), 3, RowChange.Mark.CLEAN),
                put(key(CHAT_SESSIONS, 1), Rows.chat("Dinner"), 3, RowChange.Mark.CLEAN));
        assertEquals(
                Set.of(key(CHAT_MESSAGES, 2), key(MESSAGE_DETAILS, 2)),
                Set.copyOf(look(tx -> tx.under(key(CHAT_SESSIONS, 1)))));
        apply(gone(key(CHAT_SESSIONS, 1)), gone(key(CHAT_MESSAGES, 2)), gone(key(MESSAGE_DETAILS, 2)));
        assertNull(row(key(MESSAGE_DETAILS, 2)).current());
        assertEquals(Set.of(), dirty());
    }

    @Test
    void aMessageIsMovedOutOfAChatThatIsDeletedInTheSameGo() {
        apply(
                put(key(CHAT_SESSIONS, 1), Rows.chat("Old"), 3, RowChange.Mark.CLEAN),
                put(key(CHAT_MESSAGES, 2), Rows.message(id(1), "Hello"), 3, RowChange.Mark.CLEAN),
                put(key(MESSAGE_DETAILS, 2), Rows.messageDetails(), 3, RowChange.Mark.CLEAN));
        apply(
                gone(key(CHAT_SESSIONS, 1)),
                put(key(CHAT_MESSAGES, 2), Rows.message(id(4), "Hello"), 4, RowChange.Mark.CLEAN),
                put(key(CHAT_SESSIONS, 4), Rows.chat("New"), 4, RowChange.Mark.CLEAN));
        assertEquals(Rows.message(id(4), "Hello"), row(key(CHAT_MESSAGES, 2)).current());
        assertEquals(Rows.messageDetails(), row(key(MESSAGE_DETAILS, 2)).current());
    }

    @Test
    void aMarkIsMergedIntoWhatWasNoted() {
        apply(put(key(RECIPES, 1), Rows.recipe("Soup"), 5, RowChange.Mark.DIRTY));
        apply(marked(key(RECIPES, 1), RowChange.Mark.DIRTY, Map.of("source", NOON), ""));
        apply(marked(key(RECIPES, 1), RowChange.Mark.DIRTY, Map.of("name", NOON.plusSeconds(1)), ""));
        assertTrue(row(key(RECIPES, 1)).dirty());
        assertEquals(Map.of("source", NOON, "name", NOON.plusSeconds(1)), row(key(RECIPES, 1)).edited());
        apply(marked(key(RECIPES, 1), RowChange.Mark.CLEAN, Map.of(), ""));
        assertFalse(row(key(RECIPES, 1)).dirty());
        assertEquals(Map.of(), row(key(RECIPES, 1)).edited());
    }

    @Test
    void aHeldRowIsNotSentUntilSomebodyEditsIt() {
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        apply(marked(key(RECIPES, 1), RowChange.Mark.HELD, Map.of(), "22001"));
        assertEquals(Set.of(), dirty());
        assertEquals(Map.of(key(RECIPES, 1), "22001"), look(Replica.Transaction::held));
        assertEquals(1, look(Replica.Transaction::waiting));
        assertTrue(row(key(RECIPES, 1)).dirty());
        edit(key(RECIPES, 1), Rows.recipe("Broth"));
        assertEquals(Set.of(key(RECIPES, 1)), dirty());
        assertEquals(Map.of(), look(Replica.Transaction::held));
        apply(marked(key(RECIPES, 1), RowChange.Mark.HELD, Map.of(), "22001"));
        apply(marked(key(RECIPES, 1), RowChange.Mark.DIRTY, Map.of(), ""));
        assertEquals(Set.of(key(RECIPES, 1)), dirty());
    }

    @Test
    void groupsAreWholeAndTheLongestWaitingComeFirst() {
        edit(key(HOUSEHOLD_INGREDIENTS, 5), Rows.item("Flour", "500"));
        edit(key(RECIPES, 1), Rows.recipe("Soup"));
        edit(key(RECIPE_DETAILS, 1), Rows.details("Salt."));
        edit(key(PANTRY_MOVES, 6), Rows.move(id(5), "-200"));
        List<Replica.Dirty> first = look(tx -> tx.dirty(1));
        assertEquals(
                Set.of(
                        new Replica.Dirty(key(HOUSEHOLD_INGREDIENTS, 5), id(5)),
                        new Replica.Dirty(key(PANTRY_MOVES, 6), id(5))),
                Set.copyOf(first));
        List<Replica.Dirty> all = look(tx -> tx.dirty(100));
        assertEquals(4, all.size());
        assertEquals(Set.copyOf(first), Set.copyOf(all.subList(0, 2)));
        assertEquals(Set.of(id(1)), all.subList(2, 4).stream().map(Replica.Dirty::group).collect(Collectors.toSet()));
    }

    @Test
    void ofAStagedRowTheNewestCounts() {
        stage(incoming(RECIPES, 1, 5, false, Rows.recipe("Soup")));
        stage(incoming(RECIPES, 1, 7, true, Rows.recipe("Broth")), incoming(CHAT_SESSIONS, 3, 6, false, Rows.chat("Hi")));
        stage(incoming(RECIPES, 1, 6, false, Rows.recipe("Stew")));
        List<Incoming> staged = look(tx -> tx.staged(10));
        assertEquals(
                List.of(
                        incoming(RECIPES, 1, 7, true, Rows.recipe("Broth")),
                        incoming(CHAT_SESSIONS, 3, 6, false, Rows.chat("Hi"))),
                staged);
        assertEquals(new Replica.Staged(2, 1), look(Replica.Transaction::staged));
        replica().write(tx -> {
            tx.unstage(staged.subList(0, 1));
            return true;
        });
        assertEquals(staged.subList(1, 2), look(tx -> tx.staged(10)));
    }

    @Test
    void stagedRowsComeInOrderOfRankAndId() {
        stage(
                incoming(CHAT_MESSAGES, 1, 5, false, Rows.message(id(2), "a")),
                incoming(RECIPES, 9, 5, false, Rows.recipe("a")),
                incoming(RECIPES, 4, 8, false, Rows.recipe("b")),
                incoming(CHAT_SESSIONS, 2, 9, false, Rows.chat("c")));
        assertEquals(
                List.of(id(4), id(9), id(2), id(1)),
                look(tx -> tx.staged(10)).stream().map(Incoming::id).toList());
        assertEquals(2, look(tx -> tx.staged(2)).size());
        assertEquals(
                List.of(id(1)),
                look(tx -> tx.stagedUnder(key(CHAT_SESSIONS, 2))).stream().map(Incoming::id).toList());
    }

    @Test
    void rowsOfANewerProgramWaitForOne() {
        Incoming future = new Incoming("cellar", id(1), new Shadow(4, false, Rows.image("{'wine': 'red'}"), Map.of()), null);
        replica().write(tx -> {
            tx.park(List.of(future));
            return true;
        });
        assertEquals(List.of(), look(Replica.Transaction::parked));
        assertEquals(new Replica.Staged(0, 0), look(Replica.Transaction::staged));
        Incoming now = incoming(RECIPES, 1, 4, false, Rows.recipe("Soup"));
        replica().write(tx -> {
            tx.park(List.of(now));
            return true;
        });
        assertEquals(List.of(now), look(Replica.Transaction::parked));
        assertEquals(List.of(), look(Replica.Transaction::parked));
    }

    @Test
    void whatIsHereAndWhatWasHeardOfIsListedInOrder() {
        int before = look(Replica.Transaction::size);
        apply(
                put(key(CHAT_SESSIONS, 2), Rows.chat("a"), 1, RowChange.Mark.CLEAN),
                put(key(RECIPES, 3), Rows.recipe("b"), 1, RowChange.Mark.CLEAN),
                put(key(RECIPES, 1), Rows.recipe("c"), 1, RowChange.Mark.CLEAN));
        edit(key(RECIPES, 2), Rows.recipe("d"));
        assertEquals(before + 4, look(Replica.Transaction::size));
        List<RowKey> present =
                List.of(key(RECIPES, 1), key(RECIPES, 2), key(RECIPES, 3), key(CHAT_SESSIONS, 2));
        List<RowKey> heard = List.of(key(RECIPES, 1), key(RECIPES, 3), key(CHAT_SESSIONS, 2));
        assertEquals(present, walk((tx, after) -> tx.present(after, 2)));
        assertEquals(heard, walk((tx, after) -> tx.heardOf(after, 2)));
    }

    private interface Page {
        List<RowKey> of(Replica.Transaction tx, Optional<RowKey> after);
    }

    private List<RowKey> walk(Page page) {
        List<RowKey> all = new ArrayList<>();
        Optional<RowKey> after = Optional.empty();
        while (true) {
            Optional<RowKey> from = after;
            List<RowKey> next = look(tx -> page.of(tx, from));
            if (next.isEmpty()) {
                return all.stream().filter(key -> key.entity() != Entity.USERS).toList();
            }
            all.addAll(next);
            after = Optional.of(next.getLast());
        }
    }

    @Test
    void notesAreKeptAndForgotten() {
        assertEquals(Optional.empty(), look(tx -> tx.note(Replica.Slot.STATE)));
        note("{\"a\": 1}");
        note("{\"a\": 2}");
        assertEquals(Optional.of("{\"a\": 2}"), look(tx -> tx.note(Replica.Slot.STATE)));
        assertEquals(Optional.empty(), look(tx -> tx.note(Replica.Slot.IN_FLIGHT)));
        note("");
        assertEquals(Optional.empty(), look(tx -> tx.note(Replica.Slot.STATE)));
    }

    @Test
    void whatCameBeforeAnUpdateMadeItsFieldKnownIsPutIntoTheRowOnceAndIsNoEdit() {
        RowKey details = key(RECIPE_DETAILS, 1);
        Image here = Rows.details("salt").with("notes", NullNode.getInstance());
        Shadow heard = new Shadow(3, false, Rows.details("salt"), Map.of());
        learn("notes");
        replica().write(tx -> {
            tx.apply(List.of(
                    put(key(RECIPES, 1), Rows.recipe("Soup"), 3, RowChange.Mark.CLEAN),
                    new RowChange(details, RowChange.Write.PUT, here, heard, RowChange.Mark.CLEAN, Map.of(), null)));
            return true;
        });
        learn("");
        assertEquals("salt", Objects.requireNonNull(row(details).current()).get("notes").asString());
        assertFalse(row(details).dirty());
        replica().write(tx -> {
            tx.apply(List.of(
                    new RowChange(details, RowChange.Write.PUT, here, null, RowChange.Mark.KEEP, Map.of(), null)));
            return true;
        });
        learn("");
        assertTrue(Objects.requireNonNull(row(details).current()).get("notes").isNull(), "it was filled in twice");
    }

    /** Sync begins, in a program that knows all fields; before, one worked here that did not know this one. */
    private void learn(String unknown) {
        replica().write(tx -> {
            NewFields.learn(tx);
            tx.note(Replica.Slot.FIELDS, tx.note(Replica.Slot.FIELDS).orElseThrow().replace("\"" + unknown + "\",", ""));
            return true;
        });
    }

    private void note(String json) {
        replica().write(tx -> {
            tx.note(Replica.Slot.STATE, json);
            return true;
        });
    }

    @Test
    void aFailureLeavesNothing() {
        assertThrows(IllegalArgumentException.class, () -> replica().write(tx -> {
            tx.apply(List.of(put(key(RECIPES, 1), Rows.recipe("Soup"), 3, RowChange.Mark.DIRTY)));
            tx.stage(List.of(incoming(RECIPES, 2, 3, false, Rows.recipe("Soup"))));
            tx.note(Replica.Slot.STATE, "{}");
            throw new IllegalArgumentException("planned");
        }));
        assertEquals(LocalRow.NONE, row(key(RECIPES, 1)));
        assertEquals(new Replica.Staged(0, 0), look(Replica.Transaction::staged));
        assertEquals(Optional.empty(), look(tx -> tx.note(Replica.Slot.STATE)));
    }

    @Test
    void thePersonIsNeverDeleted() {
        Collection<RowKey> people = look(tx -> tx.present(Optional.empty(), 1));
        apply(people.stream().filter(key -> key.entity() == Entity.USERS).map(ReplicaContract::gone).toArray(RowChange[]::new));
        assertEquals(people, look(tx -> tx.present(Optional.empty(), 1)));
    }

    @Test
    void whatSyncDidCanBeToldOfRowsAndOfMany() {
        replica().write(tx -> {
            tx.tell(List.of(
                    new Activity(NOON, Activity.Kind.RECEIVED, key(RECIPES, 1), 1, "Laptop"),
                    new Activity(NOON, Activity.Kind.STARTED_OVER, null, 12, null)));
            return true;
        });
        replica().barrier();
    }
}
