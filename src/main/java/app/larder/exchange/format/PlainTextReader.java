package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recipe pasted as plain text: a title, a block of ingredient lines, steps. Headings help but are not needed;
 * lines that begin with an amount are ingredients, longer ones after them are steps.
 */
final class PlainTextReader {

    private static final Pattern INGREDIENT = Pattern.compile(
            "^(?:[•▢☐□▪●◦‣·*–—-]\\s*)?(?:[½¼¾⅓⅔⅛⅜⅝⅞]|\\d|(?:an?|one|two|three|some|half|ein|eine|einen|zwei|drei|etwas|pinch|prise|salt|salz)\\b).{0,110}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}[.)]\\s+\\p{L}.*");

    private static final Pattern BARE = Pattern.compile("[^.!?:\\s]+(?:\\s+[^.!?:\\s]+){0,3}");

    private final HeadingWords words;

    PlainTextReader(HeadingWords words) {
        this.words = words;
    }

    Draft read(String text, Patience patience) {
        List<Block> blocks = Block.of(text);
        if (blocks.isEmpty()) {
            return Draft.EMPTY;
        }
        Outline.Parts parts = new Outline(words, blocks, patience).find();
        HeadingsReader.Labels labels = HeadingsReader.Labels.of(words, blocks);
        Block first = blocks.getFirst();
        String name = (parts != null && parts.start() == 0) || isIngredient(first) ? null : first.text();
        if (parts == null) {
            parts = byLooks(blocks, name == null ? 0 : 1);
        }
        String description = name == null ? null : description(blocks, parts.start());
        return new Draft(
                new Draft.About(name, description, List.of(), null, null),
                parts.ingredients(), parts.steps(), labels.times(), labels.portions(), List.of());
    }

    private @Nullable String description(List<Block> blocks, int end) {
        List<String> lines = blocks.subList(Math.min(1, end), end).stream()
                .map(Block::text)
                .filter(s -> words.afterPrep(s) == null && words.afterCook(s) == null && words.afterTotal(s) == null
                        && words.afterServings(s) == null)
                .toList();
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private Outline.Parts byLooks(List<Block> blocks, int from) {
        IngredientLines lines = new IngredientLines();
        List<String> steps = new ArrayList<>();
        int start = -1;
        for (int i = from; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean next = i + 1 < blocks.size() && isIngredient(blocks.get(i + 1));
            boolean word = start >= 0 && isBare(block.text());
            if (steps.isEmpty() && (isIngredient(block) || word || (next && IngredientLines.isHeading(block.text())))) {
                start = start < 0 ? i : start;
                lines.add(block.text());
            } else if (start >= 0 && !words.headsMethod(block.text())) {
                steps.add(block.text().replaceFirst("^\\d{1,2}[.)]\\s+", ""));
            }
        }
        return new Outline.Parts(Math.max(start, 0), lines.lines(), steps);
    }

    /** A line of a few words and no sentence, as "Butter" or "oil for frying" among the ingredients. */
    private boolean isBare(String text) {
        return text.length() <= 40 && BARE.matcher(text).matches() && !words.headsMethod(text);
    }

    private static boolean isIngredient(Block block) {
        if (block.kind() == Block.Kind.ITEM) {
            return block.text().length() <= 110;
        }
        return INGREDIENT.matcher(block.text()).matches() && !NUMBERED.matcher(block.text()).matches();
    }
}
