package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitTest {

    private static Unit unit(String word) {
        return Unit.of(word).orElseThrow(() -> new AssertionError("no unit: " + word));
    }

    @ParameterizedTest
    @CsvSource({
        "g, g", "Gramm, g", "gr., g", "grams, g", "kilos, kg", "Pfund, pfund", "oz., oz", "lbs, lb", "pound, lb",
        "ml, ml", "Liter, l", "litres, l", "cl, cl", "dl, dl", "tsp, tsp", "TL, tsp", "Teelöffel, tsp", "t, tsp",
        "T, tbsp", "EL, tbsp", "Essl., tbsp", "tablespoons, tbsp", "heaped tbsp, tbsp", "gehäufte EL, tbsp", "fl oz, floz",
        "fl. oz., floz", "fluid ounces, floz", "cup, cup", "Tassen, cup", "pint, pt", "Prise, pinch", "Msp., pinch",
        "pinches, pinch", "small handful, handful", "Bund, bunch", "Dose(n), tin", "Dosen, tin", "tins, tin", "can, can",
        "Päckchen, package", "Pck., package", "Zehe/n, clove", "cloves, clove", "cuillères à soupe, tbsp",
        "c. à café, tsp", "eetlepel, tbsp", "theelepels, tsp", "cucchiaio, tbsp", "cucchiaini, tsp", "cucharada, tbsp",
        "cucharaditas, tsp", "gousses, clove", "teentjes, clove", "spicchi, clove", "dientes, clove", "sprigs, sprig"
    })
    void knowsTheWordsOfSeveralLanguages(String word, String key) {
        assertEquals(key, unit(word).key());
    }

    @Test
    void saysSoWhenAWordIsNoUnit() {
        for (String word : List.of("", " ", "flour", "unsalted", "x", "9", "egg")) {
            assertEquals(Optional.empty(), Unit.of(word), word);
        }
    }

    @Test
    void convertsExactly() {
        assertEquals(Optional.of(Quantity.of(16)), unit("cup").convert(Quantity.ONE, unit("tbsp"), CupStandard.US));
        assertEquals(Optional.of(Quantity.of(48)), unit("cup").convert(Quantity.ONE, unit("tsp"), CupStandard.US));
        assertEquals(Optional.of(Quantity.of(2)), unit("pt").convert(Quantity.ONE, unit("cup"), CupStandard.US));
        assertEquals(Optional.of(Quantity.of(16)), unit("gal").convert(Quantity.ONE, unit("cup"), CupStandard.US));
        assertEquals(Optional.of(Quantity.of(16)), unit("lb").convert(Quantity.ONE, unit("oz"), CupStandard.US));
        assertEquals(Optional.of(Quantity.of(3, 2)), unit("g").convert(Quantity.of(1500), unit("kg"), CupStandard.US));
        assertEquals(Optional.of(Quantity.of(250)), unit("cup").convert(Quantity.ONE, unit("ml"), CupStandard.METRIC));
        assertEquals(Optional.empty(), unit("cup").convert(Quantity.ONE, unit("g"), CupStandard.US));
        assertEquals(Optional.empty(), unit("tin").convert(Quantity.ONE, unit("can"), CupStandard.US));
    }

    @Test
    void conversionsThereAndBackReturnTheStartAndAreTransitive() {
        List<Unit> volumes = List.of(unit("ml"), unit("tsp"), unit("tbsp"), unit("floz"), unit("cup"), unit("pt"), unit("l"));
        Quantity amount = Quantity.of(7, 3);
        for (CupStandard standard : CupStandard.values()) {
            for (Unit a : volumes) {
                for (Unit b : volumes) {
                    Quantity there = a.convert(amount, b, standard).orElseThrow();
                    assertEquals(Optional.of(amount), b.convert(there, a, standard));
                    for (Unit c : volumes) {
                        assertEquals(a.convert(amount, c, standard), b.convert(there, c, standard));
                    }
                }
            }
        }
    }

    @Test
    void hasAWordForOneAndForMore() {
        assertEquals("cup", unit("cup").word(Quantity.of(1, 2), Locale.ENGLISH));
        assertEquals("cups", unit("cup").word(Quantity.of(3, 2), Locale.ENGLISH));
        assertEquals("Tassen", unit("cup").word(Quantity.of(2), Locale.GERMAN));
        assertEquals("EL", unit("tbsp").word(Quantity.of(2), Locale.GERMAN));
    }

    @Test
    void massAndVolumeAlwaysHaveASize() {
        for (String word : List.of("mg", "g", "kg", "hg", "pfund", "oz", "lb", "ml", "cl", "dl", "l", "tsp", "dsp", "tbsp", "floz",
                "cup", "pt", "qt", "gal", "gill")) {
            Unit unit = Unit.ofKey(word).orElseThrow();
            for (CupStandard standard : CupStandard.values()) {
                Quantity size = unit.size(standard);
                assertTrue(size != null && !size.isZero(), word);
            }
        }
    }
}
