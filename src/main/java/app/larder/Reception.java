package app.larder;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.LarderCommand;
import app.larder.cli.HandOver;
import app.larder.cli.LetIn;
import app.larder.cli.OpenLarder;
import app.larder.cli.Streams;
import app.larder.cli.Whose;
import app.larder.handover.Host;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receives those who start Larder beside an open window: brings it forward, and lends commands what is open in it. */
final class Reception implements Host {

    private final HeldLarder larder;
    private final People people;
    private final Consumer<List<String>> front;
    private final BiConsumer<Wiring, List<UUID>> written;

    /**
     * Receives for one window.
     *
     * @param front brings it forward with what to look into for recipes
     * @param written told of an open larder that a command had, and the recipes it wrote
     */
    Reception(
            HeldLarder larder,
            People people,
            Consumer<List<String>> front,
            BiConsumer<Wiring, List<UUID>> written) {
        this.larder = larder;
        this.people = people;
        this.front = front;
        this.written = written;
    }

    @Override
    public void front(List<String> places) {
        front.accept(places);
    }

    @Override
    public boolean hasOpen(@Nullable String person) {
        Optional<Person> wanted = person != null
                ? people.named(person)
                : Optional.of(people.all()).filter(all -> all.size() == 1).map(List::getFirst);
        return wanted.isPresent() && open(wanted.get()).isPresent();
    }

    private Optional<Wiring> open(Person person) {
        return larder.held().filter(held -> held.person().folder().equals(person.folder()));
    }

    @Override
    public int run(List<String> arguments, Streams streams, Function<String, char[]> password) {
        LetIn letIn = new LetIn(people, password);
        LarderCommand command =
                new LarderCommand(
                        (_, _) -> Exit.USAGE, () -> Exit.USAGE, whose -> lend(letIn, whose), HandOver.NOBODY, streams);
        return command.run(arguments.toArray(String[]::new), Larder.onLarder(command, streams));
    }

    /** Whoever is protected proves each time who they are, as for a command that runs alone. */
    private OpenLarder lend(LetIn letIn, Whose whose) {
        try (Entered entered = letIn.whoever(whose.person())) {
            Wiring open = open(entered.person())
                    .orElseThrow(() -> new CommandFailure(Exit.BUSY, "The window has let go of these data just now. Try again."));
            return new LentLarder(open, recipes -> written.accept(open, recipes));
        }
    }
}
