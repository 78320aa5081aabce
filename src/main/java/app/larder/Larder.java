package app.larder;

import app.larder.account.Entered;
import app.larder.account.ProfileFolder;
import app.larder.backup.Rescued;
import app.larder.cli.BackupCommand;
import app.larder.cli.ChatCommand;
import app.larder.cli.CommandFailure;
import app.larder.cli.CookNowCommand;
import app.larder.cli.DatabaseCommand;
import app.larder.cli.Exit;
import app.larder.cli.ExportCommand;
import app.larder.cli.ImportCommand;
import app.larder.cli.LarderCommand;
import app.larder.cli.LetIn;
import app.larder.cli.OpenLarder;
import app.larder.cli.PantryCommand;
import app.larder.cli.ParseCommand;
import app.larder.cli.PasswordPrompt;
import app.larder.cli.RecipesCommand;
import app.larder.cli.RescueCommand;
import app.larder.cli.RestoreCommand;
import app.larder.cli.Streams;
import app.larder.cli.SyncCommand;
import app.larder.cli.TourCommand;
import app.larder.cli.Whose;
import app.larder.exchange.output.Exporter;
import app.larder.handover.Caller;
import app.larder.store.RemoteCheck;
import app.larder.store.RemoteSetUp;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Starts Larder: the window without arguments, the command line with them. Not an {@code Application} itself, because
 * JavaFX would then fail before {@code main} where there is no display, and there would be nobody left to say so.
 */
public final class Larder {

    private Larder() {}

    /** Starts the program and ends it with one of {@link Exit}'s codes. */
    public static void main(String[] args) {
        Logging.quiet();
        Streams streams = Streams.own();
        if (args.length == 0) {
            System.exit(windowAlone(streams));
        }
        LarderCommand larder = new LarderCommand(
                Larder::window,
                Window::rehearse,
                Larder::open,
                (whose, arguments) -> handOver(whose, arguments, streams),
                streams);
        List<Object> commands = new ArrayList<>(onLarder(larder, streams));
        commands.add(new ParseCommand(streams));
        commands.add(new RestoreCommand(larder::open, prompt(), streams));
        commands.add(new RescueCommand(() -> rescue(larder.whose()), streams));
        commands.add(new DatabaseCommand(new RemoteCheck(), new RemoteSetUp(), System.getenv()));
        commands.add(new TourCommand(Window::tour));
        System.exit(larder.run(args, commands));
    }

    /** The commands that work on an open larder, wherever that is open. */
    static List<Object> onLarder(LarderCommand larder, Streams streams) {
        return List.of(
                new RecipesCommand(larder::open, streams),
                new PantryCommand(larder::open, streams),
                new SyncCommand(larder::open, streams),
                new CookNowCommand(larder::open, streams),
                new ChatCommand(larder::open, streams),
                new BackupCommand(larder::open, streams),
                new ImportCommand(Wiring.importer(() -> larder.open().recipes(), () -> larder.open().photos()), streams),
                new ExportCommand(new Exporter(() -> larder.open().recipes(), () -> larder.open().photos()), streams));
    }

    /** Started from a menu: there is nothing to parse, and a command line takes a quarter of a second to set up. */
    private static int windowAlone(Streams streams) {
        try {
            return window(null, List.of());
        } catch (RuntimeException failure) {
            return CommandFailure.say(failure, new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        }
    }

    private static int window(@Nullable Path home, List<String> places) {
        ProfileFolder folder = folder(home);
        return new Caller(folder.path()).front(places) ? Exit.DONE : Window.open(folder, places);
    }

    /** What is to be done in the family's database itself needs nothing that a window has open. */
    private static OptionalInt handOver(Whose whose, List<String> arguments, Streams streams) {
        return whose.directly()
                ? OptionalInt.empty()
                : new Caller(folder(whose.home()).path())
                        .command(whose.person(), arguments, streams, prompt()::of);
    }

    private static PasswordPrompt prompt() {
        return new PasswordPrompt(System.getenv(), System.console());
    }

    private static OpenLarder open(Whose whose) {
        AccountWiring accounts = new AccountWiring(folder(whose.home()));
        return accounts.forCommands(new LetIn(accounts.people(), prompt()::of).whoever(whose.person()), whose.directly());
    }

    private static Rescued rescue(Whose whose) {
        AccountWiring accounts = new AccountWiring(folder(whose.home()));
        try (Entered entered = new LetIn(accounts.people(), prompt()::of).whoever(whose.person())) {
            return accounts.rescue(entered);
        }
    }

    private static ProfileFolder folder(@Nullable Path home) {
        return home == null
                ? ProfileFolder.of(
                        System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home")))
                : new ProfileFolder(home.toAbsolutePath());
    }
}
