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
        "½ cup plus 2 tablespoons sugar; 1; ½ cup + 2 tbsp", "½ cup plus 2 tablespoons sugar; 2; 1¼ cups",
        "1 lb 4 oz beef; 1; 1¼ lb", "1 lb 3 oz beef; 1; 1 lb + 3 oz", "1 tbsp plus 1 tsp oil; 1; 1 tbsp + 1 tsp",
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
        "500 g flour; US; 1 lb + 1½ oz", "454 g beef; US; 1 lb", "240 ml milk; US; 1 cup", "3 onions; US; 3", "1 tin tomatoes; US; 1 tin"
    })
    void showsTheOtherMeasures(String line, Kitchen.Measures measures, String shown) {
        Kitchen kitchen = new Kitchen(CupStandard.US, measures, Locale.ENGLISH);
        assertEquals(shown, scaled(line, "1", kitchen), line);
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
}
