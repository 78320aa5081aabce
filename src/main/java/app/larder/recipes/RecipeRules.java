package app.larder.recipes;

import app.larder.recipes.RecipeProblem.Field;
import app.larder.recipes.RecipeProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe must be to be kept. The columns are of type text and take more; the limits keep one broken page from
 * filling the list with a name of ten thousand characters.
 */
final class RecipeRules {

    static final int NAME_LENGTH = 300;
    static final int SOURCE_LENGTH = 2_000;
    static final int TAG_LENGTH = 60;
    static final int TAGS = 50;
    static final int INGREDIENTS = 10_000;
    static final int LINE_LENGTH = 4_000;
    static final int TEXT_LENGTH = 1_000_000;
    static final int MINUTES = 1_000_000;
    static final int SERVINGS = 100_000;
    static final int STARS = 5;

    private RecipeRules() {}

    /** Everything that keeps a recipe from being stored; empty if it can be. */
    static List<RecipeProblem> problems(Recipe recipe) {
        List<RecipeProblem> found = new ArrayList<>();
        if (recipe.name().isBlank()) {
            found.add(new RecipeProblem(Field.NAME, Kind.BLANK, 0));
        }
        text(found, Field.NAME, recipe.name(), NAME_LENGTH);
        text(found, Field.DESCRIPTION, recipe.description(), TEXT_LENGTH);
        many(found, Field.INGREDIENTS, recipe.ingredients().size(), INGREDIENTS);
        recipe.ingredients().stream()
                .flatMap(RecipeRules::texts)
                .flatMap(t -> textProblems(Field.INGREDIENTS, t, LINE_LENGTH))
                .distinct()
                .forEach(found::add);
        text(found, Field.INSTRUCTIONS, recipe.instructions(), TEXT_LENGTH);
        text(found, Field.SOURCE, recipe.source(), SOURCE_LENGTH);
        text(found, Field.YIELD, recipe.details().yield(), SOURCE_LENGTH);
        many(found, Field.TAGS, recipe.details().tags().size(), TAGS);
        recipe.details().tags().stream()
                .flatMap(t -> textProblems(Field.TAGS, t, TAG_LENGTH))
                .distinct()
                .forEach(found::add);
        text(found, Field.NOTES, recipe.details().notes(), TEXT_LENGTH);
        number(found, Field.PREP_TIME, recipe.prepTimeMinutes(), 0, MINUTES);
        number(found, Field.COOK_TIME, recipe.details().cookTimeMinutes(), 0, MINUTES);
        number(found, Field.TOTAL_TIME, recipe.details().totalTimeMinutes(), 0, MINUTES);
        number(found, Field.SERVINGS, recipe.details().servings(), 1, SERVINGS);
        number(found, Field.RATING, recipe.details().rating(), 1, STARS);
        return List.copyOf(found);
    }

    /** The recipe without blanks around its texts, empty texts as null, empty lines and repeated tags left out. */
    static Recipe tidied(Recipe recipe) {
        RecipeDetails details = recipe.details();
        return new Recipe(
                recipe.id(),
                recipe.name().strip().replaceAll("\\s+", " "),
                tidied(recipe.description()),
                recipe.ingredients().stream()
                        .map(RecipeRules::tidied)
                        .filter(i -> !i.line().isBlank())
                        .toList(),
                recipe.prepTimeMinutes(),
                tidied(recipe.instructions()),
                tidied(recipe.source()),
                recipe.createdAt(),
                new RecipeDetails(
                        details.servings(),
                        tidied(details.yield()),
                        details.cookTimeMinutes(),
                        details.totalTimeMinutes(),
                        tidied(details.tags()),
                        tidied(details.notes()),
                        details.importBatch(),
                        details.rating(),
                        details.origin()));
    }

    private static Ingredient tidied(Ingredient line) {
        return new Ingredient(
                line.name().strip(),
                line.quantity().strip(),
                line.unit().strip(),
                line.id(),
                line.text(),
                tidied(line.note()),
                tidied(line.section()),
                tidied(line.quantityMax()),
                line.optional(),
                line.others());
    }

    private static @Nullable String tidied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> tidied(List<String> tags) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String tag : tags) {
            if (!tag.isBlank()) {
                kept.putIfAbsent(tag.strip().toLowerCase(Locale.ROOT), tag.strip());
            }
        }
        return List.copyOf(kept.values());
    }

    private static Stream<String> texts(Ingredient line) {
        return Stream.of(
                        line.name(), line.quantity(), line.unit(), line.text(), line.note(), line.section(),
                        line.quantityMax())
                .mapMulti((text, sink) -> {
                    if (text != null) {
                        sink.accept(text);
                    }
                });
    }

    private static void text(List<RecipeProblem> found, Field field, @Nullable String text, int limit) {
        if (text != null) {
            textProblems(field, text, limit).forEach(found::add);
        }
    }

    private static Stream<RecipeProblem> textProblems(Field field, String text, int limit) {
        Stream<RecipeProblem> length =
                text.strip().length() > limit ? Stream.of(new RecipeProblem(field, Kind.TOO_LONG, limit)) : Stream.of();
        return Stream.concat(
                length,
                hasBrokenCharacter(text) ? Stream.of(new RecipeProblem(field, Kind.BROKEN_CHARACTER, 0)) : Stream.of());
    }

    private static boolean hasBrokenCharacter(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static void many(List<RecipeProblem> found, Field field, int size, int limit) {
        if (size > limit) {
            found.add(new RecipeProblem(field, Kind.TOO_MANY, limit));
        }
    }

    private static void number(List<RecipeProblem> found, Field field, @Nullable Integer value, int least, int most) {
        if (value != null && value < least) {
            found.add(new RecipeProblem(field, Kind.TOO_SMALL, least));
        }
        if (value != null && value > most) {
            found.add(new RecipeProblem(field, Kind.TOO_BIG, most));
        }
    }
}
