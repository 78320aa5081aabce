package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.time.Instant;
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
 * @param extras what only other programs' files say
 */
public record Draft(
        About about,
        List<Line> ingredients,
        List<String> steps,
        Times times,
        Portions portions,
        List<Problem> problems,
        Extras extras) {

    /** Nothing read yet. */
    public static final Draft EMPTY =
            new Draft(About.NONE, List.of(), List.of(), Times.NONE, Portions.NONE, List.of());

    public Draft {
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** A draft without extras. */
    public Draft(
            About about, List<Line> ingredients, List<String> steps, Times times, Portions portions, List<Problem> problems) {
        this(about, ingredients, steps, times, portions, problems, Extras.NONE);
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

    /**
     * What only other programs' files say.
     *
     * @param notes the family's own remarks; null if none
     * @param rating 1 to 5 stars; null if none
     * @param written when the recipe was first written down; null if unknown
     * @param origin the program, its id of the recipe and all it said; null for pages and plain texts
     * @param pictures its photos, the most important first
     */
    public record Extras(
            @Nullable String notes,
            @Nullable Integer rating,
            @Nullable Instant written,
            @Nullable Origin origin,
            List<Picture> pictures) {

        /** Nothing more is said. */
        public static final Extras NONE = new Extras(null, null, null, null, List.of());

        public Extras {
            pictures = List.copyOf(pictures);
        }
    }

    /** A photo of a recipe. */
    public sealed interface Picture {

        /** One in the text itself; base64 (RFC 4648), perhaps as a data URL (RFC 2397). */
        record Inline(String data) implements Picture {}

        /**
         * One in a file of its own.
         *
         * @param places where it may be, told from the recipe's folder, the best first; <code>*</code> stands for the
         *     recipe's file name without its ending
         */
        record Beside(List<String> places) implements Picture {

            public Beside {
                places = List.copyOf(places);
            }
        }
    }

    /** Whether it is a recipe of another program, which may be one without ingredients and steps. */
    boolean isOfProgram() {
        return extras.origin() != null && about.name() != null;
    }

    /** The same with extras. */
    Draft with(Extras more) {
        return new Draft(about, ingredients, steps, times, portions, problems, more);
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
                all.stream().distinct().toList(),
                extras);
    }

    Draft withProblem(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new Draft(about, ingredients, steps, times, portions, all, extras);
    }
}
