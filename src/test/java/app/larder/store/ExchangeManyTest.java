package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Many changes in one call: the server does them at once where it can, with the outcomes they have one by one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the tests
class ExchangeManyTest {

    private Family family;
    private ExchangeScene scene;
    private final List<UUID> recipes = new ArrayList<>();
    private final List<UUID> items = new ArrayList<>();

    @BeforeAll
    void setUpOnce() {
        family = Family.fresh();
    }

    @AfterAll
    void tearDown() {
        family.close();
    }

    @BeforeEach
    void twentyRows() {
        scene = new ExchangeScene(family);
        recipes.clear();
        items.clear();
        for (int i = 0; i < 12; i++) {
            recipes.add(UUID.randomUUID());
            items.add(UUID.randomUUID());
            scene.laptop.group(scene.laptop.put("recipes", recipes.get(i), "{\"name\": \"Dish " + i + "\"}"));
            scene.laptop.group(scene.laptop.put("household_ingredients", items.get(i), "{\"name\": \"Flour\", \"quantity\": \"500\"}"));
        }
        scene.laptop.sync();
        scene.phone.sync();
    }

    @AfterEach
    void hangUp() {
        scene.close();
    }

    private void each(BiFunction<UUID, UUID, List<ObjectNode>> changes) {
        for (int i = 0; i < recipes.size(); i++) {
            scene.laptop.group(changes.apply(recipes.get(i), items.get(i)).toArray(ObjectNode[]::new));
        }
    }

    private ObjectNode put(String entity, UUID row, String set) {
        return scene.laptop.put(entity, row, set);
    }

    @Test
    void changesOfKnownRowsAndNewRowsBesideThemAreAllDone() throws SQLException {
        each((recipe, item) -> List.of(
                put("recipes", recipe, "{\"name\": \"Stew\", \"ingredients\": [{\"name\": \"Salt\"}]}"),
                put("recipe_details", recipe, "{\"servings\": 4}"),
                put("household_ingredients", item, item.equals(items.getFirst()) ? "{\"quantity\": null}" : "{\"quantity\": \"7\"}"),
                put("pantry_moves", UUID.randomUUID(), "{\"item_id\": \"" + item + "\", \"delta\": \"-493\"}")));
        assertEquals(Collections.nCopies(48, "applied"), ExchangeDevice.kinds(scene.laptop.sync()));
        scene.phone.sync();
        assertEquals("Stew", scene.phone.value("recipes", recipes.get(5), "name"));
        assertEquals("Laptop", scene.phone.row("recipes", recipes.get(5)).get("device").stringValue());
        assertEquals(List.of(), scene.missed(scene.phone));
        assertEquals("1,11", scene.query("select count(*) filter (where quantity is null) || ',' || count(*) filter"
                + " (where quantity = '7') from public.household_ingredients where user_id = '{anna}'"));
        assertEquals("12", scene.query("select count(*) from larder.recipe_search where name_key = 'stew'"
                + " and ingredient_text = 'salt' and user_id = '{anna}'"));
    }

    @Test
    void oneThatIsStaleIsTheOnlyOneThatIsNotDone() throws SQLException {
        scene.phone.group(scene.phone.put("recipes", recipes.get(3), "{\"name\": \"Dish 3\"}", "{\"name\": \"Pie\"}")).sync();
        each((recipe, item) -> List.of(put("recipes", recipe, "{\"name\": \"Stew\"}")));
        List<String> expected = new ArrayList<>(Collections.nCopies(12, "applied"));
        expected.set(3, "stale");
        assertEquals(expected, ExchangeDevice.kinds(scene.laptop.sync()));
        assertEquals("Pie", scene.laptop.value("recipes", recipes.get(3), "name"));
        assertEquals(List.of(), scene.missed(scene.laptop));
    }

    @Test
    void oneThatIsRejectedIsTheOnlyOneThatIsNotDone() throws SQLException {
        each((recipe, item) -> List.of(put("recipes", recipe, recipe.equals(recipes.get(7))
                ? "{\"name\": null}" : "{\"name\": \"Stew\"}")));
        List<String> expected = new ArrayList<>(Collections.nCopies(12, "applied"));
        expected.set(7, "rejected 23502");
        assertEquals(expected, ExchangeDevice.kinds(scene.laptop.sync()));
        assertEquals(List.of(), scene.missed(scene.laptop));
    }

    @Test
    void whatNobodyKnowsIsRejectedAmongMany() {
        each((recipe, item) -> List.of(put("recipes", recipe, "{\"name\": \"Stew\"}")));
        scene.laptop.group(put("shopping_lists", UUID.randomUUID(), "{\"name\": \"Monday\"}"));
        scene.laptop.group(put("household_ingredients", items.getFirst(), "{\"shelf\": \"left\"}"));
        List<String> expected = new ArrayList<>(Collections.nCopies(12, "applied"));
        expected.addAll(List.of("rejected 42703", "rejected 42703"));
        assertEquals(expected, scene.laptop.push());
    }

    @Test
    void twoChangesOfARowAreDoneInTheirOrder() throws SQLException {
        each((recipe, item) -> List.of(put("recipes", recipe, "{\"name\": \"Stew\"}")));
        scene.laptop.group(put("recipes", recipes.getFirst(), "{\"name\": \"Broth\"}"));
        assertEquals(Collections.nCopies(13, "applied"), ExchangeDevice.kinds(scene.laptop.sync()));
        assertEquals("Broth", scene.laptop.value("recipes", recipes.getFirst(), "name"));
        assertEquals(List.of(), scene.missed(scene.laptop));
    }

    @Test
    void aChangeToWhatARowSaysAlreadyRunsNobodysTriggers() throws SQLException {
        String trigger = "note_" + scene.person().toString().replace("-", "");
        scene.otherProgram("create function public." + trigger + "() returns trigger language plpgsql as"
                + " 'begin new.source := ''written''; return new; end'; create trigger " + trigger
                + " before update on public.recipes for each row execute function public." + trigger + "()");
        try {
            long before = scene.laptop.row("recipes", recipes.get(5)).get("revision").longValue();
            each((recipe, item) -> List.of(put("recipes", recipe, recipe.equals(recipes.getFirst())
                    ? "{\"name\": \"Stew\"}" : "{\"name\": \"Dish " + recipes.indexOf(recipe) + "\"}")));
            assertEquals(Collections.nCopies(12, "applied"), ExchangeDevice.kinds(scene.laptop.sync()));
            assertEquals("written", scene.laptop.value("recipes", recipes.getFirst(), "source"));
            assertEquals("null", String.valueOf(scene.laptop.row("recipes", recipes.get(5)).get("image").get("source")));
            assertEquals(before, scene.laptop.row("recipes", recipes.get(5)).get("revision").longValue());
        } finally {
            scene.otherProgram("drop function public." + trigger + "() cascade");
        }
    }

    @Test
    void aDeletionAmongManyComesInItsTurn() throws SQLException {
        scene.laptop.group(scene.laptop.delete("recipes", recipes.getFirst()));
        each((recipe, item) -> List.of(put("recipes", recipe, "{\"name\": \"Stew\"}")));
        List<String> expected = new ArrayList<>(Collections.nCopies(13, "applied"));
        expected.set(1, "stale");
        assertEquals(expected, ExchangeDevice.kinds(scene.laptop.sync()));
        assertEquals("gone", scene.laptop.value("recipes", recipes.getFirst(), "name"));
        assertEquals(List.of(), scene.missed(scene.laptop));
    }
}
