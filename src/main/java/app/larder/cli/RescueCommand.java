package app.larder.cli;

import app.larder.backup.Rescued;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code larder rescue}: saves what can be read of a damaged file, as the window offers it. */
@Command(
        name = "rescue",
        mixinStandardHelpOptions = true,
        description = {
            "Saves what can be read of a damaged file, and fills the gaps from the last backup. The damaged file is kept.",
            "A file that still opens is left alone."
        },
        footer = {"", "JSON: recipes, pantry_items, messages, complete, last_backup, from_backup, damaged."})
public final class RescueCommand implements Callable<Integer> {

    private final Supplier<Rescued> rescue;
    private final PrintStream out;

    @Option(names = "--json", description = "JSON, one object.")
    private boolean json;

    /**
     * The command.
     *
     * @param rescue does it for whomever the command line names; throws {@link CommandFailure} if there is nothing to rescue
     */
    public RescueCommand(Supplier<Rescued> rescue, Streams streams) {
        this.rescue = rescue;
        this.out = streams.out();
    }

    @Override
    public Integer call() {
        Rescued rescued = rescue.get();
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("recipes", rescued.recipes());
            object.put("pantry_items", rescued.pantryItems());
            object.put("messages", rescued.messages());
            object.put("complete", rescued.complete());
            object.put("last_backup", rescued.lastBackup() == null ? null : rescued.lastBackup().toString());
            object.put("from_backup", rescued.fromBackup());
            object.put("damaged", rescued.damaged().toString());
            new JsonLines().print(object, out);
        } else {
            out.println("Rescued from the damaged file: " + rescued.recipes() + " recipes, " + rescued.pantryItems()
                    + " pantry items, " + rescued.messages() + " messages"
                    + (rescued.lastBackup() == null
                            ? "."
                            : "; the backup of " + rescued.lastBackup() + " added " + rescued.fromBackup() + " more."));
            out.println("The damaged file is kept as " + Terminal.plain(rescued.damaged().toString()) + ".");
        }
        out.flush();
        return Exit.DONE;
    }
}
