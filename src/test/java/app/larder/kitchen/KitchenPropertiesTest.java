package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any line and any amount; chance is seeded, so that a failure comes back. */
final class KitchenPropertiesTest {

    private static final Kitchen ENGLISH = Kitchen.asWritten(Locale.ENGLISH);
    private static final List<String> PARTS = List.of("1", "½", "1/2", "1/2 g/", "2 x 400 g", "(", ")", "[", ",", ".", ";", ":", "g", "cup",
            "EL", "TL", "Dose(n)", "onion", "Mehl", "chopped", "finely", "plus 2 tbsp", "minus", "or", "oder", "und", "à 400 g",
            "ca.", "je", "for the", "d'", "x", "%", "-", "–", "~", "/", "\u2044", "°C", "gas mark 4", "\u0000", "\u00ad", "\u200b",
            "\ud83c\udf45", "\ud800", "\udc00", "e\u0301", "١٢", "９９", "999999999999999999999999", "0", "1,000", "1.000", "0.333", "\t");
    private static final List<String> UNITS = List.of("", "g", "kg", "ml", "l", "tsp", "TL", "tbsp", "cup", "cups", "oz", "lb", "pint",
            "tins", "cloves", "Bund", "Prise", "pinches", "Stück", "handful");

    private static String anyLine(Random random) {
        StringBuilder line = new StringBuilder();
        boolean words = random.nextInt(3) > 0;
        for (int k = random.nextInt(16); k > 0; k--) {
            if (words) {
                line.append(any(PARTS, random)).append(random.nextInt(4) > 0 ? " " : "");
            } else {
                line.append((char) random.nextInt(random.nextBoolean() ? 0x250 : 0x10000));
            }
        }
        return line.toString();
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    private static Quantity anyAmount(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Quantity.of(random.nextInt(1, 2_000));
            case 1 -> Quantity.of(random.nextInt(1, 40), any(List.of(2, 3, 4, 6, 8), random));
            case 2 -> Quantity.of(random.nextInt(1, 100_000), 1_000);
            default -> Quantity.of(random.nextInt(1, 500), random.nextInt(1, 60));
        };
    }

    private static ParsedLine anyAmountOf(String food, Random random) {
        Quantity low = anyAmount(random);
        Quantity high = random.nextInt(3) == 0 ? low.plus(anyAmount(random)) : null;
        return new ParsedLine("", low, high, any(UNITS, random), food, "", false);
    }

    private static void everythingAnswers(String text) {
        ParsedLine line = IngredientLineParser.parse(text);
        assertEquals(text, line.text());
        assertNotNull(Scaling.scale(line, Quantity.of(3, 2), ENGLISH));
        assertNotNull(Scaling.note(line.note(), line.unit(), Quantity.of(2), ENGLISH));
        assertNotNull(Conversion.convert(line, Units.ALL.key("g"), CupStandard.US));
        assertNotNull(Temperatures.beside(text, Temperatures.Scale.CELSIUS));
        assertNotNull(StepTimes.in(text));
    }

    @Test
    void noLineThrowsAndItsTextSurvives() {
        Random random = new Random(11);
        for (int i = 0; i < 40_000; i++) {
            everythingAnswers(anyLine(random));
        }
    }

    @Test
    void noLengthAndNoRepetitionThrows() {
        Random random = new Random(12);
        for (String part : PARTS) {
            everythingAnswers(part.repeat(10_000 / part.length()));
            everythingAnswers("1 cup onion " + (part + " ").repeat(10_000 / part.length()));
        }
        for (int i = 0; i < 20; i++) {
            StringBuilder line = new StringBuilder();
            while (line.length() < 10_000) {
                line.append(anyLine(random));
            }
            everythingAnswers(line.toString());
        }
    }

    @Test
    void aLongLineIsReadByItsBeginning() {
        ParsedLine line = IngredientLineParser.parse("2 cups flour, " + "very ".repeat(3_000) + "fine");
        assertEquals("2 cups flour", line.quantity() + " " + line.unit() + " " + line.name());
        assertTrue(line.text().length() > 10_000);
        String tomatoes = "\ud83c\udf45".repeat(3_000);
        assertEquals(tomatoes, IngredientLineParser.parse(tomatoes).text());
    }

