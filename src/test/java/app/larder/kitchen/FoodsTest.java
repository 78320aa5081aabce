package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FoodsTest {

    static Stream<Arguments> falseFriends() {
        List<Arguments> pairs = new ArrayList<>();
        WordFile.sections("false-friends.txt").values().forEach(lines -> lines.forEach(line -> {
            String[] sides = line.split("\\|", 2);
            WordFile.words(sides[1]).forEach(other -> pairs.add(Arguments.of(sides[0].strip(), other.replace("\"", ""))));
        }));
        return pairs.stream();
    }

    static Stream<String> groups() {
        return WordFile.sections("aliases.txt").values().stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("falseFriends")
    void falseFriendsAnswerNeitherWay(String name, String other) {
        assertEquals(Optional.empty(), Foods.match(name, other));
        assertEquals(Optional.empty(), Foods.match(other, name));
        assertNull(Foods.of(other).general(), "known by its own name");
    }

    @ParameterizedTest
    @CsvSource({
        "egg, eggplant", "pepper, bell pepper", "butter, peanut butter", "milk, coconut milk", "potato, sweet potato",
        "chicken, chickpeas", "baking soda, baking powder", "Erdnussbutter, Butter", "Kokosmilch, Milch",
        "Süßkartoffeln, Kartoffeln", "cream, cream cheese", "cream, ice cream", "corn, cornstarch", "corn, corned beef",
        "rice, rice vinegar", "rice, rice paper", "chicken, chicken stock", "tomatoes, tomato paste",
        "lemon, lemongrass", "ginger, ginger ale", "vanilla, vanilla ice cream", "sugar, sugar snap peas",
        "apple, apple cider vinegar", "coconut oil, coconut", "soy sauce, soy milk"
    })
    void theListedFalseFriendsAreFalse(String name, String other) {
        assertEquals(Optional.empty(), Foods.match(name, other));
        assertEquals(Optional.empty(), Foods.match(other, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "almond cake", "tomato soup", "chicken pie", "lemon curd", "garlic bread", "beef jerky", "oat cookies",
        "potato salad", "smoked haddock", "gluten-free flour", "vegan cheese", "chocolate liqueur", "onion seasoning"
    })
    void aWordThatChangesTheThingMakesAnotherFoodOfIt(String name) {
        String head = name.substring(name.lastIndexOf(' ') + 1);
        String first = name.substring(0, name.indexOf(' '));
        assertEquals(Optional.empty(), Foods.match(head, name));
        assertEquals(Optional.empty(), Foods.match(first, name));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void everyNameOfAGroupIsTheSameFoodBothWays(String group) {
        List<String> names = new ArrayList<>();
        for (String side : group.split("\\|", -1)) {
            WordFile.words(side).forEach(name -> names.add(name.replace("\"", "")));
        }
        String key = Foods.of(names.getFirst()).key();
        for (String name : names) {
            assertEquals(new Food(key, null), Foods.of(name), name);
            assertEquals(Optional.of(FoodMatch.SAME), Foods.match(names.getFirst(), name), name);
            assertEquals(Optional.of(FoodMatch.SAME), Foods.match(name, names.getFirst()), name);
        }
    }

    @Test
    void theTablesAreLargeAndDoNotContradictThemselves() {
        assertEquals(List.of(), FoodNames.ALL.contradictions());
        assertTrue(groups().count() >= 250);
        assertTrue(groups().filter(line -> line.contains("|")).count() >= 250, "groups with German names");
        assertTrue(falseFriends().count() >= 50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2 Frühlingszwiebeln, in Ringen | scallion", "Fresh Root Ginger | ginger", "boneless skinless chicken breasts | chicken breast",
        "leg of lamb | lamb leg", "cloves of garlic | garlic", "tuna in oil | tuna", "Öl zum Braten | oil",
        "fresh basil leaves | basil", "Biozitrone | lemon", "Cocktailtomaten | cherry tomato", "grünen Spargel | asparagus",
        "Tomaten, getrocknet | sun dried tomato", "Beef, minced | ground beef", "skinless, boneless chicken breast fillet | chicken breast",
        "Maris Piper potatoes | potato", "Heinz tomato ketchup | ketchup", "Weizen\u00admehl | flour", "pasta penne | penne",
        "1 cup of white sugar | sugar", "crisp, sweet apples | apple", "Huile d'olive | olive oil", "peppers | bell pepper",
        "unsalted butter (softened) | butter", "confectioners’ sugar | powdered sugar", "Paradeiser | tomato", "Topfen | quark"
    })
    void namesAreReadByWhatTheyName(String name, String key) {
        String bare = name.replaceFirst("^2 ", "");
        assertEquals(new Food(key, null), Foods.of(bare));
    }

    @ParameterizedTest
    @CsvSource({
        "pasta, penne, KIND", "penne, pasta, INSTEAD", "penne, spaghetti, INSTEAD", "onion, red onion, KIND",
        "red onion, onion, INSTEAD", "cheese, parmesan, KIND", "lemon juice, lemon, MADE_FROM", "egg white, Eier, MADE_FROM",
        "butter, Margarine, INSTEAD", "potato, La Ratte potatoes, KIND", "La Ratte potatoes, potato, INSTEAD"
    })
    void kindsAnswerWhatTheyAreAKindOf(String asked, String have, FoodMatch match) {
        assertEquals(Optional.of(match), Foods.match(asked, have));
    }

    @ParameterizedTest
    @CsvSource({"parmesan, cheese", "cod, salmon", "flour, gluten free flour", "gluten free flour, flour", "walnut, almond"})
    void theGeneralThingAtHomeIsNoParticularOne(String asked, String have) {
        assertEquals(Optional.empty(), Foods.match(asked, have));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "butter or margarine | butter / margarine", "Butter oder Margarine | butter / margarine",
        "chicken or vegetable stock | chicken stock / vegetable stock", "Gemüse- oder Hühnerbrühe | vegetable stock / chicken stock",
        "salt and pepper | salt + black pepper", "Salz und Pfeffer | salt + black pepper", "half and half | single cream",
        "red, yellow, or orange bell pepper | bell pepper / yellow bell pepper / yellow bell pepper",
        "chicken breasts or thighs | chicken breast / chicken thigh", "olive oil (or butter) | olive oil / butter",
        "fresh or dried parsley | parsley / dried parsley", "milk/cream | milk / cream"
    })
    void alternativesAndCompanionsAreRead(String name, String meaning) {
        String read = Foods.asked(name).stream()
                .map(foods -> foods.stream().map(Food::key).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(" / "));
        assertEquals(meaning, read);
    }

    @Test
    void paprikaIsASpiceBySpoonAndAVegetableByThePiece() {
        assertEquals("paprika", Foods.of("Paprika").key());
        assertEquals("bell pepper", Foods.askedByPiece("Paprika").getFirst().getFirst().key());
        assertEquals("onion", Foods.byPiece(Foods.of("onion")).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "()", "or", "oder", "and", "/", "(((", "1", "½", "of", "von", "\u0000", "🍕", "a or", ", ,"})
    void noNameFails(String name) {
        assertFalse(Foods.asked(name).isEmpty());
        assertFalse(Foods.asked(name).getFirst().isEmpty());
        assertNotEquals(null, Foods.answers(Foods.of(name)));
    }

    @Test
    void longNamesStayCheap() {
        assertFalse(Foods.asked("tomato or ".repeat(20_000)).isEmpty());
        assertFalse(Foods.asked("(".repeat(50_000)).isEmpty());
    }

    @Test
    void thingsKeepAsLongAsTheirFoodOrTheirShelf() {
        assertTrue(Keeping.days("Vollmilch", Foods.of("Vollmilch"), "l", null) < 15);
        assertTrue(Keeping.days("rote Zwiebeln", Foods.of("rote Zwiebeln"), "", null) > 20);
        assertTrue(Keeping.days("Spinat", Foods.of("Spinat"), "g", "FROZEN") > 60);
        assertTrue(Keeping.days("Paprika", Foods.of("Paprika"), "", null) > 365, "the spice");
        assertTrue(Keeping.days("something nobody knows", Foods.of("something nobody knows"), "", null) > 100);
    }

    @Test
    void saltAndWaterAreStaples() {
        assertTrue(Foods.staples().containsAll(List.of("salt", "water")));
    }
}
