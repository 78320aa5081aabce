package app.larder.store;

import static app.larder.store.TextIndexFixture.recipe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.Highlighted;
import app.larder.recipes.Recipe;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is marked in a recipe, exactly. */
class TextHighlightsTest {

    private static String name(String name, String typed) {
        return marked(highlights(typed).of(recipe(1, name, "")).name());
    }

    private static TextHighlights highlights(String typed) {
        return new TextHighlights(typed, TextIndexFixture::variants);
    }

    private static @Nullable String line(Recipe recipe, String typed) {
        Highlighted line = highlights(typed).of(recipe).line();
        return line == null ? null : marked(line);
    }

    /** The text with brackets around what is marked. */
    private static String marked(Highlighted highlighted) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Highlighted.Span span : highlighted.spans()) {
            assertTrue(done <= span.start() && span.start() < span.end(), "ascending, not empty, no overlap");
            out.append(highlighted.text(), done, span.start()).append('[');
            out.append(highlighted.text(), span.start(), span.end()).append(']');
            done = span.end();
        }
        return out.append(highlighted.text().substring(done)).toString();
    }

    @Test
    void theTypedPartOfAWordIsMarked() {
        assertEquals("[Chick]en and [chick]peas", name("Chicken and chickpeas", "chick"));
        assertEquals("Apfel[kuchen]", name("Apfelkuchen", "kuchen"));
        assertEquals("Plain", name("Plain", "other"));
    }

    @Test
    void placesAreThoseOfTheOriginalTextWhateverItsAccents() {
        assertEquals("🍮 [Crèm]e [brûl]ée", name("🍮 Crème brûlée", "crem brul"));
        assertEquals("[Cre\u0300me\u0301] x", name("Cre\u0300me\u0301 x", "creme"));
        assertEquals("Die [Straß]e", name("Die Straße", "stras"));
        assertEquals("Die [Straße]", name("Die Straße", "strasse"));
        assertEquals("[ﬁsh] stew", name("ﬁsh stew", "fish"));
        assertEquals("İzmir [köft]esi", name("İzmir köftesi", "koft"));
    }

    @Test
    void pluralsSynonymsAndTyposMarkTheWholeWord() {
        assertEquals("[Tomato] soup", name("Tomato soup", "tomatoes"));
        assertEquals("[Käse]brot", name("Käsebrot", "käse"));
        assertEquals("[Käsebrot]", name("Käsebrot", "kaese"));
        assertEquals("[Spring onion] pie, [scallion]s", name("Spring onion pie, scallions", "scallion"));
        assertEquals("A [scallion] pie", name("A scallion pie", "spring onion"));
        assertEquals("[Lasagne]", name("Lasagne", "lasange"));
    }

    @Test
    void theLineThatSaysMostOfWhatTheNameLacksIsShown() {
        Recipe recipe = recipe(1, "Lemon cake", "Melt the butter.\nGrate the lemon over butter and sugar.", "sugar");
        assertNull(line(recipe, "lemon"));
        assertNull(line(recipe, "nothing"));
        assertEquals("1 cup [sug]ar", line(recipe, "lemon sug"));
        assertEquals("Grate the [lemon] over [butter] and [sugar].", line(recipe, "lemon butter sugar"));
    }

    @Test
    void aLongLineIsCutAroundTheMatch() {
        String before = "Stir well and wait for a while until it thickens. ".repeat(6);
        Recipe recipe = recipe(1, "Sauce", before + "Add the nutmeg now. " + before);
        Highlighted line = highlights("nutm").of(recipe).line();
        assertNotNull(line);
        assertTrue(line.text().length() <= 162 && line.text().startsWith("…") && line.text().endsWith("…"));
        assertEquals(1, line.spans().size());
        assertTrue(marked(line).contains(" [nutm]eg "), marked(line));
    }

    @Test
    void nothingSearchedMarksNothing() {
        assertEquals(List.of(), highlights("").of(recipe(1, "Name", "")).name().spans());
        assertNull(line(recipe(1, "Name", "text"), " . "));
    }

    @Test
    void wordsAreSplitAtAnythingButLettersAndDigits() {
        assertEquals(
                "chef|s self|raising|7up|kartoffel|味|噌|👩|🍳",
                TextWords.of("Chef's").stream().map(w -> w.forms().getFirst()).collect(Collectors.joining("|"))
                        + " "
                        + TextWords.of("Self-raising 7UP Kar\u00ADtoffel 味噌 👩\u200D🍳 ½ …").stream()
                                .map(w -> w.forms().getFirst())
                                .collect(Collectors.joining("|")));
    }
}
