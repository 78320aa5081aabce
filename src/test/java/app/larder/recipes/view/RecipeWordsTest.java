package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Texts;
import app.larder.kitchen.Quantity;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeWordsTest {

    private final RecipeWords words = new RecipeWords(Texts.in(Locale.UK));

    @ParameterizedTest
    @CsvSource({"0, 0 min", "59, 59 min", "60, 1 h", "90, 1 h 30 min", "1439, 23 h 59 min", "1440, 1 day", "2880, 2 days"})
    void minutesAreSaidAsAPersonWould(int minutes, String said) {
        assertEquals(said, words.minutes(minutes));
    }

    @Test
    void aTimeWithSecondsIsSaidInSeconds() {
        assertEquals("90 s", words.duration(Duration.ofSeconds(90)));
        assertEquals("10 min", words.duration(Duration.ofMinutes(10)));
    }

    @Test
    void servingsAreCountedAndMayBeParts() {
        assertEquals("1 serving", words.servings(1));
        assertEquals("4 servings", words.servings(Quantity.of(4)));
        assertEquals("4½ servings", words.servings(Quantity.of(9, 2)));
    }

    @Test
    void aWebAddressIsShownByItsHostAndAnythingElseAsItStands() {
        assertEquals("example.org", RecipeWords.source("https://WWW.Example.org/a/b?c"));
        assertEquals("Oma", RecipeWords.source("Oma"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "https://", "http://a b", "ftp://x.org", "x https://y.org"})
    void onlyWebAddressesAreLinks(String source) {
        assertTrue(RecipeWords.link(source).isEmpty());
    }
}
