package app.larder.pantry.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.pantry.HouseholdIngredient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Pantry room shows and does, with no toolkit, over H2 in memory. */
class PantryViewModelTest {

    private static final PantryFixture FIXTURE = new PantryFixture();

    private final PantryViewModel model = FIXTURE.model(Background.direct(), Locale.ENGLISH);

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @BeforeEach
    void clear() {
        FIXTURE.clear();
        FIXTURE.notices.dismiss();
    }

    private void add(String... lines) {
        for (String line : lines) {
            model.lineProperty().set(line);
            model.add();
        }
    }

    private List<String> shown() {
        return model.rowsProperty().get().stream()
                .map(r -> (r.heading() == null ? "" : r.heading() + " | ") + r.item().name() + " " + r.amount())
                .toList();
    }

    private UUID id(String name) {
        return model.rowsProperty().get().stream()
                .filter(r -> r.item().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Notices.Notice notice() {
        return Objects.requireNonNull(FIXTURE.notices.currentProperty().get(), "a notice");
    }

    @Test
    void anEmptyPantrySaysSoAndFillsLineByLine() {
        model.load();
        assertEquals(RoomState.EMPTY, model.stateProperty().get());
        add("8 eggs", "3 onions");
        assertEquals(RoomState.READY, model.stateProperty().get());
        assertEquals("", model.lineProperty().get());
        assertEquals("2 things at home", model.summaryProperty().get());
        assertEquals(List.of("VEGETABLES · 1 | Onions 3", "DAIRY AND EGGS · 1 | Eggs 8"), shown());
        assertEquals(id("Onions"), model.revealedProperty().get());
    }

    @Test
    void theLineIsUnderstoodWhileItIsTyped() {
        model.load();
        add("1 x 400 g tins chopped tomatoes");
        model.lineProperty().set("2 x 400 g tins chopped tomatoes");
        assertEquals(
                new Preview("2 × 400 g", "Chopped tomatoes", "Tins and jars", "adds to the 1 × 400 g at home", null),
                model.previewProperty().get());
        model.add();
        assertEquals(List.of("TINS AND JARS · 1 | Chopped tomatoes 3 × 400 g"), shown());
        assertEquals(Preview.NONE, model.previewProperty().get());
        FIXTURE.notices.undo();
        assertEquals(List.of("TINS AND JARS · 1 | Chopped tomatoes 1 × 400 g"), shown());
    }

    @Test
    void aLineThatCannotBeKeptStaysWithTheReason() {
        model.load();
        String line = "x".repeat(400);
        add(line);
        assertEquals(line, model.lineProperty().get());
        assertEquals("Name is too long: at most 300 characters.", model.previewProperty().get().problem());
        assertEquals(RoomState.EMPTY, model.stateProperty().get());
    }

    @Test
    void whatIsThereUncountedIsPointedAtInsteadOfAddedTwice() {
        model.load();
        add("salt", "pepper", "salt");
        assertEquals("2 things at home", model.summaryProperty().get());
        assertEquals("Salt is already in the pantry", notice().text());
        assertEquals(id("Salt"), model.revealedProperty().get());
    }

    @Test
    void theFilterFindsByNameInAnyNumberAndByCategory() {
        model.load();
        add("3 tomatoes", "8 eggs", "1 l milk");
        model.filterProperty().set("tomato");
        assertEquals(List.of("VEGETABLES · 1 | Tomatoes 3"), shown());
        model.filterProperty().set("DAIRY");
        assertEquals(List.of("DAIRY AND EGGS · 2 | Eggs 8", "Milk 1 l"), shown());
        assertEquals("2 of 3 things at home", model.summaryProperty().get());
        model.filterProperty().set("saffron");
        assertEquals(RoomState.NOTHING_FOUND, model.stateProperty().get());
        model.filterProperty().set("");
        assertEquals(3, shown().size());
    }

    @Test
    void columnsOrderTheTableWithinTheirCategoriesOrWithout() {
        model.load();
        add("300 g carrots", "1 kg potatoes", "2 onions", "8 eggs");
        model.orderProperty().set(model.orderProperty().get().click(Column.QUANTITY));
        assertEquals(
                List.of("VEGETABLES · 3 | Carrots 300 g", "Potatoes 1 kg", "Onions 2", "DAIRY AND EGGS · 1 | Eggs 8"), shown());
        model.orderProperty().set(model.orderProperty().get().click(Column.QUANTITY));
        assertEquals(
                List.of("VEGETABLES · 3 | Onions 2", "Potatoes 1 kg", "Carrots 300 g", "DAIRY AND EGGS · 1 | Eggs 8"), shown());
        model.orderProperty().set(new TableOrder(Column.NAME, false, false));
        assertEquals(List.of("Carrots 300 g", "Eggs 8", "Onions 2", "Potatoes 1 kg"), shown());
        model.orderProperty().set(new TableOrder(Column.CATEGORY, true, true));
        assertEquals("DAIRY AND EGGS · 1 | Eggs 8", shown().getFirst());
    }

    @Test
    void whatCameHomeLastComesFirstAtTheFirstClick() {
        FIXTURE.full();
        model.load();
        model.orderProperty().set(TableOrder.DEFAULT.withGrouped(false).click(Column.ADDED));
        assertEquals("Milk 1 l", shown().getFirst());
        assertEquals("Salt ", shown().getLast());
    }

    @Test
    void everyCellCanBeEdited() {
        model.load();
        add("8 eggs");
        UUID eggs = id("Eggs");
        edit(eggs, Column.NAME, "Duck eggs");
        edit(eggs, Column.QUANTITY, "use 3");
        edit(eggs, Column.CATEGORY, "aunt may's fridge");
        edit(eggs, Column.ADDED, "yesterday");
        PantryRow row = model.rowsProperty().get().getFirst();
        assertEquals("AUNT MAY'S FRIDGE · 1", row.heading());
        assertEquals(List.of("Duck eggs", "5", "aunt may's fridge", "yesterday"), texts(row));
        edit(eggs, Column.CATEGORY, "dairy AND eggs");
        assertEquals("DAIRY_EGGS", FIXTURE.items.find(eggs).orElseThrow().category());
        edit(eggs, Column.CATEGORY, "");
        edit(eggs, Column.QUANTITY, "");
        assertEquals("OTHER · 1", model.rowsProperty().get().getFirst().heading());
        HouseholdIngredient stored = FIXTURE.items.find(eggs).orElseThrow();
        assertNull(stored.category());
        assertNull(stored.quantity());
    }

    private static List<String> texts(PantryRow row) {
        return List.of(
                row.text(Column.NAME), row.text(Column.QUANTITY), row.text(Column.CATEGORY), row.text(Column.ADDED));
    }

    private void edit(UUID id, Column column, String typed) {
        model.startEdit(id, column);
        assertTrue(model.commitEdit(typed), typed);
        assertNull(model.rowsProperty().get().getFirst().edit());
    }

    @Test
    void badInputIsRefusedWithTheReasonAndKept() {
        model.load();
        add("250 g butter");
        UUID butter = id("Butter");
        refused(butter, Column.NAME, "  ", "It needs a name.");
        refused(butter, Column.QUANTITY, "use 2 tins", "That amount cannot be added to or taken from what is there.");
        refused(butter, Column.CATEGORY, "\0", "Category has a broken character in it, which cannot be stored.");
        refused(butter, Column.ADDED, "tomorrow", "Not a day in the past. Try “yesterday”, “3 days ago” or “2026-03-21”.");
        assertTrue(model.cancelEdit());
        assertFalse(model.cancelEdit());
        assertEquals(List.of("DAIRY AND EGGS · 1 | Butter 250 g"), shown());
    }

    private void refused(UUID id, Column column, String typed, String problem) {
        model.startEdit(id, column);
        assertFalse(model.commitEdit(typed));
        assertEquals(new RowEdit(id, column, typed, problem), model.rowsProperty().get().getFirst().edit());
    }

    @Test
    void leavingACellAsItWasSavesNothing() {
        model.load();
        add("8 eggs");
        FIXTURE.notices.dismiss();
        edit(id("Eggs"), Column.ADDED, "today");
        assertNull(FIXTURE.notices.currentProperty().get());
    }

    @Test
    void stepsCountWithoutANoticeUntilSomethingIsUsedUp() {
        model.load();
        add("2 eggs", "250 g butter");
        FIXTURE.notices.dismiss();
        model.step(List.of(id("Eggs"), id("Butter")), true);
        assertEquals(List.of("DAIRY AND EGGS · 2 | Butter 300 g", "Eggs 3"), shown());
        assertNull(FIXTURE.notices.currentProperty().get());
        UUID eggs = id("Eggs");
        for (int i = 0; i < 3; i++) {
            model.step(List.of(eggs), false);
        }
        assertEquals(List.of("DAIRY AND EGGS · 1 | Butter 300 g"), shown());
        assertEquals("Eggs used up and taken off the list", notice().text());
        FIXTURE.notices.undo();
        assertEquals(List.of("DAIRY AND EGGS · 2 | Butter 300 g", "Eggs 1"), shown());
    }

    @Test
    void aRunOfStepsIsTakenBackAsOneAndKeepsOtherChanges() {
        model.load();
        add("500 g flour", "8 eggs");
        UUID flour = id("Flour");
        edit(flour, Column.QUANTITY, "use 200 g");
        for (int i = 0; i < 10; i++) {
            model.step(List.of(flour), true);
        }
        assertTrue(shown().toString().contains("Flour 800 g"), shown().toString());
        FIXTURE.notices.undo();
        assertTrue(shown().toString().contains("Flour 300 g"), shown().toString());
        FIXTURE.notices.undo();
        assertTrue(shown().toString().contains("Flour 500 g"), shown().toString());
        assertTrue(shown().toString().contains("Eggs 8"), shown().toString());
    }

    @Test
    void otherRoomsHearOfWhatIsTakenBack() {
        model.load();
        add("8 eggs");
        model.delete(List.of(id("Eggs")));
        int before = FIXTURE.undone;
        FIXTURE.notices.undo();
        assertEquals(before + 1, FIXTURE.undone);
    }

    @Test
    void whatWasChangedSinceIsSaidToStay() {
        model.load();
        add("500 g flour");
        FIXTURE.pantry.edit(FIXTURE.items.all().getFirst().withName("Rye flour"));
        FIXTURE.notices.undo();
        assertTrue(shown().toString().contains("Rye flour 500 g"), shown().toString());
        assertEquals("Flour was changed since and stays as it is.", notice().text());
    }

    @Test
    void severalThingsAreDeletedTogetherAndComeBackTogether() {
        model.load();
        add("8 eggs", "1 l milk", "salt");
        model.delete(List.of(id("Eggs"), id("Milk")));
        assertEquals(List.of("SPICES · 1 | Salt "), shown());
        assertEquals("2 things deleted", notice().text());
        FIXTURE.notices.undo();
        assertEquals(3, shown().size());
        assertEquals(3, FIXTURE.items.all().size());
    }

    @Test
    void revealingSomethingTheFilterHidesClearsTheFilter() {
        model.load();
        add("8 eggs", "salt");
        UUID salt = id("Salt");
        model.filterProperty().set("eggs");
        model.reveal(salt);
        assertEquals("", model.filterProperty().get());
        assertEquals(salt, model.revealedProperty().get());
    }

    @Test
    void aPantryThatDoesNotOpenSaysSoAndAChangeThatFailsIsNotLost() {
        Failing disk = new Failing();
        PantryViewModel room = FIXTURE.model(disk, Locale.ENGLISH);
        room.load();
        assertEquals(RoomState.FAILED, room.stateProperty().get());
        disk.fails = false;
        room.load();
        assertEquals(RoomState.EMPTY, room.stateProperty().get());
        disk.fails = true;
        room.lineProperty().set("8 eggs");
        room.add();
        assertEquals("8 eggs", room.lineProperty().get());
        assertEquals(Notices.Kind.PROBLEM, notice().kind());
        assertNotNull(notice().action());
    }

    @Test
    void workHappensInTheOrderItWasAskedFor() {
        Later later = new Later();
        InOrder work = new InOrder(later);
        List<Integer> done = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            int number = i;
            work.run(() -> number, done::add, _ -> {});
        }
        assertEquals(1, later.waiting.size());
        later.finishOne();
        later.finishOne();
        assertEquals(List.of(1, 2), done);
        later.finishOne();
        assertEquals(List.of(1, 2, 3), done);
    }

    /** A disk that can be unplugged. */
    private static final class Failing implements Background {
        private boolean fails = true;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            if (fails) {
                failed.accept(new UncheckedIOException(new IOException("no disk")));
            } else {
                Background.direct().run(work, done, failed);
            }
        }

        @Override
        public void onScreen(Runnable change) {
            change.run();
        }

        @Override
        public void close() {}
    }

    /** Work that is done when the test says so. */
    private static final class Later implements Background {
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            waiting.add(() -> Background.direct().run(work, done, failed));
        }

        private void finishOne() {
            waiting.removeFirst().run();
        }

        @Override
        public void onScreen(Runnable change) {
            change.run();
        }

        @Override
        public void close() {}
    }
}
