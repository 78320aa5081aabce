package app.larder.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself: without a subcommand it opens the window. */
@Command(
        name = "larder",
        mixinStandardHelpOptions = true,
        version = "Larder 0.1.0",
        header = "Larder, the desktop home for a family's recipes and pantry.",
        description = {
            "",
            "Without a command, Larder opens its window. The commands below work on the same data from a terminal or a"
                    + " script; each says more with --help.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 some or all of it failed, 2 the command line makes no sense, 3 the data is in use"
                    + " (the window is open), 4 a password is missing or wrong.",
            "",
            "A protected person's password is asked for on the terminal, or read from the first line of the file that"
                    + " LARDER_PASSWORD_FILE names; it is never an argument.",
            "",
            "Examples:",
            "  larder import --dry-run --json ~/recipes      read every recipe page below a folder",
            "  larder recipes --ingredient chicken --sort-by prep_time_minutes --order asc",
            "  larder cook-now --missing 1                   what can be cooked, buying one thing at most",
            "  echo '2 x 400 g tins chopped tomatoes' | larder parse --json"
        })
public final class LarderCommand implements Callable<Integer> {

    private final ToIntFunction<@Nullable Path> window;
    private final IntSupplier rehearsal;
    private final Function<Whose, OpenLarder> opener;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder the data is kept in. Default: the platform's own place for application data.")
    private @Nullable Path home;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Whose recipes and pantry, on a computer that several people share.")
    private @Nullable String person;

    @Option(
            names = "--direct",
            scope = ScopeType.INHERIT,
            description = "Work in the family's database itself, which the person has connected to in the window.")
    private boolean directly;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Walk through every room without a display in a throw-away home; packaging learns from it.")
    private boolean rehearse;

    private @Nullable OpenLarder opened;

    /**
     * The root command.
     *
     * @param window opens the window on a data folder (null for the default) and answers with an exit code
     * @param rehearsal walks through every room in a throw-away home and answers with an exit code
     * @param opener opens somebody's data without a window; throws {@link CommandFailure}
     */
    public LarderCommand(
            ToIntFunction<@Nullable Path> window, IntSupplier rehearsal, Function<Whose, OpenLarder> opener) {
        this.window = window;
        this.rehearsal = rehearsal;
        this.opener = opener;
    }

    /** The data that the command line names, opened at the first call and closed when the command has run. */
    public OpenLarder open() {
        if (opened == null) {
            opened = opener.apply(new Whose(home, person, directly));
        }
        return opened;
    }

    @Override
    public Integer call() {
        return rehearse ? rehearsal.getAsInt() : window.applyAsInt(home);
    }

    /** Runs a command line, with plain sentences instead of stack traces, and answers with its exit code. */
    public int run(String[] args, Object... subcommands) {
        CommandLine line = new CommandLine(this);
        for (Object subcommand : subcommands) {
            line.addSubcommand(subcommand);
        }
        PrintWriter err = new PrintWriter(Utf8.err(), true, StandardCharsets.UTF_8);
        line.setOut(new PrintWriter(Utf8.out(), true, StandardCharsets.UTF_8));
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, _, _) -> {
            err.println(sentence(failure));
            return failure instanceof CommandFailure known ? known.exitCode() : Exit.FAILED;
        });
        try {
            return line.execute(args);
        } finally {
            if (opened != null) {
                opened.close();
            }
        }
    }

    private static String sentence(Exception failure) {
        String said = failure.getMessage();
        return said == null ? "Larder ran into something it did not expect (" + failure + ")." : said;
    }
}
