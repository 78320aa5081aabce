package app.larder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.format.Draft;
import app.larder.exchange.format.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SampleRecipesTest {

    private final SampleRecipes samples = new SampleRecipes(Clock.systemUTC());

    @Test
    void everySampleIsWhole() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            List<ImportedRecipe> all = samples.in(language);
            assertEquals(6, all.size());
            for (ImportedRecipe sample : all) {
                assertEquals(List.of(), sample.problems(), sample.recipe().name());
                assertTrue(sample.recipe().ingredients().size() >= 8, sample.recipe().name());
                assertTrue(sample.steps().size() >= 4, sample.recipe().name());
                assertNotNull(sample.recipe().prepTimeMinutes());
                assertNotNull(sample.recipe().details().totalTimeMinutes());
                assertNotNull(sample.recipe().details().servings());
                assertFalse(sample.recipe().details().tags().isEmpty());
                sample.recipe().ingredients().forEach(line -> assertFalse(line.name().isBlank(), line.line()));
            }
        }
    }

    @Test
    void theSamplesSpeakTheReadersLanguage() {
        assertEquals("Bananenbrot", samples.in(Locale.GERMANY).getLast().recipe().name());
        assertEquals("Banana bread", samples.in(Locale.of("pt")).getLast().recipe().name());
    }

    @Test
    void thePagesOfTheTourAreReadWhole() throws IOException {
        for (String page : List.of("mushroom-barley-risotto", "pear-and-ginger-crumble")) {
            try (InputStream in = SampleRecipesTest.class.getResourceAsStream("/tour/" + page + ".html")) {
                assertNotNull(in);
                Draft draft = new TextReader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8), null).getFirst();
                assertTrue(draft.ingredients().size() >= 9 && draft.steps().size() >= 5, page);
                assertEquals(55, draft.times().total());
                assertEquals(List.of(), draft.problems());
            }
        }
    }
}
