package app.larder.account;

/**
 * Somebody who keeps a larder on this computer.
 *
 * @param folder the name of their folder below {@code profiles}, which never changes
 * @param name what they are called on the screen
 */
public record Person(String folder, String name) {

    /** The folder of the first person of a computer. */
    public static final String FIRST = "default";

    /** The letter their picture shows. */
    public String initial() {
        return name.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(name.codePointAt(0))));
    }

    Person named(String other) {
        return new Person(folder, other);
    }
}
