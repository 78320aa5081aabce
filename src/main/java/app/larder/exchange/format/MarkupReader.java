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
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
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

    /** Properties read inside properties, and things inside things; each is read once for every one around it. */
    private static final int MOST_OPEN = 8;

    private static final int MOST_NAMES = 8;
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

        /** Whether what is marked inside an element belongs to it and not to the thing around it. */
        boolean isThing(Element element) {
            return scope.isEmpty() ? element.hasClass("h-recipe") || element.hasClass("hrecipe") : element.hasAttr(scope);
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
                ObjectNode object = object(root, marking, 0, page.patience());
                drafts.add(new SchemaRecipe(new Nodes(List.of(object), page.patience()), words).read(object));
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

    private static ObjectNode object(Element root, Marking marking, int depth, Patience patience) {
        ObjectNode object = JSON.objectNode();
        if (!marking.type.isEmpty()) {
            object.put("@type", root.attr(marking.type).strip());
        }
        root.filter(new NodeFilter() {
            private int open;

            @Override
            public FilterResult head(Node node, int level) {
                patience.check();
                if (!(node instanceof Element element) || element.equals(root)) {
                    return FilterResult.CONTINUE;
                }
                List<String> properties = properties(element, marking);
                open += properties.isEmpty() ? 0 : 1;
                for (String property : open <= MOST_OPEN ? properties : List.<String>of()) {
                    value(element, property, marking, depth, patience).forEach(v -> add(object, property, v));
                }
                return marking.isThing(element) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int level) {
                if (node instanceof Element element && !element.equals(root)) {
                    open -= properties(element, marking).isEmpty() ? 0 : 1;
                }
                return FilterResult.CONTINUE;
            }
        });
        return object;
    }

    private static List<String> properties(Element element, Marking marking) {
        String names = element.attr(marking.property).strip();
        return names.isEmpty() ? List.of() : BLANKS.splitAsStream(names)
                .limit(MOST_NAMES)
                .map(name -> property(name, marking))
                .filter(name -> name != null && !name.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String property(String name, Marking marking) {
        if (marking == Marking.MICROFORMAT) {
            return CLASSES.get(name.toLowerCase(Locale.ROOT));
        }
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    private static List<JsonNode> value(Element element, String property, Marking marking, int depth, Patience patience) {
        if (!marking.scope.isEmpty() && element.hasAttr(marking.scope) && depth < MOST_OPEN) {
            ObjectNode inner = object(element, marking, depth + 1, patience);
            if (inner.size() > 1) {
                return List.of(inner);
            }
        }
        String given = attribute(element, property);
        if (given != null) {
            return List.of(JSON.stringNode(given));
        }
        return Block.of(element, patience).stream().map(block -> (JsonNode) JSON.stringNode(block.text())).toList();
    }

    private static @Nullable String attribute(Element element, String property) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        if (element.hasAttr("datetime")) {
            return element.attr("datetime");
        }
        Element title = element.childrenSize() == 0 ? null : element.selectFirst(".value-title[title]");
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
