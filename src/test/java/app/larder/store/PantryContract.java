package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.larder.account.NewId;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.HouseholdIngredientRepository;
import app.larder.pantry.PantryMove;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link HouseholdIngredientRepository} promises, whatever database is under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class PantryContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Place place;
    private HouseholdIngredientRepository pantry;
    private final AtomicInteger people = new AtomicInteger();

    abstract Place open(Path folder);

    @BeforeAll
    void openPlace(@TempDir Path folder) {
        place = open(folder);
    }

    @AfterAll
    void close() {
        place.close();
    }

    @BeforeEach
    void somebodyNew() {
        pantry = pantryOf("cook " + people.incrementAndGet());
    }

    private HouseholdIngredientRepository pantryOf(String name) {
        return place.newcomer(name).pantry();
    }

    @Test
    void thingsComeBackAsTheyWereAddedSortedByName() {
        HouseholdIngredient rice = item("rice", "2 x 400", "g");
        HouseholdIngredient apples = item("Äpfel", null, null);
        HouseholdIngredient butter = item("butter", "about 180", "g");

        assertEquals(List.of(rice, apples, butter), pantry.add(List.of(rice, apples, butter)));
        assertEquals(List.of(apples, butter, rice), pantry.all());
        assertEquals(Optional.of(rice), pantry.find(rice.id()));
        assertEquals(Optional.empty(), pantry.find(UUID.randomUUID()));
    }

    @Test
    void aMoveIsStoredWithTheNewAmountOrNotAtAll() throws SQLException {
        HouseholdIngredient rice = item("rice", "500", "g");
        pantry.add(List.of(rice));
        PantryMove used = new PantryMove(NewId.at(NOON), rice.id(), "-200", "g", NOON);
        HouseholdIngredient left = rice.withAmount("300", "g");
        assertEquals(Optional.of(left), pantry.update(left, used));
        assertThrows(RuntimeException.class, () -> pantry.update(rice.withAmount("100", "g"), used));
        assertEquals(Optional.of(left), pantry.find(rice.id()));
        assertEquals(Optional.empty(), pantry.update(item("gone", "1", "g"), used));
        assertEquals(
                List.of("-200 | g"),
                place.rows("select delta, unit from larder.pantry_moves where item_id = '" + rice.id() + "'"));
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        HouseholdIngredient precise = new HouseholdIngredient(
                NewId.at(NOON), "milk", null, null, null, Instant.parse("2026-03-01T12:00:00.123456789Z"));

        assertEquals(NOON, pantry.add(List.of(precise)).getFirst().addedAt());
        assertEquals(NOON, pantry.all().getFirst().addedAt());
    }

    @Test
    void anUpdateReplacesAThing() {
        HouseholdIngredient rice = pantry.add(List.of(item("rice", "1", "kg"))).getFirst();

        assertEquals(
                Optional.of(rice.withAmount("800", "g")), pantry.update(rice.withAmount("800", "g")));
        assertEquals(List.of(rice.withAmount("800", "g")), pantry.all());
        assertEquals(Optional.empty(), pantry.update(item("nowhere", null, null)));
    }

    @Test
    void theTrashGivesBackWhatWasThrownAway() {
        HouseholdIngredient rice = pantry.add(List.of(item("rice", "1", "kg"))).getFirst();

        assertEquals(1, pantry.trash(List.of(rice.id(), UUID.randomUUID())));
        assertEquals(List.of(), pantry.all());
        assertEquals(0, pantry.purgeTrash(NOON));
        assertEquals(1, pantry.restore(List.of(rice.id())));
        assertEquals(List.of(rice), pantry.all());
        pantry.trash(List.of(rice.id()));
        assertEquals(1, pantry.purgeTrash(Instant.now().plusSeconds(60)));
        assertEquals(0, pantry.restore(List.of(rice.id())));
    }

    @Test
    void nobodySeesOrChangesSomebodyElsesThings() {
        HouseholdIngredient mine = pantry.add(List.of(item("rice", "1", "kg"))).getFirst();
        HouseholdIngredientRepository others = pantryOf("other " + people.incrementAndGet());

        assertEquals(List.of(), others.all());
        assertEquals(Optional.empty(), others.find(mine.id()));
        assertEquals(Optional.empty(), others.update(mine.withAmount("0", "kg")));
        assertEquals(0, others.trash(List.of(mine.id())));
        assertThrows(UncheckedIOException.class, () -> others.add(List.of(mine)));
        assertEquals(List.of(mine), pantry.all());
    }

    @Test
    void brokenCharactersAndNamelessThingsAreRefused() {
        for (HouseholdIngredient bad :
                List.of(item(" ", null, null), item("a\0", null, null), item("rice", "\ud800", null))) {
            assertThrows(IllegalArgumentException.class, () -> pantry.add(List.of(bad)));
        }
    }

    private static HouseholdIngredient item(String name, @Nullable String quantity, @Nullable String unit) {
        return new HouseholdIngredient(NewId.at(Instant.now()), name, quantity, unit, "baking", NOON);
    }
}
