package app.larder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.format.Problem;
import app.larder.exchange.input.Reason;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an import can say has a sentence in every language. */
class ImportTextsTest {

    private static final List<Object> FACTS = List.of(7, 1_234, 5);

    static Stream<String> keys() {
        return Stream.concat(
                Stream.of(Problem.Kind.values()).map(Problem.Kind::key),
                Stream.of(Reason.Kind.values()).map(Reason.Kind::key));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKindHasASentenceInEveryLanguage(String key) {
        for (Locale language : List.of(Locale.ROOT, Locale.GERMAN)) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "i18n/texts", language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertTrue(texts.containsKey(key), language + " has no " + key);
            assertTrue(texts.getString(key).endsWith("."), texts.getString(key));
        }
    }

    @Test
    void theEnglishSentenceHasItsFactsInIt() {
        assertEquals(
                "The title is longer than 300 characters and was cut. (name)",
                Problem.of(Problem.Kind.TITLE_CUT, "name", 300).toString());
        assertEquals("Only the first 10,000 ingredients were taken.", Problem.of(Problem.Kind.INGREDIENTS_CUT, "", 10_000).sentence());
        assertEquals("x.html is too large to be a recipe (50 MB; up to 20 MB is read).", Reason.of(Reason.Kind.FILE_TOO_LARGE, "x.html", 50L, 20L).sentence());
        for (Problem.Kind kind : Problem.Kind.values()) {
            assertFalse(new Problem(kind, "", FACTS).sentence().contains("{"), kind.name());
            assertFalse(new Problem(kind, "", FACTS).sentence().contains("''"), kind.name());
        }
        for (Reason.Kind kind : Reason.Kind.values()) {
            assertFalse(new Reason(kind, FACTS).sentence().contains("{"), kind.name());
            assertFalse(new Reason(kind, FACTS).sentence().contains("''"), kind.name());
        }
    }
}
