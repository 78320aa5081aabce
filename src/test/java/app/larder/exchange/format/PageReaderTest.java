package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private final PageReader reader = new PageReader(HeadingWords.load());

    private Draft read(String body) {
        return reader.read(Page.of("<html><head><title>Site</title></head><body>" + body + "</body></html>", null, Patience.ENDLESS));
    }

    private static List<String> texts(Draft draft) {
        return draft.ingredients().stream().map(Draft.Line::text).toList();
    }

    // Microdata and its kin

    @Test
    void readsMicrodata() {
        Draft draft = read("""
                <div itemscope itemtype="http://schema.org/Recipe">
                  <h1 itemprop="name">Soup</h1>
                  <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ann</span></span>
                  <meta itemprop="prepTime" content="PT10M"><time itemprop="cookTime" datetime="PT20M">20 minutes</time>
                  <span itemprop="totalTime">half an hour</span>
                  <span itemprop="recipeYield">4 servings</span>
                  <ul><li itemprop="recipeIngredient">1 <b>onion</b></li><li itemprop="ingredients">salt</li></ul>
                  <div itemprop="recipeInstructions"><ol><li>Chop
                     it.</li><li>Boil.</li></ol></div>
                </div>""");
        assertEquals("Soup", draft.about().name());
        assertEquals("Ann", draft.about().author());
        assertEquals(new Draft.Times(10, 20, null), draft.times());
        assertEquals(4, draft.portions().servings());
        assertTrue(texts(draft).contains("1 onion"));
        assertEquals(List.of("Chop it.", "Boil."), draft.steps());
    }

    @Test
    void readsStepsThatAreThingsInMicrodata() {
        Draft draft = read("""
                <div itemscope itemtype="https://schema.org/Recipe"><b itemprop="name">Soup</b><i itemprop="recipeIngredient">salt</i>
                <div itemprop="recipeInstructions" itemscope itemtype="https://schema.org/HowToSection"><b itemprop="name">First</b>
                <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToStep"><p itemprop="text">Chop.</p></div></div></div>""");
        assertEquals(List.of("First", "Chop."), draft.steps());
    }

    @Test
    void readsRdfaAndMicroformats() {
        Draft rdfa = read("""
                <div vocab="http://schema.org/" typeof="Recipe"><h2 property="name">Soup</h2><span property="ingredients">salt</span>
                <div property="recipeInstructions"><p>Boil.</p></div></div>""");
        assertEquals("Soup", rdfa.about().name());
        assertEquals(List.of("Boil."), rdfa.steps());
        Draft old = read("""
                <div class="hrecipe"><h2 class="fn">Soup</h2><span class="ingredient">salt</span>
                <span class="preptime"><span class="value-title" title="PT5M"></span>5 minutes</span>
                <div class="instructions"><p>Chop.</p><p>Boil.</p></div></div>""");
        assertEquals("Soup", old.about().name());
        assertEquals(5, old.times().prep());
        assertEquals(List.of("Chop.", "Boil."), old.steps());
    }

    // Headings and lists

    @Test
    void readsHeadingsAndLists() {
        Draft draft = read("""
                <nav><ul><li>1 home</li></ul></nav><h1>Soup</h1><p>Nice.</p>
                <p>Prep time: 10 mins</p><p>Cook time</p><p>1 hour</p><p>Serves 4</p>
                <h2>Ingredients</h2><h3>For the base</h3><ul><li>1 onion</li><li>salt</li></ul><p>To serve</p><ul><li>bread</li></ul>
                <h2>Method</h2><p>1</p><p>Chop.</p><p>2</p><p>Boil.</p>
                <h2>Comments</h2><p>Great!</p>""");
        assertEquals("Soup", draft.about().name());
        assertEquals(
                List.of(new Draft.Line("1 onion", "For the base"), new Draft.Line("salt", "For the base"), new Draft.Line("bread", "To serve")),
                draft.ingredients());
        assertEquals(List.of("Chop.", "Boil."), draft.steps());
        assertEquals(new Draft.Times(10, 60, null), draft.times());
        assertEquals(4, draft.portions().servings());
    }

    @Test
    void readsGermanFrenchPolishAndGreekHeadings() {
        for (String[] words : new String[][] {
            {"Zutaten für 4 Personen", "Zubereitung"}, {"Ingrédients", "Préparation"}, {"Składniki", "Przygotowanie"}, {"Υλικά", "Εκτέλεση"}
        }) {
            Draft draft = read("<h1>A</h1><h2>" + words[0] + "</h2><ul><li>2 a</li><li>3 b</li></ul><h2>" + words[1]
                    + "</h2><ol><li>Eins.</li><li>Zwei.</li></ol>");
            assertEquals(List.of("2 a", "3 b"), texts(draft), words[0]);
            assertEquals(List.of("Eins.", "Zwei."), draft.steps(), words[1]);
        }
    }

    @Test
    void readsARecipeWithoutHeadings() {
        Draft draft = read("""
                <h1>Carrots</h1><ul><li>About</li><li>Contact</li></ul><h3>Recipe: Carrots</h3>
                <ul><li>3 carrots</li><li>1/4 tsp. salt</li><li>1 Tbs. syrup</li><li>Orange juice</li></ul>
                <p>Cut the carrots.</p><p>Cook them.</p><h3>Variation</h3><p>Add stock.</p>""");
        assertEquals(List.of("3 carrots", "1/4 tsp. salt", "1 Tbs. syrup", "Orange juice"), texts(draft));
        assertEquals(List.of("Cut the carrots.", "Cook them."), draft.steps());
    }

    @Test
    void takesTheFirstOfListsRepeatedInOtherMeasures() {
        Draft draft = read("""
                <h1>Biscuits</h1><h2>Ingredients</h2><ul><li>100 g sugar</li><li>200 g butter</li><li>1 egg yolk</li></ul>
                <ul><li>3.5 oz sugar</li><li>7 oz butter</li><li>1 egg yolk</li></ul><h2>Method</h2><p>Bake.</p>""");
        assertEquals(List.of("100 g sugar", "200 g butter", "1 egg yolk"), texts(draft));
    }

    @Test
    void anArticleIsNoRecipe() {
        assertFalse(read("<h1>News</h1><p>Ingredients of success</p><p>1 goal</p><ul><li>Home</li><li>About</li></ul>").isRecipe());
    }

    // Putting readings together

    @Test
    void fillsWhatJsonLdLeavesOut() {
        Draft draft = read("""
                <script type="application/ld+json">{"@type":"Recipe","name":"From data","recipeIngredient":["1 onion"]}</script>
                <h1>From heading</h1><h2>Ingredients</h2><ul><li>2 onions</li></ul><h2>Method</h2><ol><li>Chop.</li></ol>
                <p>Total time: 15 minutes</p>""");
        assertEquals("From data", draft.about().name());
        assertEquals(List.of("1 onion"), texts(draft));
        assertEquals(List.of("Chop."), draft.steps());
        assertEquals(15, draft.times().total());
    }

    @Test
    void takesTheVisibleLinesWhereTheDataPutsAmountsLast() {
        Draft draft = read("""
                <script type="application/ld+json">{"@type":"Recipe","name":"A","recipeIngredient":["butter 75gr","cheese 100gr","salt"],
                "recipeInstructions":"Do.","totalTime":"PT1H"}</script>
                <h2>Ingredients</h2><ul><li>75 gr butter (soft)</li><li>100 gr cheese</li><li>salt</li></ul><h2>Method</h2><p>Do.</p>""");
        assertEquals(List.of("75 gr butter (soft)", "100 gr cheese", "salt"), texts(draft));
    }

    @Test
    void theSourceIsTheCanonicalAddress() {
        Draft draft = reader.read(Page.of("""
                <link rel="canonical" href="/soup"><script type="application/ld+json">
                {"@type":"Recipe","name":"A","recipeIngredient":["salt"]}</script>""", "https://cook.example/soup?utm=1", Patience.ENDLESS));
        assertEquals("https://cook.example/soup", draft.about().url());
    }

    @Test
    void truncatedHtmlStillGivesWhatIsThere() {
        Draft draft = read("""
                <h1>Soup</h1><h2>Ingredients</h2><ul><li>1 onion</li><li>salt</li></ul><h2>Method</h2><ol><li>Chop.</li><li>Boi""");
        assertEquals(2, draft.ingredients().size());
        assertEquals("Chop.", draft.steps().getFirst());
        Draft cut = reader.read(Page.of(
                "<script type=\"application/ld+json\">{\"@type\":\"Recipe\",\"name\":\"Soup\",\"recipeIngredient\":[\"1 onion\",\"sal", null, Patience.ENDLESS));
        assertEquals(List.of("1 onion", "sal"), texts(cut));
    }

    @Test
    void survivesDeepNesting() {
        assertFalse(read("<div>".repeat(200_000)).isRecipe());
        assertTrue(read("<b>".repeat(20_000) + "<h2>Ingredients</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Method</h2><p>Do.</p>").isRecipe());
    }

    @Test
    void ingredientsSetAsideOrInAFormAreFound() {
        Draft aside = read("""
                <h1>Soup</h1><aside><h3>Ingredienser</h3><ul><li>4 porsjoner</li></ul><ul><li>1 løk</li><li>2 dl vann</li></ul></aside>
                <h3>Slik gjør du</h3><p>Kok.</p>""");
        assertEquals(List.of("1 løk", "2 dl vann"), texts(aside));
        assertEquals(List.of("Kok."), aside.steps());
        Draft form = read("""
                <form><h1>Soup</h1><h2>Ingredients</h2><ul><li><label>1 onion</label></li><li><label>2 leeks</label></li></ul>
                <h2>Method</h2><p>Boil.</p></form>""");
        assertEquals(List.of("1 onion", "2 leeks"), texts(form));
    }

    @Test
    void whatIsSetAsideIsLeftOutIfTheRecipeIsElsewhere() {
        Draft draft = read("""
                <h1>Soup</h1><h2>Ingredients</h2><ul><li>1 onion</li><li>2 leeks</li></ul>
                <aside><h2>Ingredients</h2><ul><li>Wine</li></ul></aside><h2>Method</h2><p>Boil.</p>""");
        assertEquals(List.of("1 onion", "2 leeks"), texts(draft));
    }

    @Test
    void linesThatOnlyShareTheirUnitsAreNoSecondCopyOfTheList() {
        String rest = "<h2>Method</h2><p>Bake.</p>";
        Draft different = read("<h2>Ingredients</h2><ul><li>12 ounces macaroni</li><li>1 teaspoon mustard</li>"
                + "<li>8 ounces smoked cheese</li><li>1 teaspoon salt</li></ul>" + rest);
        assertEquals(4, different.ingredients().size());
        Draft twice = read("<h2>Ingredients</h2><ul><li>12 ounces macaroni</li><li>1 teaspoon mustard</li>"
                + "<li>340 g macaroni</li><li>5 ml mustard</li></ul>" + rest);
        assertEquals(List.of("12 ounces macaroni", "1 teaspoon mustard"), texts(twice));
    }

    @Test
    void numbersStuckToTheirStepsAreTakenOff() {
        String start = "<h2>Ingredients</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Directions</h2>";
        assertEquals(
                List.of("Preheat.", "Mix.", "Bake."),
                read(start + "<ol><li><span>Step 1</span>Preheat.</li><li><span>Step 2</span>Mix.</li><li><span>Step 3</span>Bake.</li></ol>").steps());
        assertEquals(
                List.of("Peel.", "Cut.", "Fry."),
                read(start + "<p><b>1</b>Peel.</p><p><b>2</b>Cut.</p><p><b>3</b>Fry.</p>").steps());
        assertEquals(
                List.of("2cm cubes are best.", "Cut.", "Fry."),
                read(start + "<p>2cm cubes are best.</p><p>Cut.</p><p>Fry.</p>").steps());
    }

    @Test
    void aHeadingWithNothingUnderItAndAnAdvertisementAreNoSteps() {
        Draft draft = read("""
                <h2>Ingredients</h2><p><i>Needs a large pot</i></p><ul><li>1 a</li><li>Advertisement</li><li>2 b</li></ul>
                <h2>Directions</h2><h3>Dough</h3><p>Knead.</p><p>Advertisement</p><p>Bake.</p><p><b>What do you think of it?</b></p>""");
        assertEquals(List.of("1 a", "2 b"), texts(draft));
        assertEquals(List.of("Dough", "Knead.", "Bake."), draft.steps());
    }
}
