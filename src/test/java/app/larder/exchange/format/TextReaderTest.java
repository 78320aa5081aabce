package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextReaderTest {

    private final TextReader reader = new TextReader();

    private static List<String> texts(Draft draft) {
        return draft.ingredients().stream().map(Draft.Line::text).toList();
    }

    private Draft only(String text) {
        List<Draft> drafts = reader.read(text, null);
        assertEquals(1, drafts.size());
        return drafts.getFirst();
    }

    @Test
    void readsPastedEnglishText() {
        Draft draft = only("""
                Pancakes
                Thin ones, as at home.
                Serves 4
                Prep time: 10 min

                Ingredients:
                - 250 g flour
                - 500 ml milk
                • 3 eggs

                Method:
                1. Whisk everything.
                2. Fry in butter for 2 minutes a side.
                """);
        assertEquals("Pancakes", draft.about().name());
        assertEquals("Thin ones, as at home.", draft.about().description());
        assertEquals(List.of("250 g flour", "500 ml milk", "3 eggs"), texts(draft));
        assertEquals(List.of("Whisk everything.", "Fry in butter for 2 minutes a side."), draft.steps());
        assertEquals(10, draft.times().prep());
        assertEquals(4, draft.portions().servings());
    }

    @Test
    void readsPastedGermanTextWithoutHeadings() {
        Draft draft = only("""
                Omas Pfannkuchen

                250 g Mehl
                500 ml Milch
                3 Eier
                etwas Salz
                Butter

                Alles verrühren und 20 Minuten quellen lassen.
                In Butter dünn ausbacken.
                """);
        assertEquals("Omas Pfannkuchen", draft.about().name());
        assertEquals(List.of("250 g Mehl", "500 ml Milch", "3 Eier", "etwas Salz", "Butter"), texts(draft));
        assertEquals(List.of("Alles verrühren und 20 Minuten quellen lassen.", "In Butter dünn ausbacken."), draft.steps());
    }

    @Test
    void readsMarkdown() {
        Draft draft = only("# Soup\n\n## Zutaten\n\n* 1 Zwiebel\n* Salz\n\n## Zubereitung\n\n1. Schneiden.\n2. Kochen.\n");
        assertEquals("Soup", draft.about().name());
        assertEquals(List.of("1 Zwiebel", "Salz"), texts(draft));
        assertEquals(List.of("Schneiden.", "Kochen."), draft.steps());
    }

    @Test
    void tellsTheShapeByTheTextItself() {
        assertEquals("A", only("\n\n  {\"@type\":\"Recipe\",\"name\":\"A\",\"recipeIngredient\":[\"salt\"]}").about().name());
        assertEquals("A", only("   <!doctype html><h1>A</h1><h2>Ingredients</h2><ul><li>1 x</li><li>2 y</li></ul><h2>Method</h2><p>Do.</p>")
                .about().name());
        assertTrue(reader.read("Just a thought", null).isEmpty());
        assertTrue(reader.read("", null).isEmpty());
        assertTrue(reader.read("[not json]", null).isEmpty());
    }

    @Test
    void takesFiveThousandIngredients() {
        StringBuilder json = new StringBuilder("{\"@type\":\"Recipe\",\"name\":\"Feast\",\"recipeIngredient\":[\"1 g a\"");
        for (int i = 1; i < 5_000; i++) {
            json.append(",\"").append(i).append(" g thing ").append(i).append('"');
        }
        Draft draft = only(json.append("],\"recipeInstructions\":\"Mix.\"}").toString());
        assertEquals(5_000, draft.ingredients().size());
        assertTrue(draft.problems().isEmpty());
    }

    @Test
    void cutsANameOfTenThousandCharactersAndSaysSo() {
        Draft draft = only("{\"@type\":\"Recipe\",\"name\":\"" + "very long ".repeat(1_000) + "\",\"recipeIngredient\":[\"salt\"]}");
        String name = draft.about().name();
        assertNotNull(name);
        assertTrue(name.length() <= Tidy.LONGEST_NAME && name.startsWith("very long"), name);
        assertTrue(draft.problems().toString().contains("was cut"), draft.problems().toString());
    }

    @Test
    void takesOutZerosAndLoneSurrogatesAndSaysSo() {
        Draft draft = only("{\"@type\":\"Recipe\",\"name\":\"S\\u0000ou\\ud800p 🍲\",\"recipeIngredient\":[\"sa\\udc00lt\"]}");
        assertEquals("Soup 🍲", draft.about().name());
        assertEquals(List.of("salt"), texts(draft));
        assertEquals(1, draft.problems().size());
        Draft raw = only("{\"@type\":\"Recipe\",\"name\":\"S\0oup\",\"recipeIngredient\":[\"salt\"]}");
        assertEquals("Soup", raw.about().name());
        assertEquals(1, raw.problems().size());
    }
}
