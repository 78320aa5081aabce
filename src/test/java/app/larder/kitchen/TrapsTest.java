package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The lines that other recipe programs are known to misread, one test each. */
final class TrapsTest {

    private static void reads(String text, String amount, String unit, String name, String note) {
        ParsedLine line = IngredientLineParser.parse(text);
        Quantity quantity = line.quantity();
        Quantity max = line.quantityMax();
        String found = (quantity == null ? "" : quantity) + (max == null ? "" : "-" + max);
        assertEquals(String.join(" | ", amount, unit, name, note), String.join(" | ", found, line.unit(), line.name(), line.note()));
        assertEquals(text, line.text());
    }

    @Test
    void oneAndAHalfCupIsNotTwoOnes() {
        reads("1 1/2 cup sugar", "1 1/2", "cup", "sugar", "");
    }

    @Test
    void theSameAmountInAnotherMeasureIsNotAdded() {
        reads("500 ml 2 cups milk", "500", "ml", "milk", "2 cups");
        reads("1 lb 450 g beef", "1", "lb", "beef", "450 g");
        reads("1 lb 4 oz beef", "1 1/4", "lb", "beef", "");
    }

    @Test
    void gramsAreNotCutIntoGAndRams() {
        reads("15 g | rams butter", "15", "g", "butter", "");
        reads("15 grams butter", "15", "grams", "butter", "");
    }

    @Test
    void unsaltedIsNoUnit() {
        reads("400g unsalted butter", "400", "g", "unsalted butter", "");
    }

    @Test
    void aUnitInABracketIsNotTheFood() {
        reads("8( ounce) cream cheese", "8", "ounce", "cream cheese", "");
    }

    @Test
    void aThirdIsNotNothing() {
        reads("1/3 cup milk", "1/3", "cup", "milk", "");
        reads("⅓ cup milk", "1/3", "cup", "milk", "");
    }

    @Test
    void anAmountMayStandAtTheEnd() {
        reads("Mehl 500 g", "500", "g", "Mehl", "");
        reads("Butter: 120 g", "120", "g", "Butter", "");
        reads("Sugar, 2 cups", "2", "cups", "Sugar", "");
    }

    @Test
    void twoTinsAreNotEightHundred() {
        reads("2 x 400 g tins tomatoes", "2", "tins", "tomatoes", "400 g");
        reads("2 x 400g tins tomatoes", "2", "tins", "tomatoes", "400g");
        reads("2x400g tins tomatoes", "2", "tins", "tomatoes", "400g");
    }

    @Test
    void aLineWithoutANumberHasNoAmount() {
        reads("salt", "", "", "salt", "");
        reads("Salz und Pfeffer", "", "", "Salz und Pfeffer", "");
    }

    @Test
    void unicodeFractionsAreRead() {
        reads("½ tsp salt", "1/2", "tsp", "salt", "");
        reads("1½ tsp salt", "1 1/2", "tsp", "salt", "");
        reads("1 ½ tsp salt", "1 1/2", "tsp", "salt", "");
        reads("1⁄2 tsp salt", "1/2", "tsp", "salt", "");
    }

    @Test
    void bracketsAreNoPartOfTheName() {
        reads("1 cup (240 ml) milk", "1", "cup", "milk", "");
        reads("1 onion (about 150 g), chopped", "1", "", "onion", "about 150 g, chopped");
    }

    @Test
    void whatFollowsAPlainCommaIsARemark() {
        reads("2 carrots, finely diced", "2", "", "carrots", "finely diced");
    }

    @Test
    void rangesHaveTwoEnds() {
        reads("2-3 tbsp oil", "2-3", "tbsp", "oil", "");
        reads("2 to 3 tbsp oil", "2-3", "tbsp", "oil", "");
        reads("10 to12 biscuits", "10-12", "", "biscuits", "");
    }

    @Test
    void anOrOfFoodsIsOneName() {
        reads("1 tbsp butter or oil", "1", "tbsp", "butter or oil", "");
    }

    @Test
    void aNumberGluedToItsUnitIsRead() {
        reads("200g flour", "200", "g", "flour", "");
        reads("1l milk", "1", "l", "milk", "");
    }

    @Test
    void ofTwoSystemsTheFirstCounts() {
        reads("700g/1lb 9oz mince", "700", "g", "mince", "");
        reads("8 oz. (225 g) cheddar", "8", "oz", "cheddar", "");
    }

    @Test
    void plusIsAddedByWhoeverNeedsTheSum() {
        reads("½ cup plus 2 tablespoons sugar", "1/2", "cup", "sugar", "plus 2 tablespoons");
        reads("2 tablespoons, plus ¼ cup olive oil", "2", "tablespoons", "olive oil", "plus ¼ cup");
    }

    @Test
    void aChiliIsNoKilo() {
        reads("2 Chili", "2", "", "Chili", "");
    }

    @Test
    void whatTheLineIsForIsNoFood() {
        reads("For the sauce: 200 ml cream", "200", "ml", "cream", "For the sauce");
        reads("Für die Soße: 200 ml Sahne", "200", "ml", "Sahne", "Für die Soße");
    }

    @Test
    void hiddenHyphensAreNoLetters() {
        reads("2 EL Weizen\u00admehl", "2", "EL", "Weizenmehl", "");
    }
}
