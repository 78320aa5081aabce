package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.DraftLine.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftLineTest {

    @Test
    void anIngredientIsReadFromItsLine() {
        Ingredient read = DraftLine.of("400 g tomatoes, chopped").ingredient("For the sauce");
        assertEquals(List.of("400", "g", "tomatoes"), List.of(read.quantity(), read.unit(), read.name()));
        assertEquals("chopped", read.note());
        assertEquals("For the sauce", read.section());
        assertEquals("400 g tomatoes, chopped", read.text());
    }

    @Test
    void aCorrectionCountsAndTheTypedTextStays() {
        DraftLine line = DraftLine.of("400 g tomatoes, chopped").with(Part.NAME, "plum tomatoes");
        assertEquals("plum tomatoes", line.ingredient(null).name());
        assertEquals("400 g tomatoes, chopped", line.ingredient(null).text());
        assertTrue(line.corrected(Part.NAME));
        assertFalse(line.corrected(Part.AMOUNT));
    }

    @Test
    void aCorrectionOutlivesTypingElsewhereInTheLine() {
        DraftLine line = DraftLine.of("400 g tomatoes").with(Part.NAME, "plum tomatoes").withText("500 g tomatoes");
        assertEquals("plum tomatoes", line.part(Part.NAME));
        assertEquals("500", line.part(Part.AMOUNT));
    }

    @Test
    void aCorrectionRestsWhileItsPartIsTypedAnewAndComesBackWithTheText() {
        DraftLine line = DraftLine.of("400 g tomatoes").with(Part.NAME, "plum tomatoes");
        assertEquals("onions", line.withText("400 g onions").part(Part.NAME));
        assertEquals("plum tomatoes", line.withText("400 g onions").withText("400 g tomatoes").part(Part.NAME));
    }

    @Test
    void correctingBackToWhatIsReadLeavesNoCorrection() {
        DraftLine line = DraftLine.of("400 g tomatoes");
        assertEquals(line, line.with(Part.UNIT, "kg").with(Part.UNIT, "g"));
    }

    @Test
    void aCorrectedRangeIsARange() {
        Ingredient onions = DraftLine.of("some onions").with(Part.AMOUNT, "2 – 3").ingredient(null);
        assertEquals("2", onions.quantity());
        assertEquals("3", onions.quantityMax());
        Ingredient half = DraftLine.of("onions").with(Part.AMOUNT, "1 1/2").ingredient(null);
        assertEquals("1 1/2", half.quantity());
        assertNull(half.quantityMax());
    }

    @Test
    void aStoredIngredientComesBackAsItWas() {
        Ingredient stored = new Ingredient(
                "shallots", "2", "", "id-1", "2-3 onions", "peeled", null, "3", true, Map.of("brand", "x"));
        DraftLine line = DraftLine.of(stored);
        assertTrue(line.corrected(Part.NAME));
        assertEquals(stored, line.ingredient(null));
    }

    @Test
    void aLineOfAnotherProgramKeepsItsThreeParts() {
        Ingredient foreign = Ingredient.of("eggplant (large)", "one", "piece");
        Ingredient back = DraftLine.of(foreign).ingredient(null);
        assertEquals(
                List.of("eggplant (large)", "one", "piece"), List.of(back.name(), back.quantity(), back.unit()));
    }

    @Test
    void itsIdAndForeignKeysAreKeptThroughEdits() {
        Ingredient stored = new Ingredient("salt", "", "", "id-7", "salt", null, null, null, false, Map.of("kept", 1));
        Ingredient edited = DraftLine.of(stored).withText("sea salt").with(Part.NOTE, "to taste").ingredient(null);
        assertEquals("id-7", edited.id());
        assertEquals(Map.of("kept", 1), edited.others());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            For the sauce:      | For the sauce
            # For the sauce     | For the sauce
            ## Filling:         | Filling
            Für den Teig:       | Für den Teig
            2 eggs:             |
            400 g flour         |
            #                   |
            :                   |
            """)
    void headingsAreKnownByTheirMarks(String line, String words) {
        assertEquals(Optional.ofNullable(words), DraftLine.of(line).headingWords());
    }

    @Test
    void aSentenceIsNoHeading() {
        assertTrue(DraftLine.of("Mix all of the following together in a bowl that is large enough for it:")
                .headingWords()
                .isEmpty());
    }

    @Test
    void makingAHeadingPlainTakesItsMarkOff() {
        assertEquals("For the sauce", DraftLine.of("For the sauce:").withHeading(false).text());
        assertTrue(DraftLine.of("For the sauce:").withHeading(false).headingWords().isEmpty());
    }
}
