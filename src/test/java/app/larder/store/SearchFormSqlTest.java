package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.User;
import app.larder.kitchen.SearchForm;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules for searching stand twice, in Java and in {@code postgresql/R__search.sql}. Here they meet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the field before the tests
class SearchFormSqlTest {

    private Place postgres;

    @BeforeAll
    void open() {
        postgres = Place.postgres();
    }

    @AfterAll
    void close() {
        postgres.close();
    }

    @Test
    void everyCharacterHasTheSameSearchFormInBoth() throws SQLException {
        List<String> texts = new ArrayList<>();
        // Beyond the first plane only what people write in: this Java knows newer scripts than Postgres 16 does.
        for (int c = 1; c < 0x20000; c = c == 0xFFFF ? 0x1D400 : c + 1) {
            if (Character.isDefined(c) && !(c >= 0xD800 && c < 0xE000)) {
                texts.add("Ab" + Character.toString(c) + "C");
            }
        }
        List<String> different = new ArrayList<>();
        List<String> inSql = inSql("larder.search_form", texts);
        for (int i = 0; i < texts.size(); i++) {
            if (!SearchForm.of(texts.get(i)).equals(inSql.get(i))) {
                different.add("U+" + Integer.toHexString(texts.get(i).codePointAt(2)));
            }
        }
        assertEquals(List.of(), different);
        assertTrue(texts.size() > 60_000);
    }

