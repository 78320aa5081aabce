package app.larder.cook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDetails;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every real line anybody labelled, against sixty ordinary things at home; skipped where the corpus is absent. */
class CookCorpusTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-21T10:00:00Z"), ZoneOffset.UTC);
    private static final int LINES = 12;
    private static final int MOST_RECIPES = 600;

    private static List<String> corpus() throws IOException {
        Path shared = Path.of(Optional.ofNullable(System.getenv("LARDER_SHARED")).orElse("../shared"));
        Path file = shared.resolve("corpus/ingredient-lines.csv");
        Assumptions.assumeTrue(Files.exists(file), "no corpus of lines here");
        return Files.readAllLines(file).stream().skip(1).filter(line -> !line.isBlank()).toList();
    }

    private static List<String> home() throws IOException {
        try (var in = CookCorpusTest.class.getResourceAsStream("/cook/pantry.txt")) {
            assertTrue(in != null);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).toList();
        }
    }

    private static Ingredient line(String text) {
        ParsedLine parsed = IngredientLineParser.parse(text);
        Quantity quantity = parsed.quantity();
        return new Ingredient(parsed.name(), quantity == null ? "" : quantity.toString(), parsed.unit(), null, text,
                parsed.note(), null, null, parsed.optional(), Map.of());
    }

    private static List<Recipe> recipes(RecipeBook book) throws IOException {
        List<String> lines = corpus();
        List<Recipe> recipes = new ArrayList<>();
        int step = Math.max(LINES, lines.size() / MOST_RECIPES);
        for (int from = 0; from + LINES <= lines.size(); from += step) {
            List<Ingredient> some = lines.subList(from, from + LINES).stream().map(CookCorpusTest::line).toList();
            Recipe blank = book.blank();
            recipes.add(new Recipe(blank.id(), "Recipe " + from, null, some, null, null, null, blank.createdAt(),
                    RecipeDetails.NONE));
        }
        return book.add(recipes);
    }

    @Test
    void everyLineGetsAVerdictAndTheSumsAgree() throws IOException {
        try (Database database = Database.memory("cook-corpus")) {
            UserStore rows = database.openFor(database.localUser("anna"));
            Pantry pantry = new Pantry(rows.pantry(), CLOCK);
            RecipeBook book = new RecipeBook(rows.recipes(), CLOCK);
            for (String line : home()) {
                String[] parts = line.split("\\|", -1);
                HouseholdIngredient row = pantry.row(PantryLine.of(parts[0].strip()));
                pantry.add(List.of(row.withAddedAt(CLOCK.instant().minus(Duration.ofDays(Integer.parseInt(parts[1].strip()))))));
            }
            List<Recipe> recipes = recipes(book);
            CookNow cook = new CookNow(book, pantry, () -> CookRules.DEFAULTS, CLOCK);
            cook.load();
            for (Recipe recipe : recipes) {
                Verdict verdict = cook.verdict(recipe);
                assertEquals(recipe.ingredients().size(), verdict.lines().size());
                Tally counted = verdict.tally();
                for (LineState state : LineState.values()) {
                    long lines = verdict.lines().stream().filter(line -> line.state() == state).count();
                    assertEquals(lines, switch (state) {
                        case COVERED -> counted.covered();
                        case PARTLY -> counted.partly();
                        case MISSING -> counted.missing();
                        case NOT_COUNTED -> recipe.ingredients().size() - counted.total();
                    });
                }
                Optional<Tally> ranked = cook.ranking().tally(recipe.id());
                assertEquals(counted.total() == 0 ? Optional.empty() : Optional.of(counted), ranked, recipe.name());
                verdict.lines().forEach(CookCorpusTest::saysSomething);
                cook.plan(recipe, Quantity.ONE).subtractions().forEach(CookCorpusTest::takesNoMoreThanThereIs);
            }
        }
    }

    private static void saysSomething(LineVerdict line) {
        assertFalse(line.sentence().isBlank(), line.text());
        Measured need = line.need();
        Measured have = line.have();
        Measured missing = line.missing();
        if (need != null && have != null && missing != null && !line.about()) {
            assertEquals(need.quantity(), have.quantity().plus(missing.quantity()), line.text());
        }
    }

    private static void takesNoMoreThanThereIs(Subtraction taken) {
        Size held = Row.of(0, taken.before(), java.time.LocalDate.of(2026, 3, 21)).sizes().getFirst();
        assertTrue(taken.taken().quantity().compareTo(held.quantity()) <= 0, taken.toString());
    }
}
