package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ingredients and the steps in a text by its headings: lines under "Ingredients" up to "Method", lines under
 * "Method" up to whatever comes next. Of several such places the one with the most lines that look right wins.
 */
final class Outline {

    private static final Pattern AMOUNT = Pattern.compile(
            "^(?:[\\d½¼¾⅓⅔⅛⅜⅝⅞]|(?:a|an|one|two|three|ein|eine|einen|etwas|some|pinch|prise|une?|un peu|salt|salz|sel)\\b).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTER = Pattern.compile(
            "(?:(?:step|schritt|etape|étape|stap|paso|passo|krok|trin|trinn|steg|βημα|βήμα)\\s*)?\\d{1,2}\\s*[.):/]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_COUNTER = Pattern.compile(
            "^(?:(?:step|schritt|etape|étape|stap|paso|passo|krok|trin|trinn|steg|βημα|βήμα)\\s*\\d{1,2}\\s*[.):–-]?|\\d{1,2}[.)](?!\\d))\\s+(?=\\p{L})",
            Pattern.CASE_INSENSITIVE);

    private final HeadingWords words;
    private final List<Block> blocks;

    Outline(HeadingWords words, List<Block> blocks) {
        this.words = words;
        this.blocks = blocks;
    }

    /**
     * The two parts.
     *
     * @param start the place of the ingredients' heading
     * @param ingredients the lines under it
     * @param steps the lines under the method's heading
     */
    record Parts(int start, List<Draft.Line> ingredients, List<String> steps) {

        int worth() {
            long amounts = ingredients.stream().filter(l -> AMOUNT.matcher(l.text()).matches()).count();
            return (int) (Math.min(ingredients.size(), 40) + 2 * Math.min(amounts, 40) + (steps.isEmpty() ? 0 : 10) + Math.min(steps.size(), 20));
        }
    }

    /** The best place that has ingredients; null if no heading speaks of any. */
    @Nullable Parts find() {
        Parts best = null;
        for (int i = 0; i < blocks.size(); i++) {
            if (isTitle(blocks.get(i)) && words.headsIngredients(blocks.get(i).text())) {
                Parts here = at(i);
                if (!here.ingredients().isEmpty() && (best == null || here.worth() > best.worth())) {
                    best = here;
                }
            }
        }
        return best;
    }

    private Parts at(int heading) {
        IngredientLines lines = new IngredientLines();
        boolean list = false;
        int i = heading + 1;
        for (; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isTitle(block) && (words.headsMethod(block.text()) || isEnd(block, heading))) {
                break;
            }
            if (words.headsIngredients(block.text()) && isTitle(block)) {
                continue;
            }
            if (block.isHeading()) {
                lines.add(block.text().endsWith(":") ? block.text() : block.text() + ":");
            } else if (block.kind() == Block.Kind.ITEM) {
                list = true;
                lines.add(block.text());
            } else if (block.text().length() > 160) {
                break;
            } else if (!isLabel(block) && (!list || IngredientLines.isHeading(block.text()))) {
                lines.add(block.text());
            }
        }
        return new Parts(heading, lines.lines(), steps(i, heading));
    }

    private List<String> steps(int from, int heading) {
        int start = -1;
        for (int i = from; i < blocks.size() && start < 0; i++) {
            if (isTitle(blocks.get(i)) && words.headsMethod(blocks.get(i).text())) {
                start = i;
            }
        }
        if (start < 0) {
            for (int i = 0; i < heading && start < 0; i++) {
                if (isTitle(blocks.get(i)) && words.headsMethod(blocks.get(i).text())) {
                    start = i;
                }
            }
        }
        return start < 0 ? List.of() : stepsAfter(start);
    }

    private List<String> stepsAfter(int start) {
        List<String> steps = new ArrayList<>();
        boolean list = false;
        for (int i = start + 1; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (COUNTER.matcher(block.text()).matches() || isLabel(block)) {
                continue;
            }
            if (isTitle(block) && (isEnd(block, start) || words.headsIngredients(block.text()))) {
                break;
            }
            if (block.kind() == Block.Kind.ITEM) {
                list = true;
            } else if (list && block.kind() == Block.Kind.TEXT) {
                break;
            }
            steps.add(LEADING_COUNTER.matcher(block.text()).replaceFirst(""));
        }
        while (!steps.isEmpty() && steps.getLast().endsWith(":")) {
            steps.removeLast();
        }
        return steps;
    }

    /** Whether a part that began with one heading ends at another. */
    private boolean isEnd(Block block, int start) {
        if (words.headsOther(block.text())) {
            return true;
        }
        return block.isHeading()
                && block.level() <= blocks.get(start).level()
                && block.level() < 7
                && !COUNTER.matcher(block.text()).matches()
                && !words.headsMethod(block.text())
                && !words.headsIngredients(block.text());
    }

    private boolean isLabel(Block block) {
        String text = block.text();
        return text.length() <= 60
                && (words.afterPrep(text) != null || words.afterCook(text) != null || words.afterTotal(text) != null
                        || words.afterServings(text) != null)
                && !block.isHeading()
                && (text.indexOf(':') >= 0 || Minutes.of(text).minutes() != null);
    }

    private static boolean isTitle(Block block) {
        return block.text().length() <= 70 && (block.isHeading() || block.kind() == Block.Kind.TEXT);
    }
}
