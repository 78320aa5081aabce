package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads recipes marked in the page's own elements: microdata, RDFa, and the h-recipe and hRecipe microformats. Each is
 * turned into the same object JSON-LD would hold, so that one class reads their meaning.
 */
final class MarkupReader implements RecipeReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("p-name", "name"), Map.entry("fn", "name"),
            Map.entry("p-ingredient", "recipeIngredient"), Map.entry("ingredient", "recipeIngredient"),
            Map.entry("e-instructions", "recipeInstructions"), Map.entry("instructions", "recipeInstructions"),
            Map.entry("instruction", "recipeInstructions"),
            Map.entry("p-yield", "recipeYield"), Map.entry("yield", "recipeYield"),
            Map.entry("dt-duration", "totalTime"), Map.entry("duration", "totalTime"),
            Map.entry("preptime", "prepTime"), Map.entry("cooktime", "cookTime"),
            Map.entry("p-summary", "description"), Map.entry("summary", "description"),
            Map.entry("p-author", "author"), Map.entry("author", "author"),
            Map.entry("p-category", "keywords"), Map.entry("tag", "keywords"));
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_RECIPES = 20;
    private static final Set<String> LINKS = Set.of("url", "image", "photo", "mainEntityOfPage", "thumbnailUrl");

    /** How one way of marking names a thing's kind and its properties. */
    private enum Marking {
        MICRODATA("[itemscope][itemtype~=(?i)(schema\\.org|data-vocabulary\\.org)/Recipe\\b]", "itemscope", "itemtype", "itemprop"),
        RDFA("[typeof~=(?i)(^|[\\s:/])Recipe\\b]", "typeof", "typeof", "property"),
        MICROFORMAT(".h-recipe, .hrecipe", "", "", "class");

        final String recipe;
        final String scope;
        final String type;
        final String property;

        Marking(String recipe, String scope, String type, String property) {
            this.recipe = recipe;
            this.scope = scope;
            this.type = type;
            this.property = property;
        }
    }

    private final HeadingWords words;

    MarkupReader(HeadingWords words) {
        this.words = words;
    }

    @Override
    public Draft read(Page page) {
        for (Marking marking : Marking.values()) {
            List<Draft> drafts = new ArrayList<>();
            for (Element root : page.document().select(marking.recipe).stream().limit(MOST_RECIPES).toList()) {
                ObjectNode object = object(root, marking, 0);
                drafts.add(new SchemaRecipe(new Nodes(List.of(object)), words).read(object));
            }
            Draft best = drafts.stream()
                    .max(Comparator.comparingInt(d -> d.ingredients().size() + d.steps().size()))
                    .orElse(Draft.EMPTY);
            if (best.isRecipe()) {
                return best;
            }
        }
        return Draft.EMPTY;
    }

    private static ObjectNode object(Element root, Marking marking, int depth) {
        ObjectNode object = JSON.objectNode();
        if (!marking.type.isEmpty()) {
            object.put("@type", root.attr(marking.type).strip());
        }
        for (Element element : root.select(marking == Marking.MICROFORMAT ? "[class]" : "[" + marking.property + "]")) {
            if (element.equals(root) || !root.equals(owner(element, marking))) {
                continue;
            }
            for (String name : BLANKS.split(element.attr(marking.property).strip(), -1)) {
                String property = property(name, marking);
                if (property != null && !property.isEmpty()) {
                    value(element, property, marking, depth).forEach(v -> add(object, property, v));
                }
            }
        }
        return object;
    }

    private static @Nullable String property(String name, Marking marking) {
        if (marking == Marking.MICROFORMAT) {
            return CLASSES.get(name.toLowerCase(Locale.ROOT));
        }
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    /** The nearest thing an element belongs to. */
    private static @Nullable Element owner(Element element, Marking marking) {
        Element parent = element.parent();
        if (marking == Marking.MICROFORMAT) {
            return parent == null ? null : parent.closest(marking.recipe);
        }
        return parent == null ? null : parent.closest("[" + marking.scope + "]");
    }

    private static List<JsonNode> value(Element element, String property, Marking marking, int depth) {
        if (!marking.scope.isEmpty() && element.hasAttr(marking.scope) && depth < 8) {
            ObjectNode inner = object(element, marking, depth + 1);
            if (inner.size() > 1) {
                return List.of(inner);
            }
        }
        String given = attribute(element, property);
        if (given != null) {
            return List.of(JSON.stringNode(given));
        }
        return Block.of(element).stream().map(block -> (JsonNode) JSON.stringNode(block.text())).toList();
    }

    private static @Nullable String attribute(Element element, String property) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        if (element.hasAttr("datetime")) {
            return element.attr("datetime");
        }
        Element title = element.selectFirst(".value-title[title]");
        if (title != null) {
            return title.attr("title");
        }
        if (LINKS.contains(property)) {
            for (String name : List.of("href", "src", "value")) {
                if (element.hasAttr(name)) {
                    String absolute = element.absUrl(name);
                    return absolute.isEmpty() ? element.attr(name) : absolute;
                }
            }
        }
        return element.normalName().equals("data") && element.hasAttr("value") ? element.attr("value") : null;
    }

    private static void add(ObjectNode object, String property, JsonNode value) {
        JsonNode there = object.get(property);
        if (there == null) {
            object.set(property, value);
        } else if (there instanceof ArrayNode array) {
            array.add(value);
        } else {
            object.set(property, JSON.arrayNode().add(there).add(value));
        }
    }
}
