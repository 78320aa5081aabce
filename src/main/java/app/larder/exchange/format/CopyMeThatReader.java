package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/** Reads {@code recipes.html} of a Copy Me That export: every recipe is a {@code div} of class {@code recipe}. */
final class CopyMeThatReader {

    /** Whether a page is one, told by the names of its parts. */
    static boolean knows(String html) {
        return html.contains("recipeIngredient") && html.contains("original_link") && html.contains("\"name\"");
    }

    List<Draft> read(Page page) {
        List<Draft> drafts = new ArrayList<>();
        for (Element recipe : page.document().select("div.recipe")) {
            page.patience().check();
            if (recipe.selectFirst("[id=name]") != null) {
                drafts.add(draft(recipe));
            }
        }
        return drafts;
    }

    private static Draft draft(Element recipe) {
        IngredientLines lines = new IngredientLines();
        for (Element line : recipe.select("li.recipeIngredient, li.recipeIngredient_spacer")) {
            String text = CleanText.line(line.text());
            lines.add(line.hasClass("recipeIngredient_subheader") && !text.endsWith(":") ? text + ":" : text);
        }
        List<String> steps = new ArrayList<>();
        for (Element step : recipe.select("li.instruction")) {
            String text = CleanText.line(step.text());
            steps.add(step.hasClass("instruction_subheader") && !text.endsWith(":") ? text + ":" : text);
        }
        List<String> notes = texts(recipe, "li.recipeNote");
        Element link = recipe.selectFirst("a[id=original_link]");
        String address = link == null ? null : link.attr("href").isBlank() ? link.text() : link.attr("href");
        String rating = first(recipe, "[id=ratingValue]");
        Element photo = recipe.selectFirst("img.recipeImage");
        String yield = first(recipe, "[id=recipeYield]");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("html", recipe.outerHtml());
        return new Draft(
                new Draft.About(
                        first(recipe, "[id=name]"),
                        first(recipe, "[id=description]"),
                        texts(recipe, "span.recipeCategory"),
                        null,
                        address != null && address.matches("https?://\\S+") ? address : null),
                lines.lines(),
                Numbering.removed(steps.stream().filter(step -> !step.isEmpty()).toList()),
                new Draft.Times(minutes(recipe, "prepTime"), minutes(recipe, "cookTime"), minutes(recipe, "totalTime")),
                yield == null ? Draft.Portions.NONE : Servings.of(List.of(yield)),
                List.of(),
                new Draft.Extras(
                        notes.isEmpty() ? null : String.join("\n", notes),
                        rating != null && rating.matches("[1-5]") ? Integer.valueOf(rating) : null,
                        null,
                        new Origin("copymethat", null, fields),
                        photo == null ? List.of() : List.of(new Draft.Picture.Beside(List.of(photo.attr("src"))))));
    }

    private static @Nullable Integer minutes(Element recipe, String name) {
        String text = first(recipe, "[meta=" + name + "], [id=" + name + "], [itemprop=" + name + "]");
        return text == null ? null : Minutes.of(text).minutes();
    }

    private static @Nullable String first(Element recipe, String query) {
        return texts(recipe, query).stream().findFirst().orElse(null);
    }

    private static List<String> texts(Element recipe, String query) {
        return recipe.select(query).stream().map(part -> CleanText.line(part.text())).filter(text -> !text.isEmpty()).toList();
    }
}
