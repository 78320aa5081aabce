package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print can be read again, into an empty larder or the same one. */
final class RoundTripTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant LONG_AGO = Instant.parse("2024-02-29T18:30:00.123456Z");

    @TempDir
    private Path folder;

    private Database database;
    private Pantry pantry;
    private RecipeBook book;

    @BeforeEach
    void open() {
        database = Database.local(folder);
        UserStore rows = database.openFor(database.localUser("me"));
        pantry = new Pantry(rows.pantry(), Clock.systemUTC());
        book = new RecipeBook(rows.recipes(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static String refusal(org.junit.jupiter.api.function.Executable work) {
        CommandFailure failure = assertThrows(CommandFailure.class, work);
        assertEquals(Exit.USAGE, failure.exitCode());
        return String.valueOf(failure.getMessage());
    }

    @Test
    void aThingAtHomeComesBackUnderItsIdAndWithItsDate() {
        HouseholdIngredient butter = new HouseholdIngredient(ID, "butter", "250", "g", "dairy", LONG_AGO);
        HouseholdIngredient read = PantryCommand.fresh(json(PantryJson.of(butter)), pantry);
        assertEquals(butter, read);
        pantry.add(List.of(read));
        assertEquals(List.of(butter), pantry.all());
    }

    @Test
    void aThingWhoseIdIsThereAlreadyIsRefused() {
        HouseholdIngredient butter = new HouseholdIngredient(ID, "butter", "250", "g", "dairy", LONG_AGO);
        pantry.add(List.of(butter));
        assertEquals(
                "There is a thing at home with the id " + ID + " already; nothing was changed.",
                refusal(() -> PantryCommand.fresh(json(PantryJson.of(butter)), pantry)));
    }

    @Test
    void anIdThatComesTwiceIsRefused() {
        assertEquals(
                "Standard input has the id " + ID + " more than once; nothing was changed.",
                refusal(() -> JsonInput.eachOnce(List.of(ID, UUID.randomUUID(), ID))));
    }

    @Test
    void aLinesRangeNoteAndChoiceArePrintedAndReadAgain() {
        JsonNode given = json("{\"name\":\"Tea\",\"cookMinutes\":5,\"yield\":\"1 pot\",\"ingredients\":[\"2-3 bags tea, green (optional)\"]}");
        Recipe tea = RecipesCommand.fresh(given, book);
        JsonNode printed = json(RecipeJson.of(tea));
        assertEquals("1 pot", printed.get("yield").asString());
        assertEquals(5, printed.get("cookMinutes").asInt());
        JsonNode line = printed.get("ingredients").get(0);
        assertEquals("3", line.get("quantityMax").asString());
        assertTrue(line.get("optional").asBoolean());
        assertEquals(tea.ingredients().getFirst().note(), line.get("note").asString());
        assertEquals(json(RecipeJson.of(RecipesCommand.fresh(printed, book))), printed);
    }

    @Test
    void aThingWithoutIdAndDateGetsItsOwn() {
        HouseholdIngredient eggs =
                PantryCommand.fresh(json("{\"text\":\"6 eggs\",\"id\":null,\"addedAt\":null}"), pantry);
        assertEquals("6", eggs.quantity());
        assertTrue(eggs.addedAt().isAfter(LONG_AGO));
        assertNotEquals(eggs.id(), PantryCommand.fresh(json("{\"text\":\"6 eggs\"}"), pantry).id());
    }

    @Test
    void anotherTimeZonesDateIsTheSameMoment() {
        assertEquals(
                Instant.parse("2026-03-01T11:00:00Z"),
                PantryCommand.fresh(json("{\"name\":\"rice\",\"addedAt\":\"2026-03-01T12:00:00+01:00\"}"), pantry)
                        .addedAt());
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        for (String bad : List.of("\"yesterday\"", "\"2026-02-30T12:00:00Z\"", "\"\"", "20260301", "{}", "true",
                "\"+999999-01-01T00:00:00Z\"")) {
            String sentence = "must be a date and time as in 2026-03-01T18:30:00Z.";
            assertEquals(
                    "\"addedAt\" " + sentence,
                    refusal(() -> PantryCommand.fresh(json("{\"name\":\"rice\",\"addedAt\":" + bad + "}"), pantry)));
            assertEquals(
                    "\"createdAt\" " + sentence,
                    refusal(() -> RecipesCommand.fresh(json("{\"name\":\"Rice\",\"createdAt\":" + bad + "}"), book)));
        }
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        for (String bad : List.of("7", "\"butter\"", "\"1-1-1-1-1\"", "[]")) {
            assertEquals(
                    "\"id\" must be an id as in " + ID + ".",
                    refusal(() -> PantryCommand.fresh(json("{\"name\":\"rice\",\"id\":" + bad + "}"), pantry)));
        }
    }

    @Test
    void editingChangesTheDateAndNeverTheId() {
        HouseholdIngredient butter = new HouseholdIngredient(ID, "butter", "250", "g", "dairy", LONG_AGO);
        HouseholdIngredient read = PantryCommand.edited(
                json("{\"id\":\"" + ID + "\",\"addedAt\":\"2025-01-01T00:00:00Z\"}"), butter);
        assertEquals(Instant.parse("2025-01-01T00:00:00Z"), read.addedAt());
        assertEquals("butter", read.name());
        UUID other = new UUID(ID.getMostSignificantBits(), 1L << 63);
        assertEquals(
                "\"id\" cannot be changed.",
                refusal(() -> PantryCommand.edited(json("{\"id\":\"" + other + "\"}"), butter)));
    }

    private Recipe stew() {
        Recipe blank = book.blank();
        return RecipeJson.read(
                json("{\"id\":\"" + ID + "\",\"createdAt\":\"" + LONG_AGO + "\",\"name\":\"Stew\",\"ingredients\":["
                        + "\"1 tsp salt\",\"2 carrots\",\"1 tsp salt\"],\"steps\":[\"Stew it.\"]}"),
                blank);
    }

    @Test
    void aRecipeComesBackUnderItsIdAndWithItsDate() {
        Recipe stored = book.add(List.of(stew())).getFirst();
        assertEquals(ID, stored.id());
        assertEquals(LONG_AGO, stored.createdAt());
        Map<String, ?> printed = RecipeJson.of(stored);
        assertEquals(
                "There is a recipe with the id " + ID + " already; nothing was changed.",
                refusal(() -> RecipesCommand.fresh(json(printed), book)));
        book.delete(List.of(ID));
        assertEquals(
                printed, RecipeJson.of(book.add(List.of(RecipesCommand.fresh(json(printed), book))).getFirst()));
        assertEquals(
                "\"id\" cannot be changed.",
                refusal(() -> RecipesCommand.edited(json("{\"id\":\"" + new UUID(1, 1L << 63) + "\"}"), stored)));
    }

    @Test
    void equalLinesKeepTheirOwnIds() {
        Recipe stored = book.add(List.of(stew())).getFirst();
        Recipe read = RecipeJson.read(json(RecipeJson.of(stored)), stored);
        assertEquals(stored.ingredients(), read.ingredients());
        assertEquals(3, read.ingredients().stream().map(Ingredient::id).distinct().count());
    }
}
