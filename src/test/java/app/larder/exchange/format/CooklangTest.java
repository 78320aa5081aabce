package app.larder.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.exchange.format.Cooklang.Cookware;
import app.larder.exchange.format.Cooklang.Item;
import app.larder.exchange.format.Cooklang.Needed;
import app.larder.exchange.format.Cooklang.Text;
import app.larder.exchange.format.Cooklang.Timer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the Cooklang specification, one case each. */
class CooklangTest {

    private static Arguments step(String text, Item... items) {
        return Arguments.of(text, List.of(items));
    }

    private static Needed needed(String name, String quantity, String unit) {
        return new Needed(name, quantity, unit, null, false);
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                step("Boil water.", new Text("Boil water.")),
                step("Add @salt, stir", new Text("Add "), needed("salt", "", ""), new Text(", stir")),
                step("Add @sea salt{} now", new Text("Add "), needed("sea salt", "", ""), new Text(" now")),
                step("@milk{2%cups}", needed("milk", "2", "cups")),
                step("@milk{ 2 % cups }", needed("milk", "2", "cups")),
                step("@milk{1/2%cup}", needed("milk", "0.5", "cup")),
                step("@milk{1 / 2%cup}", needed("milk", "0.5", "cup")),
                step("@milk{01/2%cup}", needed("milk", "01/2", "cup")),
                step("@milk{1 1/2%cup}", needed("milk", "1.5", "cup")),
                step("@thyme{few%sprigs}", needed("thyme", "few", "sprigs")),
                step("@eggs{3}", needed("eggs", "3", "")),
                step("@onion{1}(peeled, sliced)", new Needed("onion", "1", "", "peeled, sliced", false)),
                step("@?capers{1%tbsp}", new Needed("capers", "1", "tbsp", null, true)),
                step("@./sauces/Hollandaise{150%g}", needed("Hollandaise", "150", "g")),
                step("Write me @ example{}", new Text("Write me @ example{}")),
                step("Recipe # 10{}", new Text("Recipe # 10{}")),
                step("It is ~ {5}", new Text("It is ~ {5}")),
                step("Use a #pot", new Text("Use a "), new Cookware("pot", "")),
                step("Use a #frying pan{}", new Text("Use a "), new Cookware("frying pan", "")),
                step("Use #pans{2}", new Text("Use "), new Cookware("pans", "2")),
                step("Wait ~{25%minutes}.", new Text("Wait "), new Timer("", "25", "minutes"), new Text(".")),
                step("~eggs{3%minutes}", new Timer("eggs", "3", "minutes")),
                step("~{1/2%hour}", new Timer("", "0.5", "hour")),
                step("Let it ~rest now", new Text("Let it "), new Timer("rest", "", ""), new Text(" now")),
                step("@1000 island dressing{ }", needed("1000 island dressing", "", "")),
                step("@thyme then @sage{1%g}", needed("thyme", "", ""), new Text(" then "), needed("sage", "1", "g")),
                step("@Äpfel{2}", needed("Äpfel", "2", "")),
                step("Heat. -- or not", new Text("Heat.")),
                step("Heat [- very -]now", new Text("Heat now")),
                step("one\ntwo", new Text("one two")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepIsTakenApart(String text, List<Item> items) {
        assertEquals(List.of(items), Cooklang.of(text).sections().getFirst().steps());
    }

    @Test
    void anEmptyLineEndsAStep() {
        assertEquals(2, Cooklang.of("one\n\ntwo\n").sections().getFirst().steps().size());
        assertEquals(List.of(), Cooklang.of("-- only a comment").sections().getFirst().steps());
    }

    @Test
    void oldAndNewMetadataAreRead() {
        assertEquals(Map.of("servings", "4", "source", "https://example.org"), Cooklang.of(">> servings: 4\n>> source: https://example.org\n").metadata());
        assertEquals(
                Map.of("title", "Pie: a tale", "tags", "sweet, easy", "course", "dessert, tea", "source.name", "Oma"),
                Cooklang.of("---\ntitle: \"Pie: a tale\"\ntags:\n  - sweet\n  - easy\ncourse: [dessert, tea]\nsource:\n  name: Oma\n---\nBake.").metadata());
        assertEquals(Map.of(), Cooklang.of("hello\n---\nservings: 4\n---\n").metadata());
    }

    @Test
    void sectionsAndNotesAreTold() {
        Cooklang recipe = Cooklang.of("First.\n\n= Sauce =\nStir.\n\n== Meat\nFry.\n> Good with rice.\n");
        assertEquals(3, recipe.sections().size());
        assertNull(recipe.sections().get(0).name());
        assertEquals("Sauce", recipe.sections().get(1).name());
        assertEquals("Meat", recipe.sections().get(2).name());
        assertEquals(List.of("Good with rice."), recipe.notes());
    }

    @Test
    void aFileBecomesARecipe() {
        Draft draft = new TextReader().read(
                ">> servings: 2\n>> time: 30 minutes\n\nMix @flour{200%g} with @butter{100%g}(soft).\n\nBake ~{20%minutes}.\n", null).getFirst();
        assertEquals(List.of("200 g flour", "100 g butter, soft"), draft.ingredients().stream().map(Draft.Line::text).toList());
        assertEquals(List.of("Mix flour with butter.", "Bake 20 minutes."), draft.steps());
        assertEquals(2, draft.portions().servings());
        assertEquals(30, draft.times().total());
    }

    @Test
    void anAddressIsNoCooklang() {
        Draft draft = new TextReader().read("Soup\n\nIngredients\n1 onion\n\nMethod\nMail me@example.org or @cook.", null).getFirst();
        assertEquals(List.of("1 onion"), draft.ingredients().stream().map(Draft.Line::text).toList());
    }
}
