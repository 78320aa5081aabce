package app.larder.exchange.output;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of a recipe as several formats write them. */
final class Said {

    private Said() {}

    /** The ingredient lines under their headings, each heading as the format marks it. */
    static List<String> ingredients(Recipe recipe, String before, String behind) {
        List<String> lines = new ArrayList<>();
        String section = null;
        for (Ingredient line : recipe.ingredients()) {
            if (line.section() != null && !Objects.equals(section, line.section())) {
                lines.add(before + line.section() + behind);
            }
            section = line.section();
            lines.add(line.line());
        }
        return lines;
    }

    /** The steps with their headings as lines ending in a colon. */
    static List<String> steps(Recipe recipe) {
        List<String> lines = new ArrayList<>();
        for (Method.Step step : Method.of(recipe)) {
            if (step.section() != null) {
                lines.add(step.section() + ":");
            }
            lines.add(step.text());
        }
        return lines;
    }

    /** The yield in words, else the number of people; empty if unknown. */
    static String portions(Recipe recipe) {
        String words = recipe.details().yield();
        Integer people = recipe.details().servings();
        return words != null ? words : people == null ? "" : people.toString();
    }

    /** The source if it is a web address; null if not. */
    static @Nullable String link(Recipe recipe) {
        String source = recipe.source();
        return source != null && source.matches("(?i)https?://\\S+") ? source : null;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
