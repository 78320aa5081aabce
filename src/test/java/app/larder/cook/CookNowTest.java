package app.larder.cook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.pantry.AmountText;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDetails;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipes against the pantry, over H2 in memory. */
class CookNowTest {

    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00Z");
    private static final String[] FOODS = {
        "flour", "butter", "margarine", "eggs", "onions", "red onions", "rice", "penne", "pasta", "milk", "tomatoes"
    };
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Database DATABASE = Database.memory("cook-now");
    private static final UserStore ROWS = DATABASE.openFor(DATABASE.localUser("anna"));

    private final RecipeBook book = new RecipeBook(ROWS.recipes(), CLOCK);
    private final Pantry pantry = new Pantry(ROWS.pantry(), CLOCK);
    private final CookNow cook = new CookNow(book, pantry, () -> CookRules.DEFAULTS, CLOCK);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void clear() {
        pantry.delete(pantry.all().stream().map(HouseholdIngredient::id).toList());
        book.delete(book.ids(app.larder.recipes.RecipeQuery.ALL, 0, Integer.MAX_VALUE));
    }

    private HouseholdIngredient home(String line, int days) {
        HouseholdIngredient row = pantry.row(PantryLine.of(line));
        return pantry.add(List.of(row.withAddedAt(NOW.minus(Duration.ofDays(days))))).getFirst();
    }

    private void home(String... lines) {
        Arrays.stream(lines).forEach(line -> home(line, 0));
    }

    private static Ingredient line(String text) {
        ParsedLine parsed = IngredientLineParser.parse(text);
        Quantity quantity = parsed.quantity();
        Quantity most = parsed.quantityMax();
        return new Ingredient(
                parsed.name(),
                quantity == null ? "" : quantity.toString(),
                parsed.unit(),
                null,
                text,
                parsed.note().isEmpty() ? null : parsed.note(),
                null,
                most == null ? null : most.toString(),
                parsed.optional(),
                Map.of());
    }

    private Recipe recipe(String name, @Nullable Integer minutes, String... lines) {
        Recipe blank = book.blank();
        return book.save(new Recipe(
                blank.id(), name, null, Arrays.stream(lines).map(CookNowTest::line).toList(), null, null, null,
                blank.createdAt(), new RecipeDetails(4, null, null, minutes, List.of(), null, null)));
    }

    private Verdict verdict(String... lines) {
        Recipe recipe = recipe("Dish", null, lines);
        cook.load();
        Verdict verdict = cook.verdict(recipe);
        assertEquals(verdict.tally().total() == 0 ? null : verdict.tally(), cook.ranking().tally(recipe.id()).orElse(null),
                "the ranking and the verdict agree");
        assertEquals(recipe.ingredients().size(), verdict.lines().size());
        return verdict;
    }

    private LineVerdict only(String line) {
        return verdict(line).lines().getFirst();
    }

