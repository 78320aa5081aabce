package app.larder.cli;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a command in as one of the people on this computer. */
public final class LetIn {

    private final People people;
    private final Function<String, char[]> prompt;

    /**
     * Asks for the password of a protected person.
     *
     * @param prompt gives the password of whom it names, which is cleared afterwards, or throws {@link CommandFailure}
     */
    public LetIn(People people, Function<String, char[]> prompt) {
        this.people = people;
        this.prompt = prompt;
    }

    /**
     * Lets in the person with that name, or (null) the only one there is.
     *
     * @throws CommandFailure if there is no such person, it is not clear which, or the password is missing or wrong
     */
    public Entered whoever(@Nullable String name) {
        Person person = person(name);
        if (!people.isProtected(person)) {
            return people.enter(person);
        }
        char[] password = prompt.apply(person.name());
        try {
            return people.unlock(person, password)
                    .orElseThrow(() ->
                            new CommandFailure(Exit.LOCKED, "That is not the password of " + person.name() + "."));
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private Person person(@Nullable String name) {
        List<Person> all = people.all();
        if (name != null) {
            return people.named(name)
                    .orElseThrow(() -> new CommandFailure(
                            Exit.USAGE, "Nobody here is called " + name + ". There is: " + names(all) + "."));
        }
        if (all.size() > 1) {
            throw new CommandFailure(
                    Exit.USAGE, "Several people share this computer: say whose larder with --person. There is: " + names(all) + ".");
        }
        return all.getFirst();
    }

    private static String names(List<Person> people) {
        return people.stream().map(Person::name).map(Terminal::plain).collect(Collectors.joining(", "));
    }
}
