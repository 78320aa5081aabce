package app.larder.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: without a subcommand it opens the window. */
@Command(
        name = "larder",
        mixinStandardHelpOptions = true,
        version = "Larder 0.1.0",
        header = "Larder, the desktop home for a family's recipes and pantry.",
        description = {
            "",
            "Without a command, Larder opens its window, or brings the one that is open to the front, and shows what is in"
                    + " the files and web addresses it is given. The commands below work on the same data from a terminal"
                    + " or a script, beside an open window too; each says more with --help.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 some or all of it failed, 2 the command line makes no sense, 3 the data is in use"
                    + " by a program that does not answer, 4 a password is missing or wrong.",
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

    private final ToIntBiFunction<@Nullable Path, List<String>> window;
    private final IntSupplier rehearsal;
    private final Function<Whose, OpenLarder> opener;
    private final HandOver handOver;
    private final Streams streams;

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
    @Parameters(arity = "0..*", paramLabel = "PATH-or-URL", description =
            "Files, folders or web addresses to look into for recipes.")
    private List<String> places = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private @Nullable OpenLarder opened;

    /**
     * The root command.
     *
     * @param window opens the window on a data folder (null for the default), with what to look into for recipes, and
     *     answers with an exit code
     * @param rehearsal walks through every room in a throw-away home and answers with an exit code
     * @param opener opens somebody's data without a window; throws {@link CommandFailure}
     * @param handOver asked first whether somebody else has the data open
     */
    public LarderCommand(
            ToIntBiFunction<@Nullable Path, List<String>> window,
            IntSupplier rehearsal,
            Function<Whose, OpenLarder> opener,
            HandOver handOver,
            Streams streams) {
        this.window = window;
        this.rehearsal = rehearsal;
        this.opener = opener;
        this.handOver = handOver;
        this.streams = streams;
    }

    /** The data that the command line names, opened at the first call and closed when the command has run. */
    public OpenLarder open() {
        if (opened == null) {
            opened = opener.apply(whose());
        }
        return opened;
    }

    /** Whose data, and where, the command line names. */
    public Whose whose() {
        return new Whose(home, person, directly);
    }

    @Override
    public Integer call() {
        return rehearse
                ? rehearsal.getAsInt()
                : window.applyAsInt(home, places.stream().map(this::place).toList());
    }

    /** What is there to look into, in a form that means the same in every working folder. */
    private String place(String given) {
        if (given.matches("(?i)(https?|file):.*")) {
            return given;
        }
        try {
            Path path = streams.folder().resolve(given).toAbsolutePath();
            if (Files.exists(path)) {
                return path.toString();
            }
        } catch (InvalidPathException noPath) {
            throw unknown(given, noPath);
        }
        throw unknown(given, null);
    }

    private ParameterException unknown(String given, @Nullable Exception cause) {
        return new ParameterException(
                spec.commandLine(), "There is no command, no file and no folder called \"" + given + "\".", cause);
    }

    /** Runs a command line, with plain sentences instead of stack traces, and answers with its exit code. */
    public int run(String[] args, List<Object> subcommands) {
        CommandLine line = new CommandLine(this);
        subcommands.forEach(line::addSubcommand);
        PrintWriter err = new PrintWriter(streams.err(), true, StandardCharsets.UTF_8);
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, _, _) -> CommandFailure.say(failure, err));
        line.setExecutionStrategy(parsed -> execute(parsed, List.of(args)));
        try {
            return line.execute(args);
        } finally {
            if (opened != null) {
                opened.close();
            }
        }
    }

    private int execute(ParseResult parsed, List<String> arguments) {
        List<CommandLine> given = parsed.asCommandLineList();
        if (given.size() > 1 && !places.isEmpty()) {
            throw unknown(places.getFirst(), null);
        }
        boolean help = given.stream().anyMatch(line -> line.isUsageHelpRequested() || line.isVersionHelpRequested());
        if (!help && given.stream().anyMatch(line -> line.getCommand() instanceof UsesLarder on && on.usesLarder())) {
            OptionalInt handed = handOver.run(whose(), arguments);
            if (handed.isPresent()) {
                return handed.getAsInt();
            }
        }
        return new RunLast().execute(parsed);
    }
}
