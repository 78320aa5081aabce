package app.larder.store;

import app.larder.chat.ChatMessage;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Origin;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.sync.Image;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps out what one of the two databases can't hold: a zero character (Postgres refuses it) and half of a surrogate
 * pair (it has no UTF-8).
 */
final class CleanText {

    private CleanText() {}

    /**
     * Checks every text of a recipe.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static void check(Recipe recipe) {
        if (recipe.name().isBlank()) {
            throw new IllegalArgumentException("A recipe needs a name.");
        }
        String where = "the recipe \"" + shown(recipe.name()) + "\"";
        check(recipe.name(), where);
        check(recipe.description(), where);
        check(recipe.instructions(), where);
        check(recipe.source(), where);
        for (Ingredient line : recipe.ingredients()) {
            check(line.name(), where);
            check(line.quantity(), where);
            check(line.unit(), where);
            check(line.id(), where);
            check(line.text(), where);
            check(line.note(), where);
            check(line.section(), where);
            check(line.quantityMax(), where);
            checkTree(line.others(), where);
        }
        RecipeDetails details = recipe.details();
        check(details.yield(), where);
        check(details.notes(), where);
        checkTree(details.tags(), where);
        Origin origin = details.origin();
        if (origin != null) {
            check(origin.format(), where);
            check(origin.id(), where);
            checkTree(origin.fields(), where);
        }
    }

    /**
     * Checks every text of a thing at home.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static void check(HouseholdIngredient item) {
        if (item.name().isBlank()) {
            throw new IllegalArgumentException("A thing in the pantry needs a name.");
        }
        String where = "the pantry's \"" + shown(item.name()) + "\"";
        check(item.name(), where);
        check(item.quantity(), where);
        check(item.unit(), where);
        check(item.category(), where);
    }

    /**
     * Checks a chat message and the title of its conversation.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static void check(ChatMessage message, @Nullable String title) {
        check(message.content(), "this message");
        if (title != null) {
            checkTitle(title);
        }
    }

    /** As {@link #check(ChatMessage, String)}, for a title alone. */
    static void checkTitle(String title) {
        check(title, "this title");
    }

    /**
     * An image as it is, if all its texts can be stored.
     *
     * @throws IllegalArgumentException if one can't
     */
    static Image checked(Image image) {
        image.fields().values().forEach(CleanText::checkNode);
        return image;
    }

    private static void checkNode(JsonNode node) {
        if (node.isString()) {
            check(node.stringValue(), "the backup");
        }
        node.forEachEntry((key, inner) -> {
            check(key, "the backup");
            checkNode(inner);
        });
        if (node.isArray()) {
            node.forEach(CleanText::checkNode);
        }
    }

    private static void checkTree(@Nullable Object value, String where) {
        switch (value) {
            case String text -> check(text, where);
            case Map<?, ?> map -> map.forEach((key, inner) -> {
                checkTree(key, where);
                checkTree(inner, where);
            });
            case Iterable<?> list -> list.forEach(inner -> checkTree(inner, where));
            case null, default -> {
                // A number or a truth value holds no text.
            }
        }
    }

    private static void check(@Nullable String text, String where) {
        if (text != null && !isClean(text)) {
            throw new IllegalArgumentException(
                    "A text of " + where + " holds a broken character: delete it there and type it again.");
        }
    }

    /** Whether a text can be stored. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?").strip();
        return clean.codePointCount(0, clean.length()) <= 60
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, 60)) + "...";
    }
}
