package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdReaderTest {

    private final JsonLdReader reader = new JsonLdReader(HeadingWords.load());

    private Draft page(String... blocks) {
        StringBuilder html = new StringBuilder("<html><head>");
        for (String block : blocks) {
            html.append("<script type=\"application/ld+json\">").append(block).append("</script>");
        }
        return reader.read(Page.of(html.append("</head><body></body></html>").toString(), null, Patience.ENDLESS));
    }

    private Draft recipe(String fields) {
        return page("{\"@type\":\"Recipe\",\"name\":\"Soup\"" + (fields.isEmpty() ? "" : "," + fields) + "}");
    }

    private static List<String> texts(Draft draft) {
        return draft.ingredients().stream().map(Draft.Line::text).toList();
    }

    // Where the recipe stands

    @ParameterizedTest
    @ValueSource(strings = {
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}",
        "[{'@type':'WebSite','name':'Site'},{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}]",
        "{'@context':'https://schema.org','@graph':[{'@type':'WebPage','name':'Page'},{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}]}",
        "{'@type':['Recipe','NewsArticle'],'name':'Soup','recipeIngredient':['salt']}",
        "{'@type':'http://schema.org/Recipe','name':'Soup','recipeIngredient':['salt']}",
        "{'@type':'schema:Recipe','name':'Soup','recipeIngredient':['salt']}",
        "{'@type':'WebPage','mainEntity':{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}}",
        "[[{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}]]"
    })
    void findsTheRecipeWhereverItStands(String json) {
        Draft draft = page(json.replace('\'', '"'));
        assertEquals("Soup", draft.about().name());
        assertEquals(List.of("salt"), texts(draft));
    }

    @Test
    void takesTheRichestOfSeveralRecipes() {
        Draft draft = page(
                "{\"@type\":\"Recipe\",\"name\":\"Teaser\",\"recipeIngredient\":[\"salt\"]}",
                "{\"@type\":\"Recipe\",\"name\":\"Whole\",\"recipeIngredient\":[\"salt\",\"water\"],\"recipeInstructions\":\"Boil.\"}");
        assertEquals("Whole", draft.about().name());
    }

    @Test
    void followsReferencesIntoTheGraph() {
        Draft draft = page("""
                {"@graph":[
                 {"@type":"Person","@id":"#ann","name":"Ann"},
                 {"@type":"HowToStep","@id":"#one","text":"Boil."},
                 {"@type":"Recipe","name":"Soup","author":{"@id":"#ann"},"recipeIngredient":["salt"],"recipeInstructions":[{"@id":"#one"}]}]}
                """);
        assertEquals("Ann", draft.about().author());
        assertEquals(List.of("Boil."), draft.steps());
    }

    @Test
    void aReferenceToItselfEndsNowhere() {
        Draft draft = page("{\"@type\":\"Recipe\",\"@id\":\"#r\",\"name\":\"Soup\",\"recipeIngredient\":[\"salt\"],"
                + "\"recipeInstructions\":[{\"@id\":\"#x\"},{\"@id\":\"#r\"}]}");
        assertEquals("Soup", draft.about().name());
    }

    @Test
    void aFileGivesAllItsRecipesInOrder() {
        List<Draft> drafts = new TextReader().read("""
                {"recipes":[{"@type":"Recipe","name":"One","recipeIngredient":["a"]},{"@type":"Recipe","name":"Empty"},
                {"@type":"Recipe","name":"Two","recipeInstructions":"Do."}]}""", null);
        assertEquals(List.of("One", "Two"), drafts.stream().map(d -> d.about().name()).toList());
    }

    // Broken JSON

    @ParameterizedTest
    @ValueSource(strings = {
        "<!-- {'@type':'Recipe','name':'Soup','recipeIngredient':['salt']} -->",
        "//<![CDATA[\n{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}\n//]]>",
        "/*<![CDATA[*/{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}/*]]>*/",
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']};",
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt',],},",
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt'] /* why */ }",
        "{'@type':'Recipe','description':'two\nlines\tand \\' a quote','name':'Soup','recipeIngredient':['salt']}",
        "{'@type':'Recipe','description':'it is \"good\" soup','name':'Soup','recipeIngredient':['salt']}",
        "{'@type':'Recipe','name':'Soup' 'recipeIngredient':['salt']}",
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt'],'recipeInstructions':[{'@type':'HowToStep','te",
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt'",
        "{'@type':'Recipe','name':'Soup','recipeIngredient':['salt'],'recipeYield':",
        "{'@type':'WebSite'}{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}",
        "\uFEFF{'@type':'Recipe','name':'Soup','recipeIngredient':['salt']}",
        "{'@type':'Recipe','name':'Soup','aggregateRating':NaN,'recipeIngredient':['salt']}",
        "{&quot;@type&quot;:&quot;Recipe&quot;,'name':'Soup','recipeIngredient':['salt']}"
    })
    void readsJsonThatIsBroken(String json) {
        boolean quotesInside = json.contains("\"");
        String text = quotesInside ? json.replace("\"", "\u0001").replace('\'', '"').replace("\u0001", "\"") : json.replace('\'', '"');
        Draft draft = page(text.replace("&quot;", "\""));
        assertEquals("Soup", draft.about().name());
        assertEquals(List.of("salt"), texts(draft));
    }

    @Test
    void saysThatItMendedSomething() {
        Draft draft = page("{\"@type\":\"Recipe\",\"name\":\"Soup\",\"recipeIngredient\":[\"salt\"");
        assertEquals(1, draft.problems().size());
    }

    @Test
    void aBrokenBlockDoesNotSpoilTheNext() {
        Draft draft = page("{{{{ not json", "{\"@type\":\"Recipe\",\"name\":\"Soup\",\"recipeIngredient\":[\"salt\"]}");
        assertEquals("Soup", draft.about().name());
    }

    @Test
    void survivesABombOfBrackets() {
        assertEquals(Draft.EMPTY.ingredients(), page("[".repeat(500_000)).ingredients());
        assertEquals(Draft.EMPTY.ingredients(), page("{\"a\":".repeat(200_000)).ingredients());
        assertTrue(new TextReader().read("[".repeat(1_000_000), null).isEmpty());
    }

    // Ingredients

    @Test
    void readsIngredientsOfEveryShape() {
        assertEquals(List.of("a", "b"), texts(recipe("\"recipeIngredient\":[\"a\",\"b\"]")));
        assertEquals(List.of("a", "b"), texts(recipe("\"recipeIngredient\":\"a\\nb\"")));
        assertEquals(List.of("a", "b"), texts(recipe("\"recipeIngredient\":\"<ul><li>a</li><li>b</li></ul>\"")));
        assertEquals(List.of("a", "b"), texts(recipe("\"recipeIngredient\":[[\"a\"],[\"b\"]]")));
        assertEquals(List.of("a", "b"), texts(recipe("\"ingredients\":[\"a\",\"b\"]")));
        assertEquals(List.of("a"), texts(recipe("\"recipeIngredient\":[{\"text\":\"a\"}]")));
        assertEquals(List.of("2 cups flour"),
                texts(recipe("\"recipeIngredient\":[{\"name\":\"flour\",\"amount\":2,\"unitText\":\"cups\"}]")));
        assertEquals(List.of("2 cups flour, sifted"), texts(recipe("\"recipeIngredient\":[\"2 cups\\n   flour, sifted\",\"\",null]"))
                .subList(0, 1));
    }

    @Test
    void headingsAmongTheIngredientsNameSections() {
        Draft draft = recipe("\"recipeIngredient\":[\"flour\",\"For the sauce:\",\"milk\",\"## Topping\",\"nuts\",\"[Last]\",\"salt\"]");
        assertEquals(
                List.of(new Draft.Line("flour", null), new Draft.Line("milk", "For the sauce"), new Draft.Line("nuts", "Topping"),
                        new Draft.Line("salt", "Last")),
                draft.ingredients());
    }

    // Steps

    @ParameterizedTest
    @ValueSource(strings = {
        "[{'@type':'HowToStep','text':'Chop.'},{'@type':'HowToStep','text':'Boil.'}]",
        "['Chop.','Boil.']",
        "'Chop.\\nBoil.'",
        "'<p>Chop.</p><p>Boil.</p>'",
        "'<ol><li>Chop.</li><li>Boil.</li></ol>'",
        "'&lt;p&gt;Chop.&lt;/p&gt;&lt;p&gt;Boil.&lt;/p&gt;'",
        "'1. Chop. 2. Boil. '",
        "['1. Chop.','2. Boil.']",
        "[['Chop.'],['Boil.']]",
        "['Chop.',{'@type':'HowToStep','name':'Boil.'}]",
        "{'@type':'ItemList','itemListElement':[{'@type':'ListItem','position':2,'item':{'@type':'HowToStep','text':'Boil.'}},{'@type':'ListItem','position':1,'item':{'@type':'HowToStep','text':'Chop.'}}]}",
        "{'@type':'HowToStep','text':'Chop.\\n\\nBoil.'}",
        "[{'@type':'HowToStep','name':'Step 1','text':'Chop.'},{'@type':'HowToStep','name':'Step 2','text':'Boil.'}]",
        "[{'@type':'HowToStep','name':'Chop','text':'Chop.'},{'@type':'HowToStep','name':'Boil...','text':'Boil.'}]",
        "[{'@type':'HowToStep','text':'1'},'Chop.','2.','Boil.']",
        "{'@type':'HowTo','step':[{'@type':'HowToStep','itemListElement':[{'@type':'HowToDirection','text':'Chop.'}]},'Boil.']}"
    })
    void readsStepsOfEveryShape(String json) {
        assertEquals(List.of("Chop.", "Boil."), recipe("\"recipeInstructions\":" + json.replace('\'', '"')).steps());
    }

    @Test
    void sectionsOfStepsAreHeadingsOnLinesOfTheirOwn() {
        Draft draft = recipe("""
                "recipeInstructions":[{"@type":"HowToSection","name":"Dough","itemListElement":[{"@type":"HowToStep","text":"Knead."}]},
                {"@type":"HowToSection","name":"Filling","itemListElement":["Stir."]}]""");
        assertEquals(List.of("Dough", "Knead.", "Filling", "Stir."), draft.steps());
    }

    @Test
    void aStepsNameThatSaysMoreIsKept() {
        Draft draft = recipe("\"recipeInstructions\":[{\"@type\":\"HowToStep\",\"name\":\"Make the dough\",\"text\":\"Mix all.\"}]");
        assertEquals(List.of("Make the dough: Mix all."), draft.steps());
    }

    @Test
    void stepsMissingOrEmptyAreNoSteps() {
        assertEquals(List.of(), recipe("\"recipeInstructions\":[]").steps());
        assertEquals(List.of(), recipe("\"recipeInstructions\":\"\"").steps());
        assertEquals(List.of(), recipe("").steps());
    }

    // Times, yields and the rest

    @Test
    void readsTimes() {
        Draft draft = recipe("\"prepTime\":\"PT10M\",\"cookTime\":{\"@type\":\"Duration\",\"minValue\":\"PT1H\",\"maxValue\":\"PT2H\"},"
                + "\"totalTime\":[\"P0DT2H10M\"]");
        assertEquals(new Draft.Times(10, 120, 130), draft.times());
    }

    @Test
    void saysWhichTimeItRefused() {
        Draft draft = recipe("\"prepTime\":\"PT-1H\",\"totalTime\":\"PT20M\"");
        assertNull(draft.times().prep());
        assertEquals("The preparation time \"PT-1H\" is not a time and was left out. (prepTime)", draft.problems().getFirst().toString());
    }

    @Test
    void readsYieldsOfEveryShape() {
        assertEquals(4, recipe("\"recipeYield\":4").portions().servings());
        assertEquals(4, recipe("\"recipeYield\":[\"4\",\"4 servings\"]").portions().servings());
        assertEquals(6, recipe("\"recipeYield\":{\"@type\":\"QuantitativeValue\",\"value\":6,\"unitText\":\"people\"}").portions().servings());
        assertNull(recipe("\"recipeYield\":\"\"").portions().servings());
    }

    @Test
    void decodesEntitiesTwiceAndRemovesTags() {
        Draft draft = page("{\"@type\":\"Recipe\",\"name\":\"Mac &amp;amp; <b>Cheese</b>&nbsp;&#8211; caf&eacute;\",\"recipeIngredient\":[\"1&frac12; cups\"]}");
        assertEquals("Mac & Cheese – café", draft.about().name());
        assertEquals(List.of("1½ cups"), texts(draft));
    }

    @Test
    void undoesTextStoredInAWrongEncoding() {
        assertEquals("1¼ cups crème, don’t whip", CleanText.line("1Â¼ cups crÃ¨me, donâ€™t whip"));
        assertEquals("À la crème Â", CleanText.line("À la crème Â"));
    }

    @Test
    void tagsComeFromKeywordsCategoryAndCuisine() {
        Draft draft = recipe("\"keywords\":\"quick, Soup\",\"recipeCategory\":[\"Soup\"],\"recipeCuisine\":\"French\"");
        assertEquals(List.of("Soup", "French", "quick"), draft.about().tags());
    }

    @Test
    void readsAuthorsOfEveryShape() {
        assertEquals("Ann", recipe("\"author\":\"Ann\"").about().author());
        assertEquals("Ann", recipe("\"author\":[{\"@type\":\"Person\",\"name\":\"Ann\"}]").about().author());
        assertNull(recipe("\"author\":{\"@type\":\"Person\"}").about().author());
    }
}
