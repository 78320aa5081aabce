package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepIngredientsTest {

    @Test
    void aStepSpeaksOfAnIngredientByTheWordThatNamesIt() {
        assertEquals(
                List.of("chicken thighs", "ground cumin", "salt and pepper"),
                found(
                        "Season the thighs with cumin and salt.",
                        "chicken thighs", "lemons", "ground cumin", "salt and pepper"));
    }

    @Test
    void oneAndManyAreTheSame() {
        assertEquals(List.of("onions"), found("Chop the onion.", "onions", "tomato"));
        assertEquals(List.of("Ei"), found("Die Eier verquirlen.", "Ei", "Mehl"));
    }

    @Test
    void anotherWordOfTheNameCountsForTheFirstIngredientThatHasIt() {
        assertEquals(
                List.of("chicken thighs"), found("Lift out the chicken.", "chicken thighs", "chicken stock"));
    }

    @Test
    void theWordThatNamesItBelongsToNoOther() {
        assertEquals(
                List.of("butter"), found("Melt the butter.", "butter", "butter beans"));
    }

    @Test
    void describingWordsNameNothing() {
        assertEquals(List.of(), found("Serve on a large white plate.", "large eggs", "white wine"));
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertEquals(List.of("Crème fraîche"), found("creme FRAICHE unterrühren", "Crème fraîche"));
    }

    @Test
    void aGermanCompoundIsFoundByItsBeginning() {
        assertEquals(List.of("Zwiebel"), found("Die Zwiebelwürfel glasig dünsten.", "Zwiebel"));
    }

    @Test
    void partOfAWordIsNotTheWord() {
        assertEquals(List.of(), found("Boil until the liquid has gone.", "oil"));
    }

    @Test
    void anIngredientWithoutANameIsNeverFound() {
        assertEquals(List.of(), found("Stir.", "", "  "));
    }

    private static List<String> found(String step, String... names) {
        List<Ingredient> lines =
                Stream.of(names).map(name -> Ingredient.of(name, "1", "")).toList();
        return StepIngredients.of(step, lines).stream()
                .map(i -> lines.get(i).name())
                .toList();
    }
}
