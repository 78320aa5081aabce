package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4                          | 4
            4 servings                 | 4
            Serves 4-6                 | 4
            4 bis 6 Portionen          | 4
            für 3 Personen             | 3
            1 loaf, 10 slices          | 10
            1 (9-inch) pie, 8 servings | 8
            24 cookies                 | 24
            """)
    void readsTheNumberOfPortions(String words, int servings) {
        assertEquals(servings, Servings.of(List.of(words)).servings());
    }

    @Test
    void keepsTheLongestWordingOfSeveral() {
        assertEquals(new Draft.Portions(12, "12 muffins"), Servings.of(List.of("12", "12 muffins")));
    }

    @Test
    void aBareNumberNeedsNoWords() {
        assertNull(Servings.of(List.of("4")).words());
    }

    @Test
    void nobodyIsFedByNothing() {
        assertNull(Servings.of(List.of("0")).servings());
        assertEquals(Draft.Portions.NONE, Servings.of(List.of("", " ")));
        assertNull(Servings.of(List.of("1/2 cup")).servings());
    }
}
