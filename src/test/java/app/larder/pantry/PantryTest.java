package app.larder.pantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.kitchen.Category;
import app.larder.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pantry's rules, over H2 in memory. */
class PantryTest {

    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00.123456Z");
    private static final Database DATABASE = Database.memory("pantry-rules");
    private static final HouseholdIngredientRepository ITEMS =
            DATABASE.openFor(DATABASE.localUser("anna")).pantry();

    private final Pantry pantry = new Pantry(ITEMS, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void clear() {
        ITEMS.trash(ITEMS.all().stream().map(HouseholdIngredient::id).toList());
        ITEMS.purgeTrash(NOW.plus(Duration.ofDays(10_000)));
    }

    private List<String> contents() {
        return pantry.all().stream()
                .map(i -> i.name() + ": " + new AmountText(i.quantity(), i.unit()).display())
                .toList();
    }

    private HouseholdIngredient only() {
        assertEquals(1, pantry.all().size(), () -> String.valueOf(contents()));
        return pantry.all().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "2 x 400 g tins chopped tomatoes | Chopped tomatoes   | 2 x 400   | g              | TINS_JARS",
        "8 eggs                          | Eggs               | 8         | -              | DAIRY_EGGS",
        "butter 250 g                    | Butter             | 250       | g              | DAIRY_EGGS",
        "about 180 g parmesan            | Parmesan           | about 180 | g              | DAIRY_EGGS",
        "1,5 kg Mehl Type 550            | Mehl Type 550      | 1,5       | kg             | GRAINS_BAKING",
        "flour, type 550, 1.5 kg         | Flour, type 550    | 1.5       | kg             | GRAINS_BAKING",
        "2 packs spaghetti (500 g)       | Spaghetti          | 2         | packs (500 g)  | GRAINS_BAKING",
        "2 Dosen Tomaten à 400 g         | Tomaten            | 2 x 400   | g              | TINS_JARS",
        "1-2 onions                      | Onions             | 1-2       | -              | VEGETABLES",
        "1 Stück Ingwer                  | Ingwer             | 1         | -              | VEGETABLES",
        "salt                            | Salt               | -         | -              | SPICES",
    })
    void aTypedLineBecomesARow(String line, String name, String quantity, String unit, Category category) {
        pantry.add(line);
        HouseholdIngredient row = only();
        assertEquals(name, row.name());
        assertEquals(quantity, row.quantity());
        assertEquals(unit, row.unit());
        assertEquals(category.name(), row.category());
        assertEquals(NOW, row.addedAt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8 eggs             | 4 eggs                 | Eggs: 12",
        "1 egg              | 11 Eggs                | Egg: 12",
        "2 tomatoes         | 1 tomato               | Tomatoes: 3",
        "3 Zwiebeln         | 1 Zwiebel              | Zwiebeln: 4",
        "500 g flour        | 1 kg flour             | Flour: 1500 g",
        "1 kg flour         | 500 g flour            | Flour: 1.5 kg",
        "1,5 kg Mehl        | 250 g Mehl             | Mehl: 1,75 kg",
        "1 l milk           | 500 ml milk            | Milk: 1.5 l",
        "1/2 lemon          | 1 lemon                | Lemon: 1 1/2",
        "1 x 400 g tomatoes | 2 x 400 g tomatoes     | Tomatoes: 3 × 400 g",
        "2 x 400 g tomatoes | 400 g tomatoes         | Tomatoes: 3 × 400 g",
        "2 x 400 g tomatoes | 1 x 250 g tomatoes     | Tomatoes: 1050 g",
        "about 180 g feta   | 100 g feta             | Feta: about 280 g",
        "2 packs pasta (500 g) | 1 pack pasta (500 g) | Pasta: 3 packs (500 g)",
        "1 Dose Mais        | 2 Dosen Mais           | Mais: 3 Dose",
    })
    void theSameThingInUnitsThatConvertIsAddedUpExactly(String first, String second, String expected) {
        pantry.add(first);
        HouseholdIngredient before = only();
        Optional<Change> change = pantry.add(second);
        assertEquals(List.of(expected), contents());
        assertEquals(before.id(), only().id());
        assertEquals(Optional.of(new Change(before, only())), change);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "250 g butter          | 2 packs butter",
        "1 bag spinach (250 g) | 1 bag spinach (500 g)",
        "1 bag spinach (250 g) | 1 bag spinach",
        "2 large tins beans    | 1 small tin beans",
        "salt                  | 500 g salt",
        "500 g salt            | salt",
        "1/2 lb butter         | 200 g butter",
        "2 eggs                | 1 eggplant",
        "1 l milk              | 400 ml coconut milk",
        "1-2 onions            | 3 onions",
    })
    void whatDoesNotAddUpStandsInARowOfItsOwn(String first, String second) {
        pantry.add(first);
        pantry.add(second);
        assertEquals(2, pantry.all().size(), () -> String.valueOf(contents()));
    }

    @Test
    void whatIsThereUncountedIsNotAddedTwice() {
        pantry.add("salt");
        assertEquals(Optional.empty(), pantry.add("Salt"));
        assertEquals(List.of("Salt: "), contents());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "250 g butter       | use 200 g       | 50 g",
        "250 g butter       | -50             | 200 g",
        "250 g butter       | + 250 g         | 500 g",
        "1.8 kg flour       | 200 g used      | 1.6 kg",
        "1 kg flour         | use 800 g       | 200 g",
        "1 l Milch          | use 250 ml      | 750 ml",
        "1,8 kg Mehl        | 200 g verbraucht | 1,6 kg",
        "8 eggs             | use 3           | 5",
        "8 eggs             | nimm 2          | 6",
        "8 eggs             | bought 6        | 14",
        "3 x 400 g tomatoes | use 1           | 2 × 400 g",
        "3 x 400 g tomatoes | use 1 tin       | 2 × 400 g",
        "3 x 400 g tomatoes | use 400 g       | 2 × 400 g",
        "3 x 400 g tomatoes | use 200 g       | 1000 g",
        "about 180 g feta   | use 80 g        | about 100 g",
        "1 lb butter        | use 200 g       | about 254 g",
        "8 eggs             | a dozen or so   | a dozen or so",
        "8 eggs             | 2 x 6           | 2 × 6",
        "250 g butter       | 2 packs (250 g) | 2 packs (250 g)",
    })
    void anAmountIsMovedOrReplacedByWhatIsTyped(String line, String typed, String expected) {
        pantry.add(line);
        HouseholdIngredient before = only();
        assertTrue(pantry.move(before.id(), AmountEdit.of(typed)).isPresent());
        assertEquals(expected, new AmountText(only().quantity(), only().unit()).display());
        assertEquals(before.addedAt(), only().addedAt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "250 g butter | use 250 g", "250 g butter | use 1 kg", "8 eggs | -8", "1 x 400 g tomatoes | use 1 tin",
    })
    void whatIsUsedUpGoesToTheTrashAndComesBackAsItWas(String line, String typed) {
        pantry.add(line);
        HouseholdIngredient before = only();
        Change change = pantry.move(before.id(), AmountEdit.of(typed)).orElseThrow();
        assertEquals(new Change(before, null), change);
        assertEquals(List.of(), contents());
        pantry.undo(change);
        assertEquals(before, only());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2 packs pasta (500 g) | use 200 g", "250 g butter | use 1 tin", "salt | use 5 g", "1-2 onions | +1",
    })
    void amountsThatCannotBeReckonedWithEachOtherAreRefused(String line, String typed) {
        pantry.add(line);
        HouseholdIngredient before = only();
        InvalidPantryItemException refused = assertThrows(
                InvalidPantryItemException.class, () -> pantry.move(before.id(), AmountEdit.of(typed)));
        assertEquals(PantryProblem.Kind.UNLIKE, refused.problems().getFirst().kind());
        assertEquals(before, only());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8 eggs             | 9         | 7",
        "250 g butter       | 300 g     | 200 g",
        "80 g walnuts       | 90 g      | 70 g",
        "1.8 kg flour       | 1.9 kg    | 1.7 kg",
        "5 kg potatoes      | 5.5 kg    | 4.5 kg",
        "2 x 400 g tomatoes | 3 × 400 g | 1 × 400 g",
        "3 tins beans       | 4 tins    | 2 tins",
        "1 cup rice         | 1 1/4 cup | 3/4 cup",
    })
    void oneStepUpOrDownIsAHandyOne(String line, String up, String down) {
        pantry.add(line);
        HouseholdIngredient before = only();
        pantry.step(before.id(), true);
        assertEquals(up, new AmountText(only().quantity(), only().unit()).display());
        pantry.edit(before);
        pantry.step(before.id(), false);
        assertEquals(down, new AmountText(only().quantity(), only().unit()).display());
    }

    @Test
    void theLastOneTakenIsUsedUp() {
        pantry.add("1 egg");
        Change change = pantry.step(only().id(), false).orElseThrow();
        assertEquals(null, change.after());
        assertEquals(List.of(), contents());
    }

    @Test
    void whatIsNotCountedHasNoSteps() {
        pantry.add("salt");
        assertEquals(Optional.empty(), pantry.step(only().id(), true));
    }

    @Test
    void everyChangeCanBeTakenBack() {
        Change added = pantry.add("8 eggs").orElseThrow();
        Change merged = pantry.add("4 eggs").orElseThrow();
        Change edited = pantry.edit(only().withName("Duck eggs").withCategory("Aunt May")).orElseThrow();
        assertEquals("Aunt May", only().category());
        pantry.undo(edited);
        assertEquals(List.of("Eggs: 12"), contents());
        pantry.undo(merged);
        assertEquals(List.of("Eggs: 8"), contents());
        pantry.undo(added);
        assertEquals(List.of(), contents());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500 g flour        | use 200 g | 800 g     | 1000 g",
        "500 g flour        | use 200 g | 0.8 kg    | 1 kg",
        "500 g flour        | +200 g    | 1 kg      | 800 g",
        "500 g flour        | +200 g    | 100 g     | 100 g",
        "500 g flour        | +200 g    | 200 g     | 200 g",
        "500 g flour        | use 200 g | 2 bags    | 2 bags",
        "500 g flour        | plenty    | 800 g     | 800 g",
        "3 x 400 g tomatoes | use 1     | 5 x 400 g | 6 × 400 g",
        "8 eggs             | use 3     | 15        | 18",
    })
    void takingBackAnAmountKeepsWhatHappenedToItSince(String line, String change, String since, String expected) {
        pantry.add(line);
        UUID id = only().id();
        Change first = pantry.move(id, AmountEdit.of(change)).orElseThrow();
        pantry.move(id, AmountEdit.of(since));
        pantry.edit(only().withCategory("Aunt May"));
        pantry.undo(first);
        assertEquals(expected, new AmountText(only().quantity(), only().unit()).display());
        assertEquals("Aunt May", only().category());
    }

    @Test
    void takingBackAnEditTouchesOnlyTheFieldsThatItChangedAndThatStayedSo() {
        pantry.add("8 eggs");
        Change edited = pantry.edit(only().withName("Duck eggs").withCategory("Aunt May")).orElseThrow();
        pantry.edit(only().withCategory("Cellar").withAmount("9", null));
        pantry.undo(edited);
        assertEquals(List.of("Eggs: 9"), contents());
        assertEquals("Cellar", only().category());
    }

    @Test
    void whatWasDeletedSinceStaysDeleted() {
        pantry.add("8 eggs");
        Change used = pantry.move(only().id(), AmountEdit.of("use 3")).orElseThrow();
        pantry.delete(List.of(only().id()));
        pantry.undo(used);
        assertEquals(List.of(), contents());
    }

    @Test
    void whatWasAddedAndChangedSinceIsKept() {
        Change added = pantry.add("8 eggs").orElseThrow();
        pantry.add("4 eggs");
        pantry.undo(added);
        assertEquals(List.of("Eggs: 12"), contents());
    }

    @Test
    void whatWasUsedUpAndBroughtBackSinceStaysAsItIs() {
        pantry.add("1 egg");
        Change used = pantry.step(only().id(), false).orElseThrow();
        pantry.restore(List.of(Objects.requireNonNull(used.before()).id()));
        pantry.move(only().id(), AmountEdit.of("+5"));
        pantry.undo(used);
        assertEquals(List.of("Egg: 6"), contents());
    }

    @Test
    void deletedThingsComeBackUntilTheTrashIsEmptied() {
        pantry.add("8 eggs");
        pantry.add("salt");
        List<UUID> ids = pantry.all().stream().map(HouseholdIngredient::id).toList();
        assertEquals(2, pantry.delete(ids));
        assertEquals(2, pantry.restore(ids));
        assertEquals(2, pantry.delete(ids));
        assertEquals(0, pantry.purge());
        new Pantry(ITEMS, Clock.offset(Clock.systemUTC(), Duration.ofDays(31))).purge();
        assertEquals(0, pantry.restore(ids));
    }

    @Test
    void aChangeToWhatIsGoneChangesNothing() {
        pantry.add("8 eggs");
        HouseholdIngredient eggs = only();
        pantry.delete(List.of(eggs.id()));
        assertEquals(Optional.empty(), pantry.edit(eggs.withName("Duck eggs")));
        assertEquals(Optional.empty(), pantry.move(eggs.id(), AmountEdit.of("use 1")));
        assertEquals(Optional.empty(), pantry.step(eggs.id(), true));
    }

    @Test
    void whatCannotBeStoredIsRefusedWithASentence() {
        pantry.add("8 eggs");
        HouseholdIngredient eggs = only();
        String long301 = "x".repeat(301);
        for (HouseholdIngredient bad : Stream.of(
                        eggs.withName(" "), eggs.withName(long301), eggs.withName("a\0b"), eggs.withName("a\uD800b"),
                        eggs.withAmount(long301, null), eggs.withAmount("1", "\0"), eggs.withCategory(long301))
                .toList()) {
            InvalidPantryItemException refused =
                    assertThrows(InvalidPantryItemException.class, () -> pantry.edit(bad));
            assertTrue(Objects.requireNonNull(refused.getMessage()).endsWith("."), refused.getMessage());
        }
        assertThrows(InvalidPantryItemException.class, () -> pantry.add("   "));
        assertThrows(InvalidPantryItemException.class, () -> pantry.add(List.of(eggs.withName(""))));
        assertEquals(List.of("Eggs: 8"), contents());
    }

    @Test
    void blanksAroundWordsAreNotKeptAndEmptyWordsAreNone() {
        pantry.add("8 eggs");
        HouseholdIngredient before = only();
        pantry.edit(before.withName("  Duck   eggs ").withAmount(" ", " ").withCategory(" "));
        assertEquals(
                new HouseholdIngredient(before.id(), "Duck eggs", null, null, null, before.addedAt()), only());
    }

    @Test
    void twoThingsNeverShareAnId() {
        pantry.add("8 eggs");
        pantry.add("salt");
        assertNotEquals(pantry.all().getFirst().id(), pantry.all().getLast().id());
    }
}
