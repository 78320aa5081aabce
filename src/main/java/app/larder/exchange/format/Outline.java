package app.larder.exchange.format;

import app.larder.kitchen.IngredientLineParser;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ingredients and the steps in a text by its headings: lines under "Ingredients" up to "Method", lines under
 * "Method" up to whatever comes next. Of several such places the one with the most lines that look right wins. Without
 * headings the longest run of lines that begin with amounts is taken for the ingredients and what follows for the steps.
 */
final class Outline {

    private static final Pattern AMOUNT = Pattern.compile(
            "^(?:[\\d½¼¾⅓⅔⅛⅜⅝⅞一二三四五六七八九十半]|(?:an?|one|two|three|four|five|half|some|ein|eine|einen|zwei|drei|etwas|pinch|prise|une?|un peu|salt|salz|sel)\\b).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PORTIONS = Pattern.compile("\\d{1,3}(?:\\s*[-–]\\s*\\d{1,3})?\\s+\\p{L}+");
    private static final int MOST_HEADINGS = 40;
    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_TITLE = 70;

    private final HeadingWords words;
    private final List<Block> blocks;
    private final Patience patience;
    private final BitSet ingredientHeads = new BitSet();
    private final BitSet methodHeads = new BitSet();
    private final BitSet otherHeads = new BitSet();

    Outline(HeadingWords words, List<Block> blocks, Patience patience) {
        this.words = words;
        this.blocks = blocks;
        this.patience = patience;
        for (int i = 0; i < blocks.size(); i++) {
            patience.check();
            Block block = blocks.get(i);
            if (block.kind() != Block.Kind.ITEM && block.text().length() <= LONGEST_TITLE) {
                ingredientHeads.set(i, words.headsIngredients(block.text()));
                methodHeads.set(i, words.headsMethod(block.text()));
                otherHeads.set(i, words.headsOther(block.text()));
            }
        }
    }

    /**
     * The two parts.
     *
     * @param start the place of the ingredients' heading or first line
     * @param ingredients the lines under it
     * @param steps the lines under the method's heading
     */
    record Parts(int start, List<Draft.Line> ingredients, List<String> steps) {

        int worth() {
            long amounts = ingredients.stream().filter(l -> AMOUNT.matcher(l.text()).matches()).count();
            int lines = Math.min(ingredients.size(), 20) + 3 * (int) Math.min(amounts, 30);
            int all = lines + (steps.isEmpty() ? 0 : 10) + Math.min(steps.size(), 20);
            return amounts == 0 ? all / 2 : all;
        }
    }

    /** The best place that has ingredients; null if there is none. */
    @Nullable Parts find() {
        Parts best = null;
        int tried = 0;
        for (int i = ingredientHeads.nextSetBit(0); i >= 0 && tried < MOST_HEADINGS; i = ingredientHeads.nextSetBit(i + 1)) {
            tried++;
            patience.check();
            Parts here = under(i);
            if (!here.ingredients().isEmpty() && (best == null || here.worth() > best.worth())) {
                best = here;
            }
        }
        return best != null ? best : byLooks();
    }

    private Parts under(int heading) {
        IngredientLines lines = new IngredientLines();
        boolean list = false;
        boolean talk = true;
        int i = heading + 1;
        for (; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (methodHeads.get(i) || isEnd(i, heading)) {
                break;
            }
            boolean item = block.kind() == Block.Kind.ITEM;
            if (words.isNoise(block.text())) {
                continue;
            }
            if (item) {
                if (!list && talk) {
                    lines.dropLines();
                }
                list = true;
                if (!isPortions(block.text())) {
                    lines.add(block.text());
                }
            } else if (isSection(i)) {
                lines.add(block.text().replaceFirst(":?$", ":"));
            } else if (list || block.text().length() > LONGEST_LINE) {
                break;
            } else if (!isLabel(block) && !ingredientHeads.get(i)) {
                talk &= !AMOUNT.matcher(block.text()).matches() || isPortions(block.text());
                lines.add(block.text());
            }
        }
        List<Draft.Line> found = oneSystem(lines.lines());
        int method = method(i, heading);
        return new Parts(heading, found, method >= 0 ? stepsFrom(method + 1, method) : list ? stepsFrom(i, heading) : List.of());
    }

    /** A heading among the ingredients, or a short line right before more of the list. */
    private boolean isSection(int index) {
        Block block = blocks.get(index);
        if (ingredientHeads.get(index) || isLabel(block) || block.text().length() > LONGEST_TITLE) {
            return false;
        }
        boolean before = index + 1 < blocks.size() && blocks.get(index + 1).kind() == Block.Kind.ITEM;
        return block.isHeading() || IngredientLines.isHeading(block.text()) || (before && !AMOUNT.matcher(block.text()).matches());
    }

    /** Where the method is headed: after the ingredients, else, as some pages print it, before them; -1 if nowhere. */
    private int method(int from, int heading) {
        int after = methodHeads.nextSetBit(from);
        int first = methodHeads.nextSetBit(0);
        return after >= 0 ? after : first < heading ? first : -1;
    }

    private List<String> stepsFrom(int from, int heading) {
        List<String> steps = new ArrayList<>();
        int kept = 0;
        boolean list = false;
        for (int i = from; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isEnd(i, heading) || ingredientHeads.get(i)) {
                break;
            }
            boolean item = block.kind() == Block.Kind.ITEM;
            if (block.kind() == Block.Kind.TEXT && list && !Numbering.isAlone(block.text())) {
                break;
            }
            if (item && !list && steps.size() > 1) {
                break;
            }
            list |= item;
            if (!isLabel(block) && !words.isNoise(block.text())) {
                steps.add(block.text());
                kept = block.isHeading() || block.text().endsWith(":") ? kept : steps.size();
            }
        }
        return Numbering.removed(kept == 0 ? steps : steps.subList(0, kept));
    }