    private static @Nullable String text(@Nullable Measured measured) {
        return measured == null ? null : measured.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // at home            | the line             | reason         | missing
        "200 g flour          | 300 g Mehl           | LESS           | 100 g",
        "1 kg flour           | 300 g plain flour    | ENOUGH         | -",
        "1 kg flour           | 2 cups flour         | ENOUGH         | -",
        "450 g butter         | 1 lb butter          | ENOUGH         | -",
        "400 g butter         | 1 lb butter          | LESS           | 2 oz",
        "299 g butter         | 300 g butter         | LESS           | 1 g",
        "2 x 400 g tomatoes   | 700 g tomatoes       | ENOUGH         | -",
        "3 packs penne (500 g)| 1.2 kg penne         | ENOUGH         | -",
        "flour                | 300 g flour          | AMOUNT_UNKNOWN | -",
        "1 bunch parsley      | parsley              | ANY_AMOUNT     | -",
        "1 jar honey          | 1 pinch honey        | ANY_AMOUNT     | -",
        "6 eggs               | 2-3 eggs             | ENOUGH         | -",
        "2 eggs               | 2-3 Eier             | ENOUGH         | -",
        "6 eggs               | 4 egg whites         | ENOUGH         | -",
        "butter               | 2 EL Salz            | STAPLE         | -",
        "butter               | 1 l heißes Wasser    | STAPLE         | -",
        "butter               | 50 ml Olivenöl       | STAPLE         | -",
        "1 aubergine          | 2 eggplants          | LESS           | 1",
        "200 g margarine      | 100 g butter         | INSTEAD        | -",
        "200 g margarine      | 100 g butter or margarine | ENOUGH    | -",
        "200 g margarine      | 100 g Butter (oder Margarine) | ENOUGH | -",
        "500 g penne          | 300 g pasta          | ENOUGH         | -",
        "500 g pasta          | 300 g penne          | INSTEAD        | -",
        "peanut butter        | 100 g butter         | NOT_AT_HOME    | 100 g",
        "butter               | butter and jam       | NOT_ALL        | -",
        "butter               | Butter, jam          | NOT_ALL        | -",
        "butter               | Salt, pepper         | STAPLE         | -",
        "500 ml milk          | 500 ml 2 cups milk   | ENOUGH         | -",
        "3 Paprika            | 2 Paprikaschoten     | ENOUGH         | -",
        "butter               | 100 g sugar (optional)| OPTIONAL      | -",
        "butter               | For the sauce:       | HEADING        | -",
        "2 tins chickpeas (400 g) | 1 (14 oz) can chickpeas | ENOUGH   | -",
    })
    void aLineIsJudgedByWhatIsAtHome(String atHome, String asked, Reason reason, @Nullable String missing) {
        home(atHome);
        LineVerdict line = only(asked);
        assertEquals(reason, line.reason(), line.sentence());
        assertEquals(missing, text(line.missing()));
    }

    @Test
    void theSentenceSaysWhatIsNeededAndWhatIsThere() {
        home("200 g flour");
        assertEquals("needs 300 g flour, you have 200 g", only("300 g flour").sentence());
        assertEquals("needs 2 leeks, you have none", only("2 leeks").sentence());
    }

    @Test
    void severalRowsOfOneFoodAddUp() {
        home("200 g flour", "150 g Mehl");
        LineVerdict line = only("300 g flour");
        assertEquals(Reason.ENOUGH, line.reason());
        assertEquals("350 g", text(line.have()));
        assertEquals(2, line.uses().size());
    }

    @Test
    void oneRowIsNotPromisedTwice() {
        home("250 g butter");
        Verdict verdict = verdict("200 g butter", "100 g butter");
        assertEquals(Reason.ENOUGH, verdict.lines().get(0).reason());
        assertEquals(Reason.LESS, verdict.lines().get(1).reason());
        assertEquals("50 g", text(verdict.lines().get(1).have()));
        assertEquals("50 g", text(verdict.lines().get(1).missing()));
    }

    @Test
    void theSameThingGoesBeforeWhatCanStandIn() {
        home("300 g onions", "300 g red onions");
        Verdict verdict = verdict("300 g onions", "300 g red onions");
        assertEquals(2, verdict.tally().covered());
        assertEquals("Red onions", verdict.lines().get(1).uses().getFirst().row().name());
    }

    @Test
    void whatIsOptionalOrAHeadingIsNotCounted() {
        home("butter");
        Verdict verdict = verdict("For the dough:", "100 g butter", "vanilla (optional)");
        assertEquals(new Tally(1, 0, 0, 0), verdict.tally());
        assertTrue(verdict.tally().complete());
    }

    @Test
    void staplesAreASetting() {
        Recipe recipe = recipe("Bread", null, "500 g flour", "10 g salt", "100 g sugar");
        CookNow strict = new CookNow(
                book, pantry, () -> new CookRules(List.of("sugar"), CookRules.DEFAULTS.cups()), CLOCK);
        strict.load();
        assertEquals(
                List.of(Reason.NOT_AT_HOME, Reason.NOT_AT_HOME, Reason.STAPLE),
                strict.verdict(recipe).lines().stream().map(LineVerdict::reason).toList());
    }

    @Test
    void ranksByMissingThenPartlyThenSoonThenTimeThenName() {
        home("500 g flour", "500 g rice");
        home("500 g Joghurt", 15);
        Recipe missing = recipe("Aaa", 1, "100 g flour", "1 leek");
        Recipe partly = recipe("Aab", 1, "700 g flour");
        Recipe slow = recipe("Aac", 90, "100 g flour");
        Recipe laterName = recipe("Zzz", 10, "100 g rice");
        Recipe name = recipe("Mmm", 10, "100 g flour");
        Recipe soon = recipe("Zzzz", 200, "100 g Joghurt");
        Recipe unknownTime = recipe("Aad", null, "100 g rice");
        recipe("No lines that count", 1);
        cook.load();
        assertEquals(
                List.of(soon.id(), name.id(), laterName.id(), slow.id(), unknownTime.id(), partly.id(), missing.id()),
                cook.ranking().ids(Ranking.ANY, 0, 100));
        assertEquals(6, cook.ranking().count(0));
        assertEquals(List.of(name.id(), laterName.id()), cook.ranking().ids(0, 1, 2));
        assertEquals(List.of(soon.id()), cook.ranking().usingSoon(Ranking.ANY, 0, 9));
        assertEquals(List.of(name.id(), missing.id()), cook.ranking().inOrder(List.of(missing.id(), name.id()), 1));
        SoonItem item = cook.ranking().soon().getFirst();
        assertEquals("Joghurt", item.row().name());
        assertEquals(List.of(soon.id()), item.recipes());
    }

    @Test
    void cookedItTakesExactlyWhatWasAskedAndOneUndoRestoresIt() {
        home("500 g flour", "250 g butter", "6 eggs", "salt", "1 bunch parsley", "2 x 400 g tomatoes");
        List<HouseholdIngredient> before = pantry.all();
        Recipe recipe = recipe(
                "Pie", null, "200 g flour", "250 g butter", "2 eggs", "salt", "500 g parsley", "300 g tomatoes", "1 leek",
                "parsley", "100 g flour");
        cook.load();
        CookPlan plan = cook.plan(recipe, Quantity.ONE);
        assertEquals(before, pantry.all(), "a plan changes nothing");
        Cooked cooked = cook.apply(plan);
        assertEquals(
                List.of("Eggs: 4", "Flour: 200 g", "Salt: ", "Tomatoes: 500 g"),
                pantry.all().stream()
                        .map(i -> i.name() + ": " + new AmountText(i.quantity(), i.unit()).display())
                        .toList());
        assertTrue(plan.untaken().stream().anyMatch(u -> u.why() == Untaken.Why.NOT_AT_HOME && u.text().equals("1 leek")));
        assertTrue(plan.untaken().stream().anyMatch(u -> u.why() == Untaken.Why.NO_AMOUNT_ASKED && u.text().equals("parsley")));
        cook.undo(cooked);
        assertEquals(before, pantry.all());
        assertEquals(Reason.ENOUGH, cook.verdict(recipe).lines().getFirst().reason());
    }

    @Test
    void cookedItTwiceAsMuchTakesTwiceAsMuch() {
        home("1 kg flour");
        Recipe recipe = recipe("Bread", null, "200 g flour");
        cook.load();
        CookPlan plan = cook.plan(recipe, Quantity.of(2));
        HouseholdIngredient after = plan.subtractions().getFirst().after();
        assertNotNull(after);
        assertEquals("600 g", new AmountText(after.quantity(), after.unit()).display());
    }

    @Test
    void cookedItLeavesAloneWhatSomebodyChangedMeanwhile() {
        home("500 g flour");
        Recipe recipe = recipe("Bread", null, "200 g flour");
        cook.load();
        CookPlan plan = cook.plan(recipe, Quantity.ONE);
        HouseholdIngredient row = pantry.all().getFirst();
        pantry.edit(row.withAmount("300", "g"));
        Cooked cooked = cook.apply(plan);
        assertEquals(List.of(row), cooked.skipped());
        assertEquals("300", pantry.all().getFirst().quantity());
    }

    @Test
    void changesOneByOneEndWhereLoadingEverythingEnds() {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            recipe("Dish " + i, i, lines(random));
        }
        home("500 g flour", "250 g butter", "6 eggs");
        AtomicReference<CookRules> rules = new AtomicReference<>(CookRules.DEFAULTS);
        CookNow kept = new CookNow(book, pantry, rules::get, CLOCK);
        kept.load();
        for (int i = 1; i <= 240; i++) {
            String food = FOODS[random.nextInt(FOODS.length)];
            List<HouseholdIngredient> rows = pantry.all();
            switch (random.nextInt(6)) {
                case 0 -> home((50 + random.nextInt(900)) + " g " + food, random.nextInt(12));
                case 1 -> home(random.nextInt(8) + " " + food, random.nextInt(40));
                case 2 -> home(food, random.nextInt(12));
                case 3 -> pantry.delete(rows.stream().limit(1).map(HouseholdIngredient::id).toList());
                case 4 -> rows.stream().skip(rows.size() / 2).findFirst()
                        .ifPresent(row -> pantry.edit(row.withAmount("" + (1 + random.nextInt(400)), "g")
                                .withAddedAt(NOW.minus(Duration.ofDays(random.nextInt(20))))));
                default -> kept.recipeChanged(changed(kept.ranking().ids(Ranking.ANY, 0, 100), random));
            }
            if (i % 80 == 0) {
                rules.set(new CookRules(List.of(food, "salt"), rules.get().cups()));
                kept.load();
            }
            kept.pantryChanged();
            if (i % 24 == 0) {
                same(kept, rules.get());
            }
        }
    }

    /** One of these recipes with other lines, or gone; gives its id. */
    private UUID changed(List<UUID> ids, Random random) {
        UUID id = ids.get(random.nextInt(ids.size()));
        if (random.nextInt(4) == 0) {
            book.delete(List.of(id));
        } else {
            Recipe old = book.find(id).orElseThrow();
            book.save(new Recipe(old.id(), old.name(), null,
                    Arrays.stream(lines(random)).map(CookNowTest::line).toList(), null, null, null, old.createdAt(),
                    old.details()));
        }
        return id;
    }

    private void same(CookNow kept, CookRules rules) {
        CookNow fresh = new CookNow(book, pantry, () -> rules, CLOCK);
        fresh.load();
        List<UUID> order = fresh.ranking().ids(Ranking.ANY, 0, 100);
        assertEquals(order, kept.ranking().ids(Ranking.ANY, 0, 100));
        assertEquals(fresh.ranking().soon(), kept.ranking().soon());
        for (UUID id : order) {
            assertEquals(fresh.ranking().tally(id), kept.ranking().tally(id));
            assertEquals(fresh.verdict(id).orElseThrow().tally(), kept.ranking().tally(id).orElseThrow());
        }
    }

    private static String[] lines(Random random) {
        String[] lines = new String[1 + random.nextInt(6)];
        for (int i = 0; i < lines.length; i++) {
            String food = FOODS[random.nextInt(FOODS.length)];
            String amount = (20 + random.nextInt(500)) + " g ";
            lines[i] = switch (random.nextInt(6)) {
                case 0 -> food;
                case 1 -> 1 + random.nextInt(6) + " " + food;
                case 2 -> amount + food + " or " + FOODS[random.nextInt(FOODS.length)];
                case 3 -> food + " and " + FOODS[random.nextInt(FOODS.length)];
                default -> amount + food;
            };
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 0", "2, 2, 1", "1, 2, 9", "0, 2, 10", "-5, 2, 10", "15, 365, 0", "14, 365, 1", "1, 365, 9", "4, 8, 0"})
    void whatIsNearItsTimeWeighsMore(int left, int keeps, int weight) {
        assertEquals(weight, Shelves.weight(left, keeps));
    }

    @Test
    void knowsNothingBeforeLoading() {
        assertEquals(List.of(), cook.ranking().ids(Ranking.ANY, 0, 10));
        assertNull(cook.ranking().tally(UUID.randomUUID()).orElse(null));
    }
}
