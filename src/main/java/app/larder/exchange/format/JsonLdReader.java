package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** Reads schema.org recipes written as JSON-LD, in a page or in a file of their own. */
final class JsonLdReader implements RecipeReader {

    private final HeadingWords words;

    JsonLdReader(HeadingWords words) {
        this.words = words;
    }

    @Override
    public Draft read(Page page) {
        List<JsonNode> roots = new ArrayList<>();
        boolean mended = false;
        for (Element script : page.document().select("script[type]")) {
            if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                LenientJson.Reading reading = LenientJson.read(script.data(), page.patience());
                roots.addAll(reading.values());
                mended |= reading.mended() && script.data().contains("Recipe");
            }
        }
        Draft best = recipes(roots, page.patience()).stream().max(Comparator.comparingInt(JsonLdReader::richness)).orElse(Draft.EMPTY);
        return mended
                ? best.withProblem(Problem.of(Problem.Kind.PAGE_MENDED, ""))
                : best;
    }

    /** Every recipe in the JSON values of a file, in their order; objects that name neither ingredient nor step are left out. */
    List<Draft> readAll(List<JsonNode> values, Patience patience) {
        Nodes nodes = new Nodes(values, patience);
        return nodes.recipes().stream()
                .map(recipe -> new SchemaRecipe(nodes, words).read(recipe).with(SchemaExtras.of(recipe)))
                .filter(Draft::isRecipe)
                .toList();
    }

    private List<Draft> recipes(List<JsonNode> roots, Patience patience) {
        Nodes nodes = new Nodes(roots, patience);
        return nodes.recipes().stream().map(recipe -> new SchemaRecipe(nodes, words).read(recipe)).toList();
    }

    private static int richness(Draft draft) {
        return (draft.about().name() == null ? 0 : 1)
                + 3 * Math.min(draft.ingredients().size(), 30)
                + 3 * Math.min(draft.steps().size(), 30)
                + (draft.times().unknown() ? 0 : 2);
    }
}
