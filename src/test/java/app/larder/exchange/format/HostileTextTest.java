package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts built to keep a reader busy: each is read to its end with work that grows no faster than the text, and can be
 * given up in the midst. A stage that is not linear shows by never ending.
 */
class HostileTextTest {

    private static final int SIZE = 200_000;
    private static final String RECIPE = "<h2>Ingredients</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Method</h2><p>Do.</p>";

    private final TextReader reader = new TextReader();

    private static String filled(String piece) {
        return piece.repeat(SIZE / piece.length());
    }

    private static String json(String fields) {
        return "{\"@type\":\"Recipe\",\"name\":\"Soup\",\"recipeIngredient\":[\"1 onion\"]," + fields + "}";
    }

    static Stream<String> pages() {
        return Stream.of(
                "<html>" + filled("<div>"),
                "<html>" + filled("<b><i><div>x"),
                "<html>" + filled("<a href=x>"),
                "<html>" + filled("<table><tr><td>x"),
                "<html>" + filled("<ul><li>1 g x"),
                "<html>" + filled("<div><h1>x"),
                "<div itemscope itemtype='http://schema.org/Recipe'>" + filled("<div itemprop=recipeIngredient>x"),
                "<html>" + filled("<div itemprop=a itemscope itemtype='http://schema.org/Recipe'>"),
                "<html>" + filled("<div class='hrecipe ingredient'>x"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageOfUnclosedTagsTakesNoMoreWorkThanItsTags(String page) {
        AtomicLong asked = new AtomicLong();
        reader.read(page, null, new Patience(() -> asked.incrementAndGet() < 0));
        assertTrue(asked.get() < 40L * SIZE / 10, asked + " pieces of work");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readingAPageCanBeGivenUpInTheMidst(String page) {
        AtomicLong asked = new AtomicLong();
        Patience impatient = new Patience(() -> asked.incrementAndGet() >= 40);
        assertThrows(CancellationException.class, () -> reader.read(page, null, impatient));
        assertEquals(40, asked.get());
    }

    @Test
    void aRecipeBeforeTheTagsIsStillFound() {
        assertEquals(2, reader.read("<html>" + RECIPE + filled("<p>"), null).getFirst().ingredients().size());
        assertEquals(2, reader.read("<html>" + "<b>".repeat(20_000) + RECIPE, null).getFirst().ingredients().size());
    }

    @Test
    void ofTooManyTagsThoseAtTheStartAreRead() {
        String many = "<p>".repeat(Page.MOST_TAGS);
        assertEquals(1, reader.read("<html>" + RECIPE + many, null).size());
        assertEquals(0, reader.read("<html>" + many + RECIPE, null).size());
    }

    @Test
    void aHundredThousandNodesOfAGraphAreAllRead() {
        String node = "{\"@type\":\"Recipe\",\"name\":\"a\",\"recipeIngredient\":[\"1 a\"]}";
        String graph = "{\"@graph\":[" + (node + ",").repeat(99_999) + node + "]}";
        assertEquals(100_000, reader.read(graph, null).size());
        AtomicLong asked = new AtomicLong();
        assertThrows(
                CancellationException.class,
                () -> reader.read(graph, null, new Patience(() -> asked.incrementAndGet() >= 2_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[", "[", "{", "}", "]", "[[[[[[}", "{\"a\" ", "\"", "\" ", ";", "/", ",", "<!--", "[{"})
    void nestedOrBrokenJsonGivesNothingAndNoHarm(String piece) {
        String script = "<script type='application/ld+json'>" + filled(piece) + "</script>" + RECIPE;
        assertEquals(2, reader.read(script, null).getFirst().ingredients().size());
        reader.read("{" + filled(piece), null);
        reader.read("[\"" + filled(piece), null);
    }

    @Test
    void stepsThatReferToStepsManyTimesOverAreReadAsFarAsIsSensible() {
        StringBuilder graph = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            String next = "{\"@id\":\"n" + (i + 1) + "\"}";
            graph.append("{\"@id\":\"n").append(i).append("\",\"@type\":\"HowToSection\",\"itemListElement\":[")
                    .append((next + ",").repeat(9)).append(next).append("]},");
        }
        graph.append("{\"@id\":\"n9\",\"@type\":\"HowToStep\",\"text\":\"ha ha\"}");
        AtomicLong asked = new AtomicLong();
        List<Draft> drafts = reader.read(
                "{\"@graph\":[" + json("\"recipeInstructions\":{\"@id\":\"n0\"}") + "," + graph + "]}",
                null,
                new Patience(() -> asked.incrementAndGet() < 0));
        assertEquals("ha ha", drafts.getFirst().steps().getFirst());
        assertTrue(asked.get() < 50_000, asked + " pieces of work");
    }

    @Test
    void manyKeywordsAndManyTimesAreNoBurden() {
        StringBuilder keywords = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            keywords.append("word").append(i).append(',');
        }
        Draft draft = reader.read(
                json("\"keywords\":\"" + keywords + "\",\"prepTime\":[" + "\"PT-5M\",".repeat(20_000) + "\"PT5M\"]"), null).getFirst();
        assertEquals(Tidy.MOST_TAGS, draft.about().tags().size());
        assertEquals(5, draft.times().prep());
        assertTrue(draft.problems().size() < 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<script ", "<style>", "< ", "<\\n", " \\n", "ab ", "a", "&amp;", "&a", "1. ", "12 ", "(", "a: ", "Ã¢", "#", "- ", "½", "1/", "</"})
    void noLineIsTooOddToBeReadInOneGo(String piece) {
        String odd = filled(piece);
        String lines = json("\"description\":\"" + odd + "\",\"recipeYield\":\"" + odd + "\",\"recipeInstructions\":\"<br>" + odd + "\"")
                .replace("[\"1 onion\"]", "[\"1 onion\",\"" + odd + "\",\"" + odd + "\"]");
        assertEquals("1 onion", reader.read(lines, null).getFirst().ingredients().getFirst().text());
        String shown = odd.replace("\\n", "\n");
        reader.read("<h2>Ingredients</h2><ul><li>1 a</li><li>" + shown + "</li></ul>", null);
        reader.read("Soup\n\n1 onion\n" + shown, null);
    }
}