    @Test
    void whatAnAmountPrintsReadsAsTheSameAmount() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            Quantity amount = anyAmount(random);
            assertEquals(Optional.of(amount), Quantity.parse(amount.toString()));
            assertEquals(Optional.of(amount), Quantity.parse(amount.display()));
            ParsedLine line = IngredientLineParser.parse(amount + " cups flour");
            assertEquals(amount, line.quantity(), line.text());
            assertEquals("flour", line.name());
        }
    }

    @Test
    void scalingByNAndByOneNthReturnsTheStart() {
        Random random = new Random(14);
        for (int i = 0; i < 20_000; i++) {
            ParsedLine line = anyAmountOf("thing", random);
            Quantity factor = Quantity.of(random.nextInt(1, 100), random.nextInt(1, 100));
            assertEquals(line, Scaling.exactly(Scaling.exactly(line, factor), Quantity.ONE.dividedBy(factor)));
        }
    }

    @Test
    void scalingByAnIngredientAsksForJustWhatThereIs() {
        Random random = new Random(15);
        Unit gram = Units.ALL.key("g");
        for (int i = 0; i < 5_000; i++) {
            Quantity have = anyAmount(random);
            ParsedLine line = new ParsedLine("", anyAmount(random), null, random.nextBoolean() ? "cups" : "lb", "flour", "", false);
            Scaling.Factor factor = Scaling.factor(line, have, gram, CupStandard.US).orElseThrow();
            Amount asked = Conversion.convert(Scaling.exactly(line, factor.value()), gram, CupStandard.US).orElseThrow();
            assertEquals(have, asked.quantity());
            assertEquals(line.unit().equals("cups"), factor.about());
        }
    }

    @Test
    void conversionsReturnAndDoNotDependOnTheWay() {
        Random random = new Random(16);
        List<Unit> units = List.of("g", "kg", "oz", "lb", "ml", "l", "tsp", "tbsp", "cup", "pt", "floz", "dl").stream()
                .map(Units.ALL::key).toList();
        for (String food : List.of("flour", "Zucker", "butter", "honey", "grated Parmesan", "Milch")) {
            for (int i = 0; i < 2_000; i++) {
                Unit a = any(units, random);
                Unit b = any(units, random);
                Unit c = any(units, random);
                CupStandard cups = any(List.of(CupStandard.values()), random);
                Quantity amount = anyAmount(random);
                Amount inB = Conversion.convert(amount, a, b, food, cups).orElseThrow();
                Amount back = Conversion.convert(inB, a, food, cups).orElseThrow();
                assertEquals(amount, back.quantity());
                assertEquals(a.dimension() != b.dimension(), inB.about());
                Amount byWay = Conversion.convert(inB, c, food, cups).orElseThrow();
                assertEquals(Conversion.convert(amount, a, c, food, cups).orElseThrow().quantity(), byWay.quantity());
            }
        }
    }

    @Test
    void whatIsShownIsNeverNothingAndNamesAUnitAgain() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            ParsedLine line = anyAmountOf(random.nextBoolean() ? "flour" : "milk", random);
            Kitchen kitchen = new Kitchen(any(List.of(CupStandard.values()), random),
                    any(List.of(Kitchen.Measures.values()), random), random.nextBoolean() ? Locale.ENGLISH : Locale.GERMAN);
            Scaling.Scaled scaled = Scaling.scale(line, Quantity.of(random.nextInt(1, 40), random.nextInt(1, 20)), kitchen);
            assertTrue(scaled.amount().chars().anyMatch(c -> (c != '0' && Numerals.isDigit((char) c)) || Numerals.isVulgar((char) c)),
                    () -> line + " gave " + scaled);
            String unit = scaled.unit().replaceFirst(" \\+.*", "");
            assertTrue(unit.isEmpty() || Unit.of(unit).isPresent(), () -> line + " gave " + scaled);
        }
    }
}
