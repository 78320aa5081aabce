package app.larder.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people on this computer may be called. */
final class PersonName {

    private PersonName() {}

    /** The name in the operating system, for the first person. */
    static String own() {
        String name = System.getProperty("user.name", "").strip();
        return name.isEmpty() || !visible(name) || name.length() > People.LONGEST_NAME ? "cook" : name;
    }

    /**
     * A name as it is kept.
     *
     * @param people who is called something already
     * @param self who may keep their own name; null for somebody new
     * @throws InvalidNameException if nobody can be called that
     */
    static String checked(String typed, List<Person> people, @Nullable Person self) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw new InvalidNameException(InvalidNameException.Reason.EMPTY);
        }
        if (name.length() > People.LONGEST_NAME) {
            throw new InvalidNameException(InvalidNameException.Reason.TOO_LONG);
        }
        if (!visible(name)) {
            throw new InvalidNameException(InvalidNameException.Reason.UNUSABLE);
        }
        if (people.stream()
                .filter(one -> self == null || !one.folder().equals(self.folder()))
                .anyMatch(one -> one.name().equalsIgnoreCase(name))) {
            throw new InvalidNameException(InvalidNameException.Reason.TAKEN);
        }
        return name;
    }

    private static boolean visible(String name) {
        return name.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }
}
