package app.larder.recipes;

/**
 * One reason why a recipe cannot be kept as it is.
 *
 * @param limit what {@code kind} compares with, such as the most characters a field takes; 0 where there is none
 */
public record RecipeProblem(Field field, Kind kind, int limit) {

    /** The part of the recipe that has the problem. */
    public enum Field {
        NAME("name"),
        DESCRIPTION("description"),
        INGREDIENTS("list of ingredients"),
        INSTRUCTIONS("method"),
        SOURCE("source"),
        YIELD("yield"),
        TAGS("list of tags"),
        NOTES("notes"),
        PREP_TIME("preparation time"),
        COOK_TIME("cooking time"),
        TOTAL_TIME("total time"),
        SERVINGS("number of servings"),
        RATING("rating");

        private final String words;

        Field(String words) {
            this.words = words;
        }
    }

    /** What is wrong with it. */
    public enum Kind {
        /** It says nothing. */
        BLANK,
        /** It has more than {@code limit} characters. */
        TOO_LONG,
        /** It has more than {@code limit} entries. */
        TOO_MANY,
        /** It holds a character that is none: NUL, which databases refuse, or half of a surrogate pair. */
        BROKEN_CHARACTER,
        /** It is smaller than can be. */
        TOO_SMALL,
        /** It is more than {@code limit}. */
        TOO_BIG
    }

    /** The problem as one plain English sentence. */
    public String sentence() {
        return switch (kind) {
            case BLANK -> "The recipe has no " + field.words + ".";
            case TOO_LONG -> "The " + field.words + " is too long: at most " + limit + " characters.";
            case TOO_MANY -> "The " + field.words + " is too long: at most " + limit + " entries.";
            case BROKEN_CHARACTER -> "The " + field.words + " has a broken character in it, which cannot be stored.";
            case TOO_SMALL -> "The " + field.words + " is too small.";
            case TOO_BIG -> "The " + field.words + " is too big: at most " + limit + ".";
        };
    }
}
