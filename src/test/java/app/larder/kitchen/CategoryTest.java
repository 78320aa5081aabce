package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CategoryTest {

    @ParameterizedTest
    @CsvSource({
        "onions, '', VEGETABLES", "red onion, '', VEGETABLES", "Zwiebeln, '', VEGETABLES", "Frühlingszwiebeln, Bund, VEGETABLES",
        "apples, '', FRUIT", "Äpfel, '', FRUIT", "whole milk, l, DAIRY_EGGS", "Vollmilch, l, DAIRY_EGGS", "Eier, '', DAIRY_EGGS",
        "eggs, '', DAIRY_EGGS", "eggplant, '', VEGETABLES", "butter, g, DAIRY_EGGS", "peanut butter, jar, TINS_JARS",
        "coconut milk, ml, TINS_JARS", "tomatoes, tins, TINS_JARS", "Tomaten, Dosen, TINS_JARS", "chopped tomatoes, '', TINS_JARS",
        "Kichererbsen, '', TINS_JARS", "plain flour, g, GRAINS_BAKING", "Weizenmehl, g, GRAINS_BAKING", "spaghetti, g, GRAINS_BAKING",
        "baking soda, '', GRAINS_BAKING", "black pepper, '', SPICES", "ground cumin, tsp, SPICES", "Paprikapulver, TL, SPICES",
        "olive oil, ml, OILS_SAUCES", "Rapsöl, ml, OILS_SAUCES", "soy sauce, '', OILS_SAUCES", "frozen peas, g, FROZEN",
        "TK-Erbsen, g, FROZEN", "ice cream, '', FROZEN", "red wine, '', DRINKS", "apple juice, l, DRINKS", "Apfelsaft, l, DRINKS",
        "dark chocolate, g, SWEETS_SNACKS", "Schokolade, g, SWEETS_SNACKS", "chicken breast, g, MEAT_FISH",
        "Hähnchenbrustfilet, g, MEAT_FISH", "salmon, g, MEAT_FISH", "chickpeas, '', TINS_JARS", "sweet potato, '', VEGETABLES",
        "light bulbs, '', OTHER", "Paprika, TL, SPICES",
        "paprika, pinch, SPICES", "Paprika, '', VEGETABLES", "white wine vinegar, ml, OILS_SAUCES", "Weißweinessig, ml, OILS_SAUCES",
        "white wine, ml, DRINKS", "'', '', OTHER"
    })
    void putsThingsOnTheirShelf(String name, String unit, Category shelf) {
        assertEquals(shelf, Category.guess(name, unit), name);
    }

    @Test
    void knowsItsKeys() {
        assertEquals(Optional.of(Category.SPICES), Category.ofKey("spices"));
        assertEquals(Optional.empty(), Category.ofKey("Grandma's shelf"));
    }
}
