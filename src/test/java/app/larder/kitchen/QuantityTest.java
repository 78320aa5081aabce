package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2 | 2", "1.5 | 1 1/2", "1,5 | 1 1/2", "1/2 | 1/2", "1 1/2 | 1 1/2", "1-1/2 | 1 1/2", "½ | 1/2", "1½ | 1 1/2",
        "1 ½ | 1 1/2", "1⁄3 | 1/3", "2 2⁄3 | 2 2/3", "0.7 | 0.7", "0,125 | 1/8", "1,000 | 1000", "1,250,000 | 1250000",
        ".5 | 1/2", "6/4 | 1 1/2", "2/7 | 2/7", "0 | 0", "1.001 | 1.001", "٣ | 3", "１２ | 12", "  3  | 3", "5/16 | 0.3125"
    })
    void readsWhatACookWritesAndPrintsIt(String written, String printed) {
        assertEquals(printed, Quantity.parse(written).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "1 2", "1/0", "-1", "1 5/4", "1/2 1/2", "2 x 400", "1..5", "1-2", "½½", "/2"})
    void saysSoWhenATextIsNotOneAmount(String written) {
        assertEquals(Optional.empty(), Quantity.parse(written));
    }

    @Test
    void showsKitchenFractionsAsOneLetter() {
        assertEquals("1½", Quantity.of(3, 2).display());
        assertEquals("⅓", Quantity.of(1, 3).display());
        assertEquals("0.7", Quantity.of(7, 10).display());
        assertEquals("3", Quantity.of(3).display());
        assertEquals("⅚", Quantity.of(5, 6).display());
    }

    @Test
    void writesDecimalsInTheLanguage() {
        assertEquals("1.5", Quantity.of(3, 2).decimal(2, Locale.ENGLISH));
        assertEquals("1,5", Quantity.of(3, 2).decimal(2, Locale.GERMAN));
        assertEquals("0.33", Quantity.of(1, 3).decimal(2, Locale.ENGLISH));
        assertEquals("100", Quantity.of(100).decimal(2, Locale.ENGLISH));
    }

    @Test
    void calculatesExactly() {
        Quantity third = Quantity.of(1, 3);
        assertEquals(Quantity.ONE, third.plus(third).plus(third));
        assertEquals(Quantity.of(1, 9), third.times(third));
        assertEquals(Quantity.ONE, third.dividedBy(third));
        assertEquals(Quantity.of(2, 3), Quantity.ONE.minus(third));
        assertEquals(Quantity.ZERO, third.minus(Quantity.ONE));
        assertEquals(Quantity.of(1, 2), Quantity.of(9, 20).roundedTo(Quantity.of(1, 4)));
        assertThrows(ArithmeticException.class, () -> third.dividedBy(Quantity.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Quantity.of(-1));
    }

    @Test
    void whatIsPrintedReadsBackAsTheSameAmount() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Quantity amount = new Quantity(
                    new BigInteger(random.nextInt(1, 40), random), new BigInteger(random.nextInt(1, 20), random).add(BigInteger.ONE));
            assertEquals(Optional.of(amount), Quantity.parse(amount.toString()), amount::toString);
            assertEquals(Optional.of(amount), Quantity.parse(amount.display()), amount::display);
        }
    }

    @Test
    void printOfAnyReadableTextReadsBack() {
        Random random = new Random(8);
        List<String> parts = List.of("1", "2", "9", "0", ".", ",", "/", " ", "½", "⅔", "-", "⁄", "250", "000");
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(1, 7); k > 0; k--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            Optional<Quantity> amount = Quantity.parse(text.toString());
            if (amount.isPresent()) {
                read++;
                assertEquals(amount, Quantity.parse(amount.get().toString()), text::toString);
            }
        }
        assertTrue(read > 5_000, "too few texts were amounts: " + read);
    }

    @Test
    void tenThousandDigitsAreNoAmountAndNoTrouble() {
        String digits = "7".repeat(10_000);
        for (String text : List.of(digits, "1/" + digits, digits + "/3", "0." + digits, "1 " + digits + "/2", "1," + digits)) {
            Quantity.parse(text).ifPresent(q -> assertEquals(Optional.of(q), Quantity.parse(q.toString())));
        }
        assertEquals(Optional.empty(), Quantity.parse(digits));
        String hundred = "9".repeat(100);
        for (String text : List.of(hundred, hundred + "/7", "1/" + hundred, hundred + "." + hundred, hundred + " 1/3")) {
            Quantity amount = Quantity.parse(text).orElseThrow();
            assertEquals(Optional.of(amount), Quantity.parse(amount.toString()), text);
        }
    }
}
