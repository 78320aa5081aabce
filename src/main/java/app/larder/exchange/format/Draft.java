package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as one reader understood it: text only, amounts not yet parsed. What a reader did not find is null or empty,
 * so that another reader's draft can fill it.
 *
 * @param about title and the words around it
 * @param ingredients the lines in order
 * @param steps the steps in order, section headings as lines of their own
 * @param times minutes
 * @param portions how much it makes
 * @param problems what a person should look at
 */
public record Draft(
        About about, List<Line> ingredients, List<String> steps, Times times, Portions portions, List<Problem> problems) {

    /** Nothing read yet. */
    public static final Draft EMPTY =
            new Draft(About.NONE, List.of(), List.of(), Times.NONE, Portions.NONE, List.of());

    public Draft {
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /**
     * Title and the words around it.
     *
     * @param name title; null if none was found
     * @param description a few words; null if none
     * @param tags keywords, category, cuisine; no duplicates
     * @param author who wrote it; null if unknown
     * @param url its own address; null if none is given
     */
    public record About(
            @Nullable String name,
            @Nullable String description,
            List<String> tags,
            @Nullable String author,
            @Nullable String url) {

        static final About NONE = new About(null, null, List.of(), null, null);

        public About {
            tags = List.copyOf(new LinkedHashSet<>(tags));
        }

        About filledFrom(About other) {
            return new About(
                    name != null ? name : other.name,
                    description != null ? description : other.description,
                    tags.isEmpty() ? other.tags : tags,
                    author != null ? author : other.author,
                    url != null ? url : other.url);
        }
    }

    /**
     * One ingredient line.
     *
     * @param text the line
     * @param section the heading it stands under; null if none
     */
    public record Line(String text, @Nullable String section) {}

    /**
     * Times in minutes, null where unknown.
     *
     * @param prep work before cooking
     * @param cook time on the heat
     * @param total start to table, as the source says it
     */
    public record Times(@Nullable Integer prep, @Nullable Integer cook, @Nullable Integer total) {

        static final Times NONE = new Times(null, null, null);

        boolean unknown() {
            return prep == null && cook == null && total == null;
        }
    }

    /**
     * How much it makes.
     *
     * @param servings people, 1 or more; null if unknown
     * @param words the source's own words; null if none
     */
    public record Portions(@Nullable Integer servings, @Nullable String words) {

        static final Portions NONE = new Portions(null, null);
    }

    /** Whether there is anything to cook from: at least an ingredient or a step. */
    public boolean isRecipe() {
        return !ingredients.isEmpty() || !steps.isEmpty();
    }

    /** This draft, its gaps filled from another reader's. Times are taken together or not at all. */
    public Draft filledFrom(Draft other) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        return new Draft(
                about.filledFrom(other.about),
                ingredients.isEmpty() ? other.ingredients : ingredients,
                steps.isEmpty() ? other.steps : steps,
                times.unknown() ? other.times : times,
                portions.equals(Portions.NONE) ? other.portions : portions,
                all.stream().distinct().toList());
    }

    Draft withProblem(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new Draft(about, ingredients, steps, times, portions, all);
    }
}
