package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemperaturesTest {

    private static String with(String text, Temperatures.Scale wanted) {
        StringBuilder result = new StringBuilder(text);
        for (Temperatures.Beside beside : Temperatures.beside(text, wanted).reversed()) {
            result.insert(beside.at(), " [" + beside.text() + "]");
        }
        return result.toString();
    }

    @Test
    void findsOvenTemperatures() {
        List<Temperatures.Found> found = Temperatures.in("Heat to 180 °C (350°F), 200C, 160 degrees F or 220 Grad; 1 C sugar, 20 cm");
        assertEquals(List.of(180, 350, 200, 160, 220), found.stream().map(Temperatures.Found::degrees).toList());
        assertEquals(350, found.getFirst().inOtherScale());
        assertEquals(180, found.get(1).inOtherScale());
        assertEquals(71, found.get(3).inOtherScale());
        assertEquals(Temperatures.Scale.CELSIUS, found.get(4).scale());
    }

    @ParameterizedTest
    @CsvSource({"350 g", "Use 2 gas rings", "gas mark 12", "20 cm", "1 C sugar", "Add 180", "Gasherd Stufe 3", "gas", "9999 °C"})
    void isNotFooledByOtherNumbers(String text) {
        assertTrue(Temperatures.in(text).isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Heat to 180 °C. | Heat to 180 °C [350 °F].",
        "Bake at 160-180°C | Bake at 160-180°C [325–350 °F]",
        "bei 200 Grad backen | bei 200 Grad [400 °F] backen",
        "200 °C Ober-/Unterhitze (180 °C Umluft) | 200 °C [400 °F] Ober-/Unterhitze (180 °C [350 °F] Umluft)",
        "Preheat the oven to 180°C/350°F/gas mark 4. | Preheat the oven to 180°C/350°F/gas mark 4.",
        "200C/180C fan/gas 6 | 200C [400 °F]/180C [350 °F] fan/gas 6",
        "Gas mark 4 | Gas mark 4 [350 °F]",
        "to 63 °C inside | to 63 °C [145 °F] inside",
        "four à 210 °C (thermostat 7) | four à 210 °C [410 °F] (thermostat 7)",
        "240 °C, then 170 °C | 240 °C [465 °F], then 170 °C [340 °F]"
    })
    void saysItInFahrenheitForACookWithThatOven(String text, String shown) {
        assertEquals(shown, with(text, Temperatures.Scale.FAHRENHEIT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Bake at 350 degrees F | Bake at 350 degrees F [180 °C]", "425°F | 425°F [220 °C]", "gas mark 3-4 | gas mark 3-4 [170–180 °C]",
        "325-350 °F | 325-350 °F [160–180 °C]", "180 °C (350 °F) | 180 °C (350 °F)", "250°F | 250°F [121 °C]",
        "Heat to 350°F. Lower to 180 °C later | Heat to 350°F [180 °C]. Lower to 180 °C later"
    })
    void saysItInCelsiusForACookWithThatOven(String text, String shown) {
        assertEquals(shown, with(text, Temperatures.Scale.CELSIUS));
    }

    @Test
    void theTemperaturesOfRecipesComeBackToThemselves() {
        for (int celsius = 140; celsius <= 260; celsius += 10) {
            Temperatures.Found found = Temperatures.in(celsius + " °C").getFirst();
            Temperatures.Found back = Temperatures.in(found.inOtherScaleText()).getFirst();
            assertTrue(Math.abs(back.inOtherScale() - celsius) <= 5, celsius + " °C became " + back.inOtherScale());
        }
    }
}
