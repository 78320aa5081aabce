package app.larder.recipes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a recipe, numbered, under their section headings. In {@link Recipe#instructions} a heading is a line of
 * its own; it is told from a step by its colon, or by being short and without a full stop where the steps have one.
 */
public final class Method {

    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_BARE_HEADING = 40;

    private Method() {}

    /**
     * One step.
     *
     * @param number counted from 1 through the whole recipe
     * @param section the heading it is the first step under; null for the others
     * @param text what to do
     */
    public record Step(int number, @Nullable String section, String text) {}

    /** The steps of a recipe, in order; empty if it has none. A recipe of headings only has them as steps. */
    public static List<Step> of(Recipe recipe) {
        List<String> lines = recipe.steps();
        boolean sentences = lines.stream().filter(Method::isSentence).count() * 2 >= lines.size();
        List<Step> steps = new ArrayList<>();
        String section = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean last = i + 1 == lines.size();
            if (!last && section == null && isHeading(line, sentences)) {
                section = line.endsWith(":") ? line.substring(0, line.length() - 1).strip() : line;
            } else {
                steps.add(new Step(steps.size() + 1, section, line));
                section = null;
            }
        }
        return List.copyOf(steps);
    }

    private static boolean isHeading(String line, boolean sentences) {
        if (line.endsWith(":")) {
            return line.length() <= LONGEST_HEADING;
        }
        return sentences
                && line.length() <= LONGEST_BARE_HEADING
                && !isSentence(line)
                && line.chars().noneMatch(c -> c == ',' || c == ';' || Character.isDigit(c));
    }

    private static boolean isSentence(String line) {
        return !line.isEmpty() && ".!?…)".indexOf(line.charAt(line.length() - 1)) >= 0;
    }
}
