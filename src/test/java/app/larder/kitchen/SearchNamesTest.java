package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms a typed food is looked for under. */
class SearchNamesTest {

    /** Whether a search for the term finds the name: one of its parts stands in the name. */
    private static boolean finds(String term, String name) {
        return SearchNames.parts(term).stream().anyMatch(SearchForm.of(name)::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "aubergine, eggplants", "eggplant, Auberginen", "Aubergine, large aubergine", "scallions, spring onion",
        "spring onion, scallions", "Hackfleisch, minced meat", "ground beef, Rinderhackfleisch", "cilantro, fresh coriander",
        "rocket, arugula", "Zwiebel, red onions", "onion, Zwiebeln", "Kartoffeln, potatoes", "flour, Mehl", "Mehl, plain flour",
        "Milch, whole milk", "Natron, baking soda", "Kichererbsen, chickpeas", "courgette, zucchini", "Sahne, double cream",
    })
    void aFoodIsFoundUnderItsOtherNames(String term, String name) {
        assertTrue(finds(term, name), () -> term + ": " + SearchNames.parts(term));
    }

    @ParameterizedTest
    @CsvSource({
        "Eier, eggplant", "Pfeffer, bell pepper", "pepper, Paprikaschote", "Natron, baking powder", "chicken, Kichererbsen",
        "Huhn, chickpeas", "aubergine, egg", "onion, biscuits", "beef, Leber", "Hackfleisch, hackberry jam",
    })
    void aFalseFriendIsNot(String term, String name) {
        assertFalse(finds(term, name), () -> term + ": " + SearchNames.parts(term));
    }

    @Test
    void whatIsNoFoodOfTheTableIsLookedForAsItIs() {
        assertEquals(Names.variants("Grandma's"), SearchNames.variants("Grandma's"));
        assertEquals(Set.of(), SearchNames.variants(" "));
    }

    @Test
    void everyTermComesFirstAndItsFormsAreBounded() {
        FoodNames.ALL.keys().stream().map(FoodNames.ALL::names).flatMap(Collection::stream).forEach(name -> {
            Set<String> forms = SearchNames.variants(name);
            assertEquals(Names.variants(name).iterator().next(), forms.iterator().next());
            assertTrue(forms.size() <= 48, () -> name + ": " + forms);
        });
    }
}