    @Test
    void keysAndLinesAreTheSameInBoth() throws SQLException {
        List<String> texts = List.of(
                "", " ", "\t a\u00a0\u3000 b \r\n", "Crème Brûlée", "ÄÖÜ ß ẞ", "½ cup “quoted” – dash", "ΚΡΈΑΣ κρέας",
                "İstanbul ıspanak", "x".repeat(99) + "é z", "🎃".repeat(200), "é ".repeat(2_000), " ".repeat(1_500) + "x",
                "ﬁg ﬂour ①", "a\u000bb\u2028c\u0085d", "Ёлка щи", "日本語 ｶﾞ", "한국어", "e\u0301\u0327\u0300");
        List<String> lines = inSql("larder.search_line", texts);
        List<String> keys = inSql("larder.search_key", texts);
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(SearchKeys.form(texts.get(i)), lines.get(i), texts.get(i));
            assertEquals(String.valueOf(SearchKeys.key(texts.get(i))), String.valueOf(keys.get(i)), texts.get(i));
        }
        assertEquals(lines, linesAtOnce(texts));
        List<String> separated = List.of("a\u001fB", "\u001f", "É ", "");
        assertEquals(separated.stream().map(SearchKeys::form).toList(), linesAtOnce(separated));
        assertEquals(List.of(""), linesAtOnce(List.of("")));
    }

    private List<String> linesAtOnce(List<String> texts) throws SQLException {
        try (Connection connection = postgres.foreignProgram();
                PreparedStatement select = connection.prepareStatement("select larder.search_lines(cast(? as text[]))")) {
            select.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return List.of((String[]) result.getArray(1).getArray());
            }
        }
    }

    @Test
    void aRowOfAnotherProgramIsFoundAsIfLarderHadWrittenIt() throws SQLException {
        UUID user = postgres.database().addUser("foreign").id();
        User owner = postgres.database().addUser("owner");
        RecipeRepository recipes = postgres.database().openFor(owner).recipes();
        List<String> shapes = List.of(
                "[{\"name\":\"Crème fraîche\",\"quantity\":\"1\",\"unit\":\"cup\"},{\"name\":\"CRÈME  FRAÎCHE\"}]",
                "[{\"quantity\":3},{\"name\":\" \",\"text\":\"2 leeks\"},\"3 eggs\",null,7,true,{\"name\":{\"en\":\"x\"}}]",
                "{\"name\":\"salt\"}", "\"pepper\"", "null", "[]", "3");
        for (String shape : shapes) {
            UUID id = UUID.randomUUID();
            try (Connection connection = postgres.foreignProgram();
                    PreparedStatement insert = connection.prepareStatement("insert into public.recipes (id, user_id, name,"
                            + " ingredients, prep_time_minutes, source) values (?, ?, ?, cast(? as jsonb), 5, ?)")) {
                insert.setObject(1, id);
                insert.setObject(2, owner.id());
                insert.setString(3, "  Ärger im Süden");
                insert.setString(4, shape);
                insert.setString(5, "");
                insert.executeUpdate();
            }
            Recipe read = recipes.find(id).orElseThrow();
            Map<String, String> names = SearchKeys.ingredientNames(read.ingredients());
            assertEquals(
                    List.of(read.ingredients().size() + " | 5 | arger im suden | null"),
                    postgres.rows("select ingredient_count, minutes, name_key, source_key from larder.recipe_search"
                            + " where recipe_id = '" + id + "'"),
                    shape);
            assertEquals(
                    List.of(String.join("\n", names.keySet())),
                    postgres.rows("select ingredient_text from larder.recipe_search where recipe_id = '" + id + "'"),
                    shape);
            assertEquals(
                    names.keySet().stream()
                            .map(form -> SearchKeys.termId(owner.id(), form) + " | " + form)
                            .sorted()
                            .toList(),
                    postgres.rows("select distinct t.term_id, t.name from larder.recipe_terms l"
                                    + " join larder.ingredient_terms t on t.term_id = l.term_id and t.user_id = l.user_id"
                                    + " where l.recipe_id = '" + id + "'")
                            .stream()
                            .sorted()
                            .toList(),
                    shape);
        }
        postgres.execute("update public.recipes set user_id = '" + user + "', id = gen_random_uuid() where user_id = '"
                + owner.id() + "'");
        assertEquals(
                List.of("0"),
                postgres.rows("select count(*) from larder.recipe_search s"
                        + " where not exists (select 1 from public.recipes r where r.id = s.recipe_id"
                        + " and r.user_id = s.user_id)"));
        assertEquals(
                List.of("" + shapes.size()),
                postgres.rows("select count(*) from larder.recipe_search where user_id = '" + user + "'"));
    }

    @Test
    void detailsWrittenLaterChangeTheMinutes() throws SQLException {
        RecipeRepository recipes = postgres.database()
                .openFor(postgres.database().addUser("minutes"))
                .recipes();
        Recipe recipe = recipes.add(List.of(new Recipe(
                        UUID.randomUUID(), "Stew", null, List.of(Ingredient.of("beef", "1", "kg")), 10, null, null,
                        java.time.Instant.now(), app.larder.recipes.RecipeDetails.NONE)))
                .getFirst();
        postgres.execute("update larder.recipe_details set cook_time_minutes = 90 where recipe_id = '" + recipe.id() + "'");

        assertEquals(
                List.of("100"),
                postgres.rows("select minutes from larder.recipe_search where recipe_id = '" + recipe.id() + "'"));
        assertEquals(100, recipes.find(recipe.id()).orElseThrow().minutes());
    }

    @Test
    void wordsOfEveryTextAreKeptAndFound() throws SQLException {
        User owner = postgres.database().addUser("words");
        RecipeRepository recipes = postgres.database().openFor(owner).recipes();
        UUID id = UUID.randomUUID();
        postgres.execute("insert into public.recipes (id, user_id, name, ingredients, description, instructions, source)"
                + " values ('" + id + "', '" + owner.id() + "', 'Süße Käse-Suppe', '[{\"name\":\"Porree\","
                + "\"text\":\"2 Stangen Porree\",\"note\":\"in Ringen\"}, \"Salz\"]', null, E'Rühren!\n“Sofort” rühren…',"
                + " 'https://a.example/b')");
        postgres.execute("insert into larder.recipe_details (recipe_id, user_id, notes, tags) values ('" + id + "', '"
                + owner.id() + "', 'von Oma', '[\"Winter\"]')");

        assertEquals(
                List.of(" 2 a b example https in kase porree ringen ruhren salz sofort stangen suppe suße  |  oma von winter "),
                postgres.rows("select words, detail_words from larder.recipe_search where recipe_id = '" + id + "'"));
        for (String typed : List.of("käse", "KAS", "uppe", "rühr sof", "oma", "wint salz", "2")) {
            assertEquals(List.of(id), recipes.ids(RecipeQuery.ALL.withText(typed), 0, 9), typed);
        }
        for (String typed : List.of("ors", "omelett", "as", "uhr oma x")) {
            assertEquals(List.of(), recipes.ids(RecipeQuery.ALL.withText(typed), 0, 9), typed);
        }
    }

    private List<String> inSql(String function, List<String> texts) throws SQLException {
        List<String> results = new ArrayList<>();
        try (Connection connection = postgres.foreignProgram();
                PreparedStatement select = connection.prepareStatement("select " + function
                        + "(t) from unnest(cast(? as text[])) with ordinality as x(t, place) order by place")) {
            select.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    results.add(result.getString(1));
                }
            }
        }
        return results;
    }
}
