package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.pantry.AmountEdit;
import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Using and adding leaves a move beside the new amount; counting leaves none. */
class PantryMovesTest {

    private static final Place PLACE = Place.h2Memory();
    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00.123456Z");

    private final Pantry pantry =
            new Pantry(PLACE.newcomer("cook " + System.nanoTime()).pantry(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterAll
    static void close() {
        PLACE.close();
    }

    private HouseholdIngredient thing(String line) {
        return Optional.ofNullable(pantry.add(line).orElseThrow().after()).orElseThrow();
    }

    private List<String> moves(HouseholdIngredient item) throws SQLException {
        return PLACE.rows(
                "select delta, unit from larder.pantry_moves where item_id = '" + item.id() + "' order by id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500 g flour        | use 200 g      | -200 | g | 200 | g",
        "1 kg flour         | use 200 g      | -0.2 | kg | 200 | g",
        "1 kg flour         | use 900 g      | -0.9 | kg | 900 | g",
        "1 l milk           | +500 ml        | 1/2 | l | -1/2 | l",
        "8 eggs             | use 3          | -3 | null | 3 | null",
        "2 x 400 g tomatoes | use 1          | -400 | g | 400 | g",
        "1/2 lemon          | +1             | 1 | null | -1 | null",
    })
    void whatIsUsedOrAddedIsAMove(
            String line, String typed, String delta, String unit, String back, String backUnit) throws SQLException {
        HouseholdIngredient item = thing(line);
        Change done = pantry.move(item.id(), AmountEdit.of(typed)).orElseThrow();
        assertEquals(List.of(delta + " | " + unit), moves(item));
        pantry.undo(done);
        assertEquals(Set.of(delta + " | " + unit, back + " | " + backUnit), Set.copyOf(moves(item)));
    }

    @Test
    void buttonsAndMoreOfTheSameAreMoves() throws SQLException {
        HouseholdIngredient eggs = thing("8 eggs");
        pantry.step(eggs.id(), true);
        pantry.add("4 eggs");
        assertEquals(Set.of("1 | null", "4 | null"), Set.copyOf(moves(eggs)));
    }

    @Test
    void whatWasCountedIsNone() throws SQLException {
        HouseholdIngredient eggs = thing("8 eggs");
        pantry.move(eggs.id(), AmountEdit.of("5"));
        pantry.edit(eggs.withAmount("4", null));
        pantry.edit(eggs.withAmount("4", null).withName("Brown eggs"));
        assertEquals(List.of(), moves(eggs));
    }

    @Test
    void whatCookingLeavesIsAMove() throws SQLException {
        HouseholdIngredient eggs = thing("8 eggs");
        pantry.use(eggs.withAmount("6", null));
        assertEquals(List.of("-2 | null"), moves(eggs));
    }

    @Test
    void whatCannotBeReckonedWithIsNone() throws SQLException {
        HouseholdIngredient salt = thing("salt");
        pantry.use(salt.withAmount("some", null));
        assertEquals(List.of(), moves(salt));
    }
}
