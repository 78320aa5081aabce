package app.larder.cli;

import app.larder.backup.Backups;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code larder backup}: writes all a person keeps into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes everything you keep into one file: JSON lines in a zip, readable without Larder. It holds data"
                + " only: no password, no key, nothing of the family's database.",
        footer = {
            "",
            "A protected person's backup is protected too, and opens with their password on any computer.",
            "JSON: path, bytes, protected."
        })
public final class BackupCommand implements Callable<Integer>, UsesLarder {

    private final Supplier<OpenLarder> larder;
    private final Streams streams;

    @Option(names = "--out", paramLabel = "PATH", description = "The file to write, which must not exist. Default: a new one"
            + " beside the other backups.")
    private @Nullable Path file;

    @Option(names = "--json", description = "JSON, one object.")
    private boolean json;

    /** The command on whatever larder the command line names. */
    public BackupCommand(Supplier<OpenLarder> larder, Streams streams) {
        this.larder = larder;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Backups backups = larder.get().backups();
        PrintStream out = streams.out();
        Path made = file == null ? backups.now().path() : backups.at(streams.folder().resolve(file).toAbsolutePath());
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("path", made.toString());
            object.put("bytes", made.toFile().length());
            object.put("protected", backups.areSealed());
            new JsonLines().print(object, out);
        } else {
            out.println("Backed up to " + Terminal.plain(made.toString()) + ".");
        }
        out.flush();
        return Exit.DONE;
    }
}
