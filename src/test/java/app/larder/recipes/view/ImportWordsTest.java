package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.exchange.format.Problem;
import app.larder.exchange.input.Reason;
import app.larder.fx.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImportWordsTest {

    private static final Problem CUT = Problem.of(Problem.Kind.INGREDIENTS_CUT, "ingredients", 10_000);
    private static final Reason EMPTY = Reason.of(Reason.Kind.EMPTY, "soup.html");

    @Test
    void aGermanWindowSaysInGermanWhatAnImportNoticed() {
        ImportWords words = new ImportWords(Texts.in(Locale.GERMANY));
        assertEquals("Nur die ersten 10.000 Zutaten wurden übernommen.", words.problem(CUT));
        assertEquals("soup.html ist leer.", words.reason(EMPTY));
    }

    @Test
    void anEnglishWindowSaysWhatTheCommandLineSays() {
        ImportWords words = new ImportWords(Texts.in(Locale.UK));
        assertEquals(CUT.sentence(), words.problem(CUT));
        assertEquals(EMPTY.sentence(), words.reason(EMPTY));
    }
}
