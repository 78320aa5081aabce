package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionTest {

    private static @Nullable Unit unit(@Nullable String key) {
        return key == null ? null : Unit.ofKey(key).orElseThrow(() -> new AssertionError("no unit: " + key));
    }

    private static String convert(String line, @Nullable String to) {
        return Conversion.convert(IngredientLineParser.parse(line), unit(to), CupStandard.US)
                .map(amount -> amount.text(Locale.ENGLISH))
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 cup flour; about 120 g", "2 cups all-purpose flour; about 240 g", "1 cup strong white bread flour; about 120 g",
        "1 cup packed brown sugar; about 215 g", "1 cup sugar; about 200 g", "1 cup milk; about 245 g",
        "1 cup honey; about 335 g", "1 tbsp butter; about 14 g", "1 cup peanut butter; about 260 g", "1 tsp salt; about 6 g",
        "1 cup rolled oats; about 90 g", "1 cup basmati rice; about 185 g", "1 cup extra-virgin olive oil; about 220 g",
        "1/2 cup cocoa powder; about 43 g", "1 cup grated Parmesan cheese; about 95 g", "1 cup chopped walnuts; about 115 g",
        "1 Tasse Mehl; about 120 g", "1 Tasse Dinkelmehl Type 630; about 110 g", "1 TL Salz; about 6 g",
        "2 EL Zucker; about 25 g", "1 cup flour or cornstarch; about 120 g", "1 cup half-and-half; about 240 g",
        "2 onions; about 300 g", "1 große Zwiebel; about 150 g", "3 cloves of garlic; about 15 g", "3 garlic cloves; about 15 g",
        "2 Knoblauchzehen; about 10 g", "2 Zehen Knoblauch; about 10 g", "3 eggs; about 150 g", "3 Eier (Größe M); about 150 g",
        "2 dozen eggs; about 1200 g", "1 stick butter; about 115 g", "1 tin tomatoes; about 400 g",
        "1 Pck. Vanillezucker; about 8 g", "1 Würfel frische Hefe; about 42 g", "1 Becher saure Sahne; about 200 g",
        "1 Bund Petersilie; about 30 g", "2 Blatt Gelatine; about 4 g", "1 kg Mehl; 1000 g", "1 lb beef; 453.59 g"
    })
    void weighsWhatALineAsksFor(String line, String grams) {
        assertEquals(grams, convert(line, "g"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1 kg flour plus 100 g; 1100 g", "½ cup plus 2 tbsp sugar; about 125 g", "1 cup sugar minus 2 tbsp; about 175 g",
        "2 x 400 g tins chopped tomatoes; 800 g", "1 (14 oz) can black beans; 396.89 g", "2 Dosen à 400 g Kichererbsen; 800 g",
        "2 tins of tomatoes (400 g each); 800 g", "3 onions (about 300 g); about 300 g", "2 Zwiebeln (je 100 g); about 200 g"
    })
    void takesTheSizeALineGives(String line, String grams) {
        assertEquals(grams, convert(line, "g"));
    }

    @Test
    void goesBothWaysAndFromThingsToThings() {
        assertEquals("about 2", convert("300 g onions", null));
        assertEquals("about 1 cup", convert("120 g flour", "cup"));
        assertEquals("about 1 cup", convert("1 onion, chopped", "cup"));
        assertEquals("about 1 bulb", convert("10 cloves garlic", "bulb"));
        assertEquals("24", convert("2 dozen eggs", null));
        assertEquals("2 pieces", convert("2 onions", "piece"));
        assertEquals("500 ml", convert("0.5 l olive oil", "ml"));
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        for (String line : List.of("1 cup unobtainium", "salt to taste", "2 unicorns", "1 cup salt and pepper", "1 pinch salt",
                "2 cm ginger", "1 cup butter beans and bacon", "1 sprig catnip")) {
            assertEquals("-", convert(line, "g"), line);
        }
    }

    @Test
    void marksWhatIsAboutAndKeepsItExactInside() {
        Unit cup = unit("cup");
        Unit gram = unit("g");
        Amount flour = Conversion.convert(Quantity.of(2), cup, gram, "flour", CupStandard.US).orElseThrow();
        assertEquals(new Amount(Quantity.of(240), gram, true), flour);
        assertEquals(new Amount(Quantity.of(2), cup, true),
                Conversion.convert(flour, cup, "flour", CupStandard.US).orElseThrow());
        assertEquals("etwa 240 g", flour.text(Locale.GERMAN));
        assertEquals("1½ cups", Amount.exact(Quantity.of(3, 2), cup).text(Locale.ENGLISH));
    }

    @Test
    void cupsOfOtherKitchensWeighMore() {
        Amount metric = Conversion.convert(Quantity.ONE, unit("cup"), unit("g"), "flour", CupStandard.METRIC).orElseThrow();
        assertEquals("about 125 g", metric.text(Locale.ENGLISH));
    }

    @Test
    void falseFriendsHaveTheirOwnWeights() {
        for (List<String> pair : List.of(List.of("peanut butter", "butter"), List.of("coconut milk", "milk"),
                List.of("icing sugar", "sugar"), List.of("almond flour", "flour"), List.of("baking powder", "baking soda"),
                List.of("gemahlene Mandeln", "Mandeln"), List.of("Puderzucker", "Zucker"), List.of("Erdnussbutter", "Butter"),
                List.of("kale", "frozen spinach"), List.of("dried apricots", "apricots"))) {
            Optional<Quantity> first = FoodWeights.ofMillilitre(pair.getFirst());
            assertTrue(first.isPresent(), pair.getFirst());
            assertTrue(!first.equals(FoodWeights.ofMillilitre(pair.getLast())), pair::toString);
        }
        assertEquals(Optional.of(Quantity.of(300)), FoodWeights.ofOne("eggplant", null));
        assertEquals(Optional.of(Quantity.of(220)), FoodWeights.ofOne("sweet potato", null));
        assertEquals(Optional.of(Quantity.of(150)), FoodWeights.ofOne("floury potatoes", null));
        assertEquals(Optional.of(Quantity.of(120)), FoodWeights.ofOne("tomatoes", null));
        assertEquals(Optional.empty(), FoodWeights.ofOne("tomato sauce", null));
    }
}