    /** Ingredients without a heading: the run of items with the most amounts, at least three and half of the run. */
    private @Nullable Parts byLooks() {
        int bestStart = -1;
        int bestEnd = -1;
        long bestAmounts = 2;
        for (int i = 0; i < blocks.size(); i++) {
            int end = i;
            long amounts = 0;
            while (end < blocks.size() && blocks.get(end).kind() == Block.Kind.ITEM && blocks.get(end).text().length() <= LONGEST_LINE) {
                amounts += AMOUNT.matcher(blocks.get(end).text()).matches() ? 1 : 0;
                end++;
            }
            if (amounts > bestAmounts && amounts * 2 >= end - i) {
                bestStart = i;
                bestEnd = end;
                bestAmounts = amounts;
            }
            i = Math.max(i, end - 1);
        }
        if (bestStart < 0) {
            return null;
        }
        IngredientLines lines = new IngredientLines();
        blocks.subList(bestStart, bestEnd).forEach(block -> lines.add(block.text()));
        int method = method(bestEnd, bestStart);
        List<String> steps = method >= bestEnd ? stepsFrom(method + 1, method) : stepsFrom(bestEnd, -1);
        return new Parts(bestStart, oneSystem(lines.lines()), steps);
    }

    /**
     * Some pages print the list once for each system of measures and hide all but one; then the first is the author's.
     * Such a list is made of equal parts whose lines agree in their words.
     */
    private static List<Draft.Line> oneSystem(List<Draft.Line> lines) {
        List<Draft.Line> kept = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || !Objects.equals(lines.get(i).section(), lines.get(start).section())) {
                kept.addAll(firstCopy(lines.subList(start, i)));
                start = i;
            }
        }
        return kept;
    }

    private static List<Draft.Line> firstCopy(List<Draft.Line> lines) {
        for (int copies = 2; copies <= 4; copies++) {
            int size = lines.size() / copies;
            if (size >= 2 && size * copies == lines.size() && repeats(lines, size)) {
                return lines.subList(0, size);
            }
        }
        return lines;
    }

    private static boolean repeats(List<Draft.Line> lines, int size) {
        List<Set<String>> names = lines.stream().map(line -> nameOf(line.text())).toList();
        int alike = 0;
        for (int i = size; i < names.size(); i++) {
            Set<String> both = new HashSet<>(names.get(i - size));
            both.retainAll(names.get(i));
            int fewer = Math.min(names.get(i - size).size(), names.get(i).size());
            alike += !both.isEmpty() && both.size() * 2 >= fewer ? 1 : 0;
        }
        return alike >= (lines.size() - size) * 4 / 5;
    }

    /** The words of what a line names; its amount and unit differ between systems and agree between strangers. */
    private static Set<String> nameOf(String text) {
        String name = text.length() > LONGEST_LINE ? text : IngredientLineParser.parse(text).name();
        Set<String> words = new HashSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)));
        words.removeIf(word -> word.length() < 3);
        return words;
    }

    /** Whether a part that began with the heading at {@code start} ends at a block; -1 for a part without heading. */
    private boolean isEnd(int index, int start) {
        if (otherHeads.get(index)) {
            return true;
        }
        Block block = blocks.get(index);
        int level = start < 0 ? 6 : blocks.get(start).level();
        return block.isHeading()
                && block.level() <= level
                && block.level() < 7
                && !Numbering.isAlone(block.text())
                && !methodHeads.get(index)
                && !ingredientHeads.get(index);
    }

    private boolean isLabel(Block block) {
        String text = block.text();
        if (text.length() > 60 || block.isHeading()) {
            return false;
        }
        boolean labelled = words.afterPrep(text) != null || words.afterCook(text) != null || words.afterTotal(text) != null
                || words.afterServings(text) != null;
        if (labelled) {
            return text.indexOf(':') >= 0 || Minutes.of(text).minutes() != null;
        }
        return isPortions(text);
    }

    /** Whether a line says for how many it is, number first: "4 servings". */
    private boolean isPortions(String text) {
        return text.length() <= LONGEST_TITLE
                && PORTIONS.matcher(text).matches()
                && words.afterServings(text.replaceFirst("^[\\d\\s–-]+", "")) != null;
    }
}
