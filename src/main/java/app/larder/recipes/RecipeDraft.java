package app.larder.recipes;

import app.larder.kitchen.TypedMinutes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the editor holds, exactly as typed, even where it makes no recipe yet. It is what is kept on disk until it is
 * saved as a recipe.
 *
 * @param recipe the recipe being edited; null for a new one
 * @param base {@link #mark} of that recipe as it was when editing began; empty for a new one
 * @param keptAt when this was last kept, UTC
 * @param fields the single fields
 * @param ingredients ingredient lines and headings, in order
 * @param steps steps and headings, in order
 */
public record RecipeDraft(
        @Nullable UUID recipe,
        String base,
        Instant keptAt,
        Fields fields,
        List<DraftLine> ingredients,
        List<DraftLine> steps) {

    /** The single fields of the editor, as typed; empty where nothing is. */
    public record Fields(
            String name,
            String description,
            String source,
            String prep,
            String cook,
            String total,
            String servings,
            String yield,
            String tags,
            String notes) {

        /** Nothing typed yet. */
        public static final Fields NONE = new Fields("", "", "", "", "", "", "", "", "", "");

        /** A field that a draft of an earlier version does not know is empty. */
        public Fields {
            name = Objects.requireNonNullElse(name, "");
            description = Objects.requireNonNullElse(description, "");
            source = Objects.requireNonNullElse(source, "");
            prep = Objects.requireNonNullElse(prep, "");
            cook = Objects.requireNonNullElse(cook, "");
            total = Objects.requireNonNullElse(total, "");
            servings = Objects.requireNonNullElse(servings, "");
            yield = Objects.requireNonNullElse(yield, "");
            tags = Objects.requireNonNullElse(tags, "");
            notes = Objects.requireNonNullElse(notes, "");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    /** An empty editor. */
    public static final RecipeDraft NEW =
            new RecipeDraft(null, "", Instant.EPOCH, Fields.NONE, List.of(), List.of());

    public RecipeDraft {
        Objects.requireNonNull(fields);
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
    }

    /** A stored recipe opened in the editor. Times are plain minutes; the screen writes them its own way. */
    public static RecipeDraft of(Recipe recipe) {
        RecipeDetails details = recipe.details();
        Fields fields = new Fields(
                recipe.name(),
                text(recipe.description()),
                text(recipe.source()),
                text(recipe.prepTimeMinutes()),
                text(details.cookTimeMinutes()),
                text(details.totalTimeMinutes()),
                text(details.servings()),
                text(details.yield()),
                String.join(", ", details.tags()),
                text(details.notes()));
        return new RecipeDraft(
                recipe.id(), mark(recipe), Instant.EPOCH, fields, lines(recipe.ingredients()), steps(recipe));
    }

    /** Whether nothing at all was typed. */
    public boolean isBlank() {
        return fields.equals(Fields.NONE) && Stream.concat(ingredients.stream(), steps.stream()).allMatch(DraftLine::isBlank);
    }

    /** Whether both hold the same words, whenever they were kept. */
    public boolean says(RecipeDraft other) {
        return fields.equals(other.fields) && ingredients.equals(other.ingredients) && steps.equals(other.steps);
    }

    public RecipeDraft keptAt(Instant when) {
        return new RecipeDraft(recipe, base, when, fields, ingredients, steps);
    }

    /** The ingredients the lines stand for, each under the heading above it. A heading over nothing is left out. */
    public List<Ingredient> ingredientList() {
        List<Ingredient> list = new ArrayList<>();
        String section = null;
        for (DraftLine line : ingredients) {
            Optional<String> heading = line.headingWords();
            if (heading.isPresent()) {
                section = heading.get();
            } else if (!line.isBlank()) {
                list.add(line.ingredient(section));
            }
        }
        return list;
    }

    /** The steps as a recipe holds them, one a line; null if there are none. */
    public @Nullable String instructions() {
        List<String> lines = steps.stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.headingWords().map(Heading::line).orElseGet(() -> line.text().strip()))
                .toList();
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** The fields in which something was typed that they do not understand. */
    public Set<RecipeProblem.Field> unread() {
        Set<RecipeProblem.Field> unread = EnumSet.noneOf(RecipeProblem.Field.class);
        if (TypedMinutes.read(fields.prep).refused()) {
            unread.add(RecipeProblem.Field.PREP_TIME);
        }
        if (TypedMinutes.read(fields.cook).refused()) {
            unread.add(RecipeProblem.Field.COOK_TIME);
        }
        if (TypedMinutes.read(fields.total).refused()) {
            unread.add(RecipeProblem.Field.TOTAL_TIME);
        }
        if (!fields.servings.strip().matches("[0-9]{0,9}")) {
            unread.add(RecipeProblem.Field.SERVINGS);
        }
        return unread;
    }

    /**
     * The recipe these words make.
     *
     * @param before gives it its id, its date and what the editor does not show
     */
    Recipe recipe(Recipe before) {
        String people = fields.servings.strip();
        RecipeDetails details = new RecipeDetails(
                people.matches("[0-9]{1,9}") ? Integer.valueOf(people) : null,
                fields.yield,
                TypedMinutes.read(fields.cook).minutes(),
                TypedMinutes.read(fields.total).minutes(),
                List.of(fields.tags.split(",")),
                fields.notes,
                before.details().importBatch(),
                before.details().rating(),
                before.details().origin());
        return new Recipe(
                before.id(),
                fields.name,
                fields.description,
                ingredientList(),
                TypedMinutes.read(fields.prep).minutes(),
                instructions(),
                fields.source,
                before.createdAt(),
                details);
    }

    /** A recipe's mark: two are equal exactly if all that is stored of the recipe is. */
    public static String mark(Recipe recipe) {
        try {
            byte[] all = JSON.writeValueAsString(recipe).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<DraftLine> lines(List<Ingredient> ingredients) {
        List<DraftLine> lines = new ArrayList<>();
        String section = null;
        for (Ingredient ingredient : ingredients) {
            String here = ingredient.section();
            if (here != null && !here.isBlank() && !here.equals(section)) {
                lines.add(DraftLine.headed(here));
                section = here;
            }
            lines.add(DraftLine.of(ingredient));
        }
        return lines;
    }

    private static List<DraftLine> steps(Recipe recipe) {
        List<DraftLine> lines = new ArrayList<>();
        for (Method.Step step : Method.of(recipe)) {
            if (step.section() != null) {
                lines.add(DraftLine.headed(step.section()));
            }
            lines.add(DraftLine.of(step.text()));
        }
        return lines;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
