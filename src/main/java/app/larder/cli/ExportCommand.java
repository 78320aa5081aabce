package app.larder.cli;

import app.larder.exchange.output.Exporter;
import app.larder.exchange.output.Format;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code larder export}: writes recipes to a file that other programs read. */
@Command(
        name = "export",
        description = "Writes recipes, all or those named, to one file for another program or for paper.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all were written",
            "1:the file can't be written, or a recipe is not there",
            "2:wrong usage",
            "3:the data is in use by another Larder"
        })
public final class ExportCommand implements Callable<Integer>, UsesLarder {

    private final Exporter exporter;
    private final PrintStream out;
    private final Path folder;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "paprika, json-ld, cooklang, mealie, markdown or pdf.")
    private String format = "";

    @Option(names = "--out", paramLabel = "PATH", description = "The file to write; recipes.<ending> here if not given.")
    private @Nullable Path file;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "A recipe's id; all recipes if none is given.")
    private List<UUID> ids = new ArrayList<>();

    /** The command for an exporter. */
    public ExportCommand(Exporter exporter, Streams streams) {
        this.exporter = exporter;
        this.out = streams.out();
        this.folder = streams.folder();
    }

    @Override
    public Integer call() {
        Format wanted = Format.named(format).orElseThrow(() -> new CommandFailure(
                Exit.USAGE, "\"" + format + "\" is no format: paprika, json-ld, cooklang, mealie, markdown or pdf."));
        Path target = folder.resolve(file == null ? Path.of("recipes." + wanted.ending()) : file);
        if (Files.isDirectory(target)) {
            throw new CommandFailure(Exit.USAGE, target + " is a folder; name a file in it.");
        }
        List<UUID> chosen = ids.isEmpty() ? exporter.all() : ids;
        try {
            int written = exporter.write(chosen, wanted, target, count -> {}, () -> false);
            out.println("Wrote " + written + (written == 1 ? " recipe to " : " recipes to ") + target + ".");
            return written == chosen.size() ? 0 : 1;
        } catch (IOException e) {
            throw new CommandFailure(Exit.FAILED, target + " can't be written.", e);
        }
    }
}
