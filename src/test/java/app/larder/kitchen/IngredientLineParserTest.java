package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IngredientLineParserTest {

    private static String amount(ParsedLine line) {
        Quantity quantity = line.quantity();
        Quantity max = line.quantityMax();
        return (quantity == null ? "" : quantity.toString()) + (max == null ? "" : "-" + max);
    }

    private static void reads(String text, String amount, String unit, String name) {
        ParsedLine line = IngredientLineParser.parse(text);
        String wanted = amount + " | " + unit + " | " + name;
        assertEquals(wanted, amount(line) + " | " + line.unit() + " | " + line.name(), text);
        assertEquals(text, line.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', emptyValue = "", nullValues = "-", value = {
        // traps from the trackers of other programs
        "1 1/2 cup flour; 1 1/2; cup; flour",
        "15 g | rams butter; 15; g; butter",
        "400g unsalted butter; 400; g; unsalted butter",
        "8( ounce) cream cheese; 8; ounce; cream cheese",
        "1/3 cup sugar; 1/3; cup; sugar",
        "Sugar 2/3 cup; 2/3; cup; Sugar",
        "Butter - 100g; 100; g; Butter",
        "2 x 400 g tins chopped tomatoes; 2; tins; chopped tomatoes",
        "2 x 400g tins chickpeas; 2; tins; chickpeas",
        "700g/1lb 9oz carrots; 700; g; carrots",
        "2-3 onions; 2-3; ''; onions",
        "2 to 3 onions; 2-3; ''; onions",
        "2–3 tbsp oil; 2-3; tbsp; oil",
        "2 or 3 cloves garlic; 2-3; cloves; garlic",
        "1-1/2 cups milk; 1 1/2; cups; milk",
        "1 and 1/2 cups milk; 1 1/2; cups; milk",
        "½-1 tsp chilli flakes; 1/2-1; tsp; chilli flakes",
        "juice of 1 lemon; 1; ''; lemon",
        "Grated zest and juice of 2 limes; 2; ''; limes",
        "a pinch of salt; ''; pinch; salt",
        "pinch of salt; ''; pinch; salt",
        "2 pinches of salt; 2; pinches; salt",
        "salt; ''; ''; salt",
        "1 (14 oz) can coconut milk; 1; can; coconut milk",
        "2 (15-ounce) cans black beans, drained; 2; cans; black beans",
        "One 28-ounce can tomatoes; 1; can; tomatoes",
        "1,000 g flour; 1000; g; flour",
        "1 ½ cups (350 ml) water; 1 1/2; cups; water",
        "3 large eggs, beaten; 3; ''; eggs",
        "2 garlic cloves, crushed; 2; cloves; garlic",
        "2 large handfuls of spinach; 2; large handfuls; spinach",
        "1 heaped tbsp cocoa powder; 1; heaped tbsp; cocoa powder",
        "4 cloves; 4; ''; cloves",
        "250 g - 300 g potatoes; 250-300; g; potatoes",
        "1 T sugar; 1; T; sugar",
        "1 t salt; 1; t; salt",
        "½ tsp freshly ground black pepper; 1/2; tsp; black pepper",
        "1 tsp ground cumin; 1; tsp; ground cumin",
        "an onion; 1; ''; onion",
        "a cup of milk; 1; cup; milk",
        "half a lemon; 1/2; ''; lemon",
        "half a cup of milk; 1/2; cup; milk",
        "two eggs; 2; ''; eggs",
        "about 2 cups stock; 2; cups; stock",
        "1 fl. oz. rum; 1; fl. oz; rum",
        "5 fl oz cream; 5; fl oz; cream",
        "- 2 tbsp. butter; 2; tbsp; butter",
        "½ lb. shrimp; 1/2; lb; shrimp",
        "skinless, boneless chicken breasts; ''; ''; skinless, boneless chicken breasts",
        "500g 00 flour; 500; g; 00 flour",
        "0,5 l Milch; 1/2; l; Milch",
        "1l milk; 1; l; milk",
        "2 large garlic cloves; 2; large cloves; garlic",
        "Scant ½ cup sugar; 1/2; Scant cup; sugar",
        "2 cups half and half; 2; cups; half and half",
        "1 cup split peas; 1; cup; split peas",
        "1 tbsp Armagnac, cognac, or Calvados; 1; tbsp; Armagnac, cognac, or Calvados",
        "1½ tsp kosher (coarse) salt; 1 1/2; tsp; kosher (coarse) salt",
        "2 cups confectioner's (icing) sugar; 2; cups; confectioner's (icing) sugar",
        "½ cup 2% milk; 1/2; cup; 2% milk",
        "2 large or 3 small eggs; 2; ''; eggs",
        "8 medium to small potatoes; 8; ''; potatoes",
        "1 tsp to 1 tbsp chilli sauce; 1-3; tsp; chilli sauce",
        "500g/1lb2oz raspberries; 500; g; raspberries",
        "1kg/2lb 4oz pork; 1; kg; pork",
        "2x400g tins tomatoes; 2; tins; tomatoes",
        "3 celery sticks; 3; sticks; celery",
        "1 cinnamon stick; 1; ''; cinnamon stick",
        "1 onion, peeled and chopped; 1; ''; onion",
        "2 carrots, peeled, or parsnips; 2; ''; carrots",
        "Salt and freshly ground black pepper, to taste; ''; ''; Salt and black pepper"
    })
    void readsEnglishLines(String text, String amount, String unit, String name) {
        reads(text, amount, unit, name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', emptyValue = "", value = {
        "ein halber TL Salz; 1/2; TL; Salz",
        "1/2 TL Salz; 1/2; TL; Salz",
        "2 EL Olivenöl; 2; EL; Olivenöl",
        "1 Prise Salz; 1; Prise; Salz",
        "eine Prise Salz; ''; Prise; Salz",
        "1 Bund Petersilie, fein gehackt; 1; Bund; Petersilie",
        "2 Dosen Tomaten; 2; Dosen; Tomaten",
        "1 Dose(n) Mais; 1; Dose(n); Mais",
        "1 Päckchen Backpulver; 1; Päckchen; Backpulver",
        "1 Pck. Vanillezucker; 1; Pck; Vanillezucker",
        "1 Zwiebel(n); 1; ''; Zwiebel",
        "2 Zwiebel(n), gewürfelt; 2; ''; Zwiebeln",
        "1 großer Apfel (oder 2 kleine Äpfel); 1; ''; Apfel",
        "3 Zehe/n Knoblauch; 3; Zehe/n; Knoblauch",
        "2 Zehen Knoblauch; 2; Zehen; Knoblauch",
        "1,5 kg Kartoffeln; 1 1/2; kg; Kartoffeln",
        "1.000 g Mehl; 1000; g; Mehl",
        "1,250 kg Mehl; 1 1/4; kg; Mehl",
        "250 g Butter, weich; 250; g; Butter",
        "2 EL gehackte Petersilie; 2; EL; Petersilie",
        "Salz und Pfeffer; ''; ''; Salz und Pfeffer",
        "etwas Salz; ''; ''; Salz",
        "Salz nach Geschmack; ''; ''; Salz",
        "Butter zum Braten; ''; ''; Butter",
        "1 Msp. Cayennepfeffer; 1; Msp; Cayennepfeffer",
        "Saft von 1 Zitrone; 1; ''; Zitrone",
        "Saft einer Zitrone; 1; ''; Zitrone",
        "eine halbe Gurke; 1/2; ''; Gurke",
        "anderthalb Tassen Milch; 1 1/2; Tassen; Milch",
        "2 gestrichene TL Zimt; 2; gestrichene TL; Zimt",
        "3,5 - 4 dl Gemüsebouillon, heiss; 3 1/2-4; dl; Gemüsebouillon",
        "100 g Mehl Type 405; 100; g; Mehl Type 405",
        "1/4 Liter Sahne; 1/4; Liter; Sahne",
        "2 Stück Lachsfilet; 2; Stück; Lachsfilet",
        "1 Becher Schmand (200 g); 1; Becher; Schmand",
        "½ Zwiebel, fein gehackt; 1/2; ''; Zwiebel",
        "2 Dosen à 400 g Tomaten; 2; Dosen; Tomaten",
        "ca. 200 g Spinat; 200; g; Spinat",
        "1 Schuss Milch; 1; Schuss; Milch",
        "Pfeffer aus der Mühle; ''; ''; Pfeffer",
        "150 g Risottoreis, z.B. Carnaroli; 150; g; Risottoreis",
        "2 bis 3 Möhren; 2-3; ''; Möhren",
        "1 Glas Rotwein; 1; Glas; Rotwein",
        "4 Scheiben Toastbrot; 4; Scheiben; Toastbrot",
        "2 TL, gestr. Salz; 2; gestr TL; Salz",
        "Mehl, 250 g; 250; g; Mehl",
        "Eier: 3; 3; ''; Eier",
        "n. B. Salz und Pfeffer; ''; ''; Salz und Pfeffer",
        "mind. 200 g Käse; 200; g; Käse",
        "4 m.-große Kartoffel(n); 4; ''; Kartoffeln",
        "3 Ei(er); 3; ''; Eier",
        "einen halben Liter Brühe; 1/2; Liter; Brühe",
        "1 halber TL Zimt; 1/2; TL; Zimt",
        "100 g getrocknete Tomaten in Öl; 100; g; getrocknete Tomaten in Öl",
        "1 Dose gehackte Tomaten; 1; Dose; gehackte Tomaten",
        "abgeriebene Schale von 1 Zitrone; 1; ''; Zitrone"
    })
    void readsGermanLines(String text, String amount, String unit, String name) {
        reads(text, amount, unit, name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', emptyValue = "", value = {
        "2 cuillères à soupe d'huile d'olive; 2; cuillères à soupe; huile d'olive",
        "1 c. à café de sel; 1; c. à café; sel",
        "3 gousses d’ail; 3; gousses; ail",
        "20 cl de crème; 20; cl; crème",
        "une pincée de sel; ''; pincée; sel",
        "2 eetlepels olijfolie; 2; eetlepels; olijfolie",
        "1 teentje knoflook; 1; teentje; knoflook",
        "2 cucchiai di olio; 2; cucchiai; olio",
        "1 spicchio di aglio; 1; spicchio; aglio",
        "2 cucharadas de aceite; 2; cucharadas; aceite",
        "1 diente de ajo; 1; diente; ajo"
    })
    void readsTheUnitsOfNeighbours(String text, String amount, String unit, String name) {
        reads(text, amount, unit, name);
    }

    @Test
    void keepsPreparationAndRemarksInTheNote() {
        assertEquals("finely chopped", IngredientLineParser.parse("1 onion, finely chopped").note());
        assertEquals("finely chopped", IngredientLineParser.parse("1 finely chopped onion").note());
        assertEquals("large", IngredientLineParser.parse("1 large onion").note());
        assertEquals("400 g", IngredientLineParser.parse("2 x 400 g tins tomatoes").note());
        assertEquals("fein gehackt", IngredientLineParser.parse("1 Zwiebel, fein gehackt").note());
        assertEquals("200 g", IngredientLineParser.parse("1 Becher Schmand (200 g)").note());
        assertEquals("", IngredientLineParser.parse("1 cup (240 ml) milk").note());
        assertEquals("oder 2 kleine Äpfel, großer", IngredientLineParser.parse("1 großer Apfel (oder 2 kleine Äpfel)").note());
    }

    @Test
    void saysWhatCanBeLeftOut() {
        assertTrue(IngredientLineParser.parse("1 tbsp capers (optional)").optional());
        assertTrue(IngredientLineParser.parse("parsley, optional").optional());
        assertTrue(IngredientLineParser.parse("Petersilie (nach Belieben)").optional());
        assertFalse(IngredientLineParser.parse("1 tbsp capers").optional());
        assertEquals("capers", IngredientLineParser.parse("1 tbsp capers (optional)").name());
    }

    @Test
    void anyLineHasAnAnswerAndKeepsItsText() {
        Random random = new Random(42);
        List<String> parts = List.of("1", "½", "1/2", "/", "-", "–", " ", "  ", "(", ")", "[", ",", ".", "g", "cup", "EL", "x",
                "of", "or", "to", "chopped", "finely", "onion", "Dose(n)", "\u0000", "\ud800", "\udc00", "🍅", "\u2028", "\t",
                "é", "e\u0301", "99999999999999999999", "\u00a0", "a", "half", "plus", "|", ";", ":", "*", "'", "d'", "à");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(0, 14); k > 0; k--) {
                text.append(parts.get(random.nextInt(parts.size())));
                if (random.nextBoolean()) {
                    text.append(' ');
                }
            }
            checkAnswer(text.toString());
        }
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(0, 20); k > 0; k--) {
                text.append((char) random.nextInt(0x10000));
            }
            checkAnswer(text.toString());
        }
    }

    @Test
    void veryLongLinesHaveAnAnswer() {
        for (String part : List.of("(", "1 ", "chopped ", "and ", "1/", "a", "½", "or 1 ", "9", "cup ", "x", ", ", "- ", "fl ",
                "juice ", ")", "(1 ", "1 cup (", "finely ")) {
            checkAnswer(part.repeat(20_000));
            checkAnswer("1 cup " + part.repeat(20_000) + "sugar");
        }
    }

    private static void checkAnswer(String text) {
        ParsedLine line = IngredientLineParser.parse(text);
        assertEquals(text, line.text());
        assertNotNull(line.name());
        assertNotNull(line.note());
        Quantity max = line.quantityMax();
        if (max != null) {
            Quantity quantity = line.quantity();
            assertTrue(quantity != null && quantity.compareTo(max) < 0, text);
        }
        boolean hasLetter = text.codePoints().anyMatch(Character::isLetter);
        if (hasLetter && line.name().isEmpty()) {
            assertFalse(line.quantity() == null && line.unit().isEmpty(), "nothing was read from: " + text);
        }
    }
}
