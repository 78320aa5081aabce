package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "tomato, tomatoes", "berry, berries", "strawberry, strawberries", "leaf, leaves", "bay leaf, bay leaves",
        "loaf, loaves", "potato, potatoes", "peach, peaches", "radish, radishes", "olive, olives", "clove, cloves",
        "mango, mangoes", "egg, eggs", "cherry tomato, cherry tomatoes", "anchovy, anchovies", "chilli, chillies",
        "cookie, cookies", "box, boxes", "avocado, avocados",
        "Kartoffel, Kartoffeln", "Zwiebel, Zwiebeln", "Ei, Eier", "Apfel, Äpfel", "Tomate, Tomaten",
        "Kirschtomate, Kirschtomaten", "Nuss, Nüsse", "Haselnuss, Haselnüsse", "Möhre, Möhren", "Frühlingszwiebel, Frühlingszwiebeln",
        "Linse, Linsen", "Pilz, Pilze", "Steinpilz, Steinpilze", "Knoblauchzehe, Knoblauchzehen", "rote Zwiebel, rote Zwiebeln"
    })
    void findsOneByManyAndManyByOne(String one, String many) {
        assertTrue(Names.variants(one).contains(SearchForm.of(many)), () -> one + ": " + Names.variants(one));
        assertTrue(Names.variants(many).contains(SearchForm.of(one)), () -> many + ": " + Names.variants(many));
    }

    @Test
    void theTermItselfComesFirstInItsSearchForm() {
        assertEquals("apfel", Names.variants("  Äpfel ".replace("Äpfel", "Apfel")).iterator().next());
        assertEquals("creme fraiche", Names.variants("Crème  fraîche").iterator().next());
        assertEquals(Set.of(), Names.variants("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"peppers", "oats", "peas", "chops", "asparagus", "couscous", "hummus", "Reis", "Lachs", "molasses", "Glas"})
    void leavesAloneWhatWouldFindSomethingElse(String word) {
        String folded = SearchForm.of(word);
        for (String variant : Names.variants(word)) {
            assertFalse(variant.length() < folded.length(), word + ": " + variant);
        }
    }

    @Test
    void falseFriendsAreNoVariants() {
        assertFalse(Names.variants("peas").contains("pea"));
        assertFalse(Names.variants("chickpea").contains("chicken"));
        assertFalse(Names.variants("eggplant").contains("egg"));
        assertTrue(Names.variants("bell peppers").contains("bell pepper"));
    }

    @Test
    void aSubstringSearchNeedsOnlyTheShortest() {
        assertEquals(Set.of("tomato"), Names.searchTerms("tomatoes"));
        assertEquals(Set.of("berry", "berries"), Names.searchTerms("berries"));
        assertEquals(Set.of("kartoffel"), Names.searchTerms("Kartoffeln"));
    }

    @Test
    void longTermsStayCheap() {
        assertEquals(1, Names.variants("tomato ".repeat(10_000)).size());
        assertTrue(Names.variants("tomatoes berries leaves eggs potatoes olives").size() <= 17);
    }
}
