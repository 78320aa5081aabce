package app.larder.pantry;

/**
 * One reason why something cannot stand in the pantry as it is.
 *
 * @param limit the most characters the field takes; 0 where that is not the point
 */
public record PantryProblem(Field field, Kind kind, int limit) {

    /** The part that has the problem. */
    public enum Field {
        NAME("name"),
        QUANTITY("amount"),
        UNIT("unit"),
        CATEGORY("category");

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
        /** It holds a character that is none: NUL, which databases refuse, or half of a surrogate pair. */
        BROKEN_CHARACTER,
        /** It cannot be reckoned with what is there: grams of "two packs", or any amount of "some". */
        UNLIKE
    }

    /** The problem as one plain English sentence. */
    public String sentence() {
        return switch (kind) {
            case BLANK -> "It needs a " + field.words + ".";
            case TOO_LONG -> "The " + field.words + " is too long: at most " + limit + " characters.";
            case BROKEN_CHARACTER -> "The " + field.words + " has a broken character in it, which cannot be stored.";
            case UNLIKE -> "That " + field.words + " cannot be added to or taken from what is there.";
        };
    }
}
