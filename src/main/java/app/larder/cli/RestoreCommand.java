package app.larder.cli;

import app.larder.backup.BackupFile;
import app.larder.backup.BackupProblem;
import app.larder.backup.Backups;
import app.larder.backup.Comparison;
import app.larder.backup.Comparison.Thing;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code larder restore}: puts back what a backup holds. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts back what a backup holds. What is here and not in the backup stays; of a recipe or pantry item that is",
            "something else here, a copy goes to the trash. A backup of what is here now is made first."
        },
        footer = {
            "",
            "JSON: one object with kind, new, different and same for each kind of thing, then one with kind, state and name for"
                    + " each that is new or different (200 at most)."
        })
public final class RestoreCommand implements Callable<Integer> {

    private final Supplier<OpenLarder> larder;
    private final PasswordPrompt prompt;
    private final PrintStream out;
    private final JsonLines lines = new JsonLines();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Option(names = "--json", description = "JSON, one object a line.")
    private boolean json;

    /** The command on whatever larder the command line names; asks there for the password of a protected backup. */
    public RestoreCommand(Supplier<OpenLarder> larder, PasswordPrompt prompt, Streams streams) {
        this.larder = larder;
        this.prompt = prompt;
        this.out = streams.out();
    }

    @Override
    public Integer call() {
        Backups backups = larder.get().backups();
        try (BackupFile backup = open(backups, java.util.Objects.requireNonNull(file).toAbsolutePath())) {
            show(dryRun ? backups.compare(backup) : backups.restore(backup).comparison());
        }
        out.flush();
        return Exit.DONE;
    }

    private BackupFile open(Backups backups, Path backup) {
        try {
            return backups.open(backup, null);
        } catch (BackupProblem e) {
            if (e.kind() != BackupProblem.Kind.LOCKED) {
                throw e;
            }
        }
        char[] password = prompt.of("the backup");
        try {
            return backups.open(backup, password);
        } catch (BackupProblem e) {
            throw e.kind() == BackupProblem.Kind.WRONG_PASSWORD
                    ? new CommandFailure(Exit.LOCKED, e.sentence().english(), e)
                    : e;
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private void show(Comparison compared) {
        List<Thing> things = List.of(Thing.values());
        if (json) {
            for (Thing thing : things) {
                Comparison.Counts counts = compared.of(thing);
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("kind", word(thing));
                object.put("new", counts.fresh());
                object.put("different", counts.different());
                object.put("same", counts.same());
                lines.print(object, out);
            }
            for (Comparison.Named named : compared.names()) {
                lines.print(Map.of("kind", word(named.thing()), "state", word(named.state()), "name", named.name()), out);
            }
            return;
        }
        for (Comparison.Named named : compared.names()) {
            out.println(Terminal.plain(word(named.state()) + " " + word(named.thing()).replace('_', ' ') + "  " + named.name()));
        }
        Comparison.Counts all = compared.total();
        out.println((dryRun ? "Would put back " : "Put back ") + all.fresh() + " that " + (dryRun ? "are" : "were")
                + " not here and " + all.different() + " that " + (dryRun ? "are" : "were") + " different; " + all.same()
                + " are the same.");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
