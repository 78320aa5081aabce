package app.larder;

import app.larder.account.ProfileFolder;
import app.larder.cli.ChatCommand;
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
import app.larder.cli.SyncCommand;
import app.larder.cli.TourCommand;
import app.larder.cli.Whose;
import app.larder.exchange.output.Exporter;
import app.larder.store.RemoteCheck;
import app.larder.store.RemoteSetUp;
import java.nio.file.Path;
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
        LarderCommand larder = new LarderCommand(home -> Window.open(folder(home)), Larder::open);
        System.exit(larder.run(
                args,
                new RecipesCommand(larder::open),
                new PantryCommand(larder::open),
                new SyncCommand(larder::open),
                new CookNowCommand(larder::open),
                new ChatCommand(larder::open),
                new ImportCommand(Wiring.importer(() -> larder.open().recipes(), () -> larder.open().photos())),
                new ExportCommand(new Exporter(() -> larder.open().recipes(), () -> larder.open().photos())),
                new ParseCommand(),
                new DatabaseCommand(new RemoteCheck(), new RemoteSetUp(), System.getenv()),
                new TourCommand(Window::tour)));
    }

    private static OpenLarder open(Whose whose) {
        AccountWiring accounts = new AccountWiring(folder(whose.home()));
        PasswordPrompt prompt = new PasswordPrompt(System.getenv(), System.console());
        return accounts.forCommands(new LetIn(accounts.people(), prompt).whoever(whose.person()), whose.directly());
    }

    private static ProfileFolder folder(@Nullable Path home) {
        return home == null
                ? ProfileFolder.of(
                        System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home")))
                : new ProfileFolder(home.toAbsolutePath());
    }
}
