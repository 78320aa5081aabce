package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalingTest {

    private static final Kitchen ENGLISH = Kitchen.asWritten(Locale.ENGLISH);

    private static String scaled(String line, String factor, Kitchen kitchen) {
        Scaling.Scaled scaled = Scaling.scale(
                IngredientLineParser.parse(line), Quantity.parse(factor).orElseThrow(), kitchen);
        String remark = scaled.remark() == Scaling.Remark.NONE ? "" : scaled.remark().name();
        return String.join(" ", scaled.amount(), scaled.unit(), remark).strip().replaceAll(" +", " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "3 tsp salt; 16; 1 cup", "1 tsp salt; 3; 1 tbsp", "1 tsp salt; 2; 2 tsp", "1/4 cup sugar; 1/2; 2 tbsp",
        "1 cup sugar; 1/2; ½ cup", "1 cup sugar; 2; 2 cups", "2 cups sugar; 1/2; 1 cup", "1 cup sugar; 1/3; ⅓ cup",
        "750 g flour; 2; 1.5 kg", "1 kg flour; 1/2; 500 g", "500 ml milk; 4; 2 l", "7 g yeast; 3/2; 11 g ROUNDED",
        "8 oz cheese; 2; 1 lb", "1 lb beef; 1/2; 8 oz", "3 eggs; 1/2; 2 WHOLE", "2 eggs; 2; 4", "1 egg; 1/4; 1 WHOLE",
        "1 onion; 1/2; ½", "1 onion; 3/2; 1½", "2-3 onions; 2; 4–6", "a pinch of salt; 4; pinch NOT_SCALED",
        "2 pinches salt; 2; 2 pinches NOT_SCALED", "salt to taste; 3; NOT_SCALED", "2 tins tomatoes; 1/2; 1 tin",
        "1 tin tomatoes; 3; 3 tins", "200 g rice; 1; 200 g", "113 g butter; 1; 113 g", "2 tbsp oil; 1; 2 tbsp",
        "1 clove garlic; 2; 2 cloves", "2 tbsp oil; 1/2; 1 tbsp", "3/4 cup sugar; 3/2; 1 cup + 2 tbsp",
        "½ cup plus 2 tablespoons sugar; 1; ½ cup", "½ cup plus 2 tablespoons sugar; 2; 1 cup",
        "1 lb 4 oz beef; 1; 1¼ lb", "1 lb 3 oz beef; 1; 1 lb + 3 oz", "1 tbsp plus 1 tsp oil; 3; 3 tbsp",
        "1/8 tsp salt; 1; ⅛ tsp", "5 tbsp sugar; 2; ½ cup + 2 tbsp", "1/8 cup oil; 1; ⅛ cup", "1 tbsp oil; 1/2; 1½ tsp"
    })
    void scalesAsACookWould(String line, String factor, String shown) {
        assertEquals(shown, scaled(line, factor, ENGLISH), line + " x " + factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 Dose Tomaten; 2; 2 Dosen", "750 g Mehl; 2; 1,5 kg", "1 TL Salz; 3; 1 EL", "1 EL Öl; 2; 2 EL", "1 EL Öl; 16; 240 ml",
        "1 Ei; 3/2; 2 WHOLE", "1 Prise Salz; 2; 1 Prise NOT_SCALED", "1 Zehe Knoblauch; 3; 3 Zehen"
    })
    void scalesGermanLines(String line, String factor, String shown) {
        Kitchen german = new Kitchen(CupStandard.METRIC, Kitchen.Measures.AS_WRITTEN, Locale.GERMAN);
        assertEquals(shown, scaled(line, factor, german), line + " x " + factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "8 oz cheese; METRIC; 225 g", "1 lb beef; METRIC; 455 g", "1 cup milk; METRIC; 235 ml", "2 tbsp oil; METRIC; 2 tbsp",
        "500 g beef; US; 1 lb + 1½ oz", "1 cup flour; METRIC; about 120 g ABOUT", "1½ cups sugar; METRIC; about 300 g ABOUT",
        "1-2 cups flour; METRIC; about 120–240 g ABOUT", "1 stick butter; METRIC; about 115 g ABOUT",
        "2 sticks celery; METRIC; about 100 g ABOUT", "2 tbsp flour; METRIC; 2 tbsp", "1 pint cream; METRIC; 475 ml",
        "1 cup chopped onions; METRIC; about 150 g ABOUT", "1 cup unobtainium; METRIC; 235 ml",
        "500 g flour; US; about 4¼ cups ABOUT", "120 g flour; US; about 1 cup ABOUT", "250 g sugar; US; about 1¼ cups ABOUT",
        "10 g salt; US; about 1¾ tsp ABOUT", "250 g Mehl; US; about 2 cups ABOUT", "500 g onions; US; 1 lb + 1½ oz",
        "250 g milk; US; about 1 cup ABOUT", "250 g butter; US; about 1 cup + 2 tbsp ABOUT",
        "454 g beef; US; 1 lb", "240 ml milk; US; 1 cup", "3 onions; US; 3", "1 tin tomatoes; US; 1 tin"
    })
    void showsTheOtherMeasures(String line, Kitchen.Measures measures, String shown) {
        Kitchen kitchen = new Kitchen(CupStandard.US, measures, Locale.ENGLISH);
        assertEquals(shown, scaled(line, "1", kitchen), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "2 cups flour; 300 g; 1 1/4 about", "500 g flour; 300 g; 0.6", "1 kg Mehl; 500 g; 1/2", "3 onions; 2; 2/3",
        "300 g onions; 3; 1 1/2 about", "2-3 onions; 3; 1", "2-3 onions; 6; 2", "2-3 onions; 1; 1/2",
        "2 x 400 g tins tomatoes; 1200 g; 1 1/2", "2 x 400 g tins tomatoes; 3 tins; 1 1/2", "1 dozen eggs; 6; 1/2",
        "a pinch of salt; 3 g; -", "salt; 3 g; -", "2 cups unobtainium; 300 g; -", "500 g flour; 0 g; -", "1 lb beef; 8 oz; 1/2"
    })
    void scalesByOneIngredient(String line, String have, String factor) {
        ParsedLine there = IngredientLineParser.parse(have + " x");
        String found = Scaling.factor(IngredientLineParser.parse(line), there.quantity() == null ? Quantity.ZERO : there.quantity(),
                        there.knownUnit().orElse(null), CupStandard.US)
                .map(f -> f.value() + (f.about() ? " about" : ""))
                .orElse("-");
        assertEquals(factor, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "½ cup plus 2 tablespoons sugar; plus ¼ cup", "1 cup flour, plus 2 tbsp for dusting; plus ¼ cup for dusting",
        "1 cup minus 1 tablespoon sugar, sifted; minus 2 tbsp, sifted",
        "3 onions (about 300 g); about 600 g", "2 x 400 g tins tomatoes; 400 g", "4 chicken breasts (150 g each); 150 g each",
        "2 onions, cut into 2 cm dice; cut into 2 cm dice", "1 bunch parsley (40 g), chopped; 80 g, chopped",
        "2 onions, finely chopped; finely chopped", "1 Bund Petersilie (ca. 600 g); ca. 1.2 kg"
    })
    void scalesTheWeightInARemark(String line, String note) {
        ParsedLine parsed = IngredientLineParser.parse(line);
        assertEquals(note, Scaling.note(parsed.note(), parsed.unit(), Quantity.of(2), ENGLISH));
        assertEquals(parsed.note(), Scaling.note(parsed.note(), parsed.unit(), Quantity.ONE, ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 tsp salt; 48; 1 cup", "48 tsp salt; 2; 2 cups", "1/8 cup oil; 1/2; 1 tbsp", "1500 g flour; 2; 3 kg",
        "1/4 tsp salt; 1; ¼ tsp", "1 tsp salt; 1/4; ¼ tsp", "2 x 400 g tins tomatoes; 3/2; 3 tins", "2 x 400 g tins tomatoes; 2; 4 tins",
        "1 bunch parsley; 1/2; ½ bunch", "100 ml cream; 15; 1.5 l", "1 kg beef; 1/20; 50 g", "1 g saffron; 1/2; 0.5 g"
    })
    void findsTheUnitACookWouldTakeNext(String line, String factor, String shown) {
        assertEquals(shown, scaled(line, factor, ENGLISH), line + " x " + factor);
    }

    @Test
    void scalingByAFactorAndBackReturnsTheStart() {
        Random random = new Random(3);
        String[] units = {"g", "cups", "tsp", "EL", "lb", "", "tins", "cloves", "pinches"};
        for (int i = 0; i < 5_000; i++) {
            Quantity quantity = Quantity.of(random.nextInt(1, 500), random.nextInt(1, 9));
            Quantity max = random.nextBoolean() ? quantity.plus(Quantity.of(random.nextInt(1, 9), 3)) : null;
            ParsedLine line = new ParsedLine("", quantity, max, units[random.nextInt(units.length)], "thing", "", false);
            Quantity factor = Quantity.of(random.nextInt(1, 60), random.nextInt(1, 60));
            ParsedLine back = Scaling.exactly(Scaling.exactly(line, factor), Quantity.ONE.dividedBy(factor));
            assertEquals(line, back);
        }
    }

    @Test
    void whatIsShownIsNeverFarFromTheExactAmountUnlessItSaysSo() {
        Random random = new Random(4);
        String[] units = {"g", "cup", "tsp", "tbsp", "lb", "oz", "kg", "ml", "l", "", "clove"};
        for (int i = 0; i < 5_000; i++) {
            String unit = units[random.nextInt(units.length)];
            ParsedLine line = new ParsedLine("", Quantity.of(random.nextInt(1, 300), random.nextInt(1, 9)), null, unit, "x", "", false);
            Scaling.Scaled scaled = Scaling.scale(line, Quantity.of(random.nextInt(1, 30), random.nextInt(1, 7)), ENGLISH);
            Quantity shown = Quantity.parse(scaled.amount()).orElseThrow(() -> new AssertionError(line + " gave " + scaled));
            Quantity exact = scaled.exact();
            if (exact == null || scaled.remark() != Scaling.Remark.NONE || scaled.unit().contains("+")) {
                continue;
            }
            double inUnit = exact.toDouble();
            if (!unit.isEmpty()) {
                inUnit = Unit.of(unit).orElseThrow()
                        .convert(exact, Unit.of(scaled.unit()).orElseThrow(), CupStandard.US).orElseThrow().toDouble();
            }
            assertEquals(inUnit, shown.toDouble(), inUnit * 0.021 + 0.006, () -> line + " gave " + scaled);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1500, g, 1.5 kg", "299, g, 299 g", "400/3, g, 135 g", "1/2, '', ½", "3/2, cups, 1½ cups", "3, '', 3", "1/3, tsp, ⅓ tsp", "1/5, kg, 200 g",
        "2, Dosen, 2 Dosen", "7, sachets, 7 sachets"
    })
    void anAmountThatWasWorkedOutIsSaidAsACookWould(String amount, String unit, String text) {
        Quantity quantity = Quantity.parse(amount).orElseThrow();
        assertEquals(text, Scaling.text(quantity, unit, Kitchen.asWritten(Locale.ROOT)));
    }
}
