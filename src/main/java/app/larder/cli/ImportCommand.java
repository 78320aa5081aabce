package app.larder.cli;

import app.larder.exchange.Batch;
import app.larder.exchange.Duplicates;
import app.larder.exchange.ImportFailure;
import app.larder.exchange.ImportItem;
import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportReport;
import app.larder.exchange.ImportSource;
import app.larder.exchange.ImportedRecipe;
import app.larder.exchange.Importer;
import app.larder.exchange.format.CsvColumns;
import app.larder.exchange.format.Problem;
import app.larder.recipes.Recipe;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code larder import}: reads recipes from files, folders and links, and keeps them unless told not to. */
@Command(
        name = "import",
        description = {
            "Reads recipes from links, saved web pages, texts, tables and the exports of other programs, files or folders of them:",
            "Paprika, Mealie, Tandoor, Nextcloud Cookbook, RecipeSage, Copy Me That, Cooklang, JSON-LD, Markdown, CSV.",
            "Every recipe found is printed; what gave none is said on the error output."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything given was read",
            "1:something gave no recipe; the rest was read",
            "2:wrong usage",
            "3:the data is in use by another Larder"
        })
public final class ImportCommand implements Callable<Integer>, UsesLarder {

    private static final int STRIDE = 500;

    private final Importer importer;
    private final PrintStream out;
    private final PrintStream err;
    private final Path folder;
    private final Map<String, String> asGiven = new LinkedHashMap<>();
    private final JsonLines jsonLines = new JsonLines();
    private int next = STRIDE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dry-run", description = "Only show what would be read in; the recipes kept here are not opened.")
    private boolean dryRun;

    @Option(names = "--again", description = "Also keep recipes that are already there.")
    private boolean again;

    @Option(
            names = "--duplicates",
            paramLabel = "HOW",
            description = "What to do with recipes already there: skip (if not given), keep both, or merge.")
    private Duplicates duplicates = Duplicates.SKIP;

    @Option(
            names = "--column",
            paramLabel = "FIELD=HEAD",
            description = "For a table: which column holds title, description, ingredients, steps, servings, prep_time,"
                    + " cook_time, total_time, tags, notes, rating or source.")
    private Map<CsvColumns.Field, String> columns = new LinkedHashMap<>();

    @Option(names = "--undo", paramLabel = "IMPORT", description = "Move what an import brought to the trash; its id was printed then.")
    private @Nullable UUID undo;

    @Option(names = "--json", description = "Print one JSON object a recipe, one on a line.")
    private boolean json;

    @Parameters(arity = "0..*", paramLabel = "PATH-or-URL", description = "A file, a folder, or an http(s) link.")
    private List<String> places = new ArrayList<>();

    /** The command for an importer, whose repository is not asked for on a dry run. */
    public ImportCommand(Importer importer, Streams streams) {
        this.importer = importer;
        this.out = new PrintStream(streams.out(), false, StandardCharsets.UTF_8);
        this.err = new PrintStream(streams.err(), true, StandardCharsets.UTF_8);
        this.folder = streams.folder();
    }

    @Override
    public boolean usesLarder() {
        return !dryRun;
    }

    @Override
    public Integer call() {
        if (undo != null) {
            out.println("Moved " + recipes(importer.undo(undo)) + " to the trash.");
            out.flush();
            return Exit.DONE;
        }
        if (places.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a file, a folder or a link to read.");
        }
        Importer reading = importer.with(new CsvColumns(columns));
        List<ImportSource> sources = new ArrayList<>();
        for (String place : places) {
            try {
                sources.add(source(place));
            } catch (InvalidPathException e) {
                throw new ParameterException(spec.commandLine(), "\"" + place + "\" is neither a path nor a link.", e);
            }
        }
        try (AskedToStop stop = new AskedToStop()) {
            return read(reading, sources, stop);
        }
    }

    private int read(Importer reading, List<ImportSource> sources, AskedToStop stop) {
        ImportReport report = dryRun
                ? reading.read(sources, this::show, ImportProgress.SILENT, stop)
                : reading.preview(sources, this::show, ImportProgress.SILENT, stop);
        int known = (int) report.recipes().stream().filter(ImportedRecipe::isKnown).count();
        if (!dryRun && !report.recipes().isEmpty()) {
            known = keep(reading, report.recipes(), stop);
        } else if (how() == Duplicates.KEEP) {
            known = 0;
        }
        if (known > 0) {
            err.println("Left out " + recipes(known) + " already there; --again keeps " + (known == 1 ? "it" : "them")
                    + " as well.");
        }
        if (!dryRun && how() != Duplicates.KEEP && report.failures().stream().anyMatch(one -> one.reason().kind().mayPass())) {
            err.println("The same command tries what failed again, and takes only what is not there yet.");
        }
        if (!json) {
            out.println(report.recipes().size() + " found, " + report.withProblems() + " to look at, "
                    + report.failures().size() + " failed, " + report.skipped() + " other files left out.");
        }
        out.flush();
        return report.failures().isEmpty() ? 0 : 1;
    }

    private ImportSource source(String place) {
        if (ImportSource.of(place) instanceof ImportSource.OnDisk(Path path)) {
            Path there = folder.resolve(path);
            asGiven.put(there.toString(), path.toString());
            return new ImportSource.OnDisk(there);
        }
        return ImportSource.of(place);
    }

    /** A path as it was given, or what was found below it. */
    private String shown(String file) {
        for (Map.Entry<String, String> given : asGiven.entrySet()) {
            if (file.startsWith(given.getKey())) {
                return given.getValue() + file.substring(given.getKey().length());
            }
        }
        return file;
    }

    /** Keeps what was found; how many copies were left out. */
    private int keep(Importer reading, List<ImportedRecipe> found, AskedToStop stop) {
        Batch batch = reading.commit(found, how(), this::said, stop);
        if (!batch.recipes().isEmpty()) {
            err.println("Kept " + recipes(batch.recipes().size()) + " as import " + batch.id() + ".");
        }
        if (!batch.merged().isEmpty()) {
            err.println("Filled " + recipes(batch.merged().size()) + " already there.");
        }
        if (batch.photos() > 0) {
            err.println("Kept " + batch.photos() + (batch.photos() == 1 ? " photo." : " photos."));
        }
        batch.refusedPhotos().forEach(photo -> err.println(Terminal.plain(photo)));
        if (stop.getAsBoolean()) {
            err.println(how() == Duplicates.KEEP
                    ? "Stopped as asked. What was kept stays."
                    : "Stopped as asked. The same command goes on with the rest.");
        }
        return batch.left();
    }

    private Duplicates how() {
        return again ? Duplicates.KEEP : duplicates;
    }

    /** Told after each slice; said once for every {@value #STRIDE} recipes. */
    private void said(int done, int total, String last) {
        if (done >= next && done < total) {
            err.println(done + " of " + total + " looked after, last \"" + Terminal.plain(last) + "\".");
            next = done - done % STRIDE + STRIDE;
        }
    }

    private static String recipes(int count) {
        return count + (count == 1 ? " recipe" : " recipes");
    }

    private void show(ImportItem item) {
        switch (item) {
            case ImportFailure failure -> err.println(Terminal.plain(shown(failure.file()) + ": " + failure.reason().sentence()));
            case ImportedRecipe found -> {
                if (json) {
                    jsonLines.print(object(found), out);
                } else {
                    out.println(Terminal.plain(row(found)));
                }
                out.flush();
            }
        }
    }

    private Map<String, @Nullable Object> object(ImportedRecipe found) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", shown(found.file()));
        object.putAll(RecipeJson.content(found.recipe()));
        object.put("problems", found.problems().stream().map(Problem::toString).toList());
        return object;
    }

    private String row(ImportedRecipe found) {
        Recipe recipe = found.recipe();
        Integer minutes = recipe.minutes();
        StringBuilder row = new StringBuilder(recipe.name())
                .append("  (").append(recipe.ingredients().size()).append(" ingredients, ")
                .append(found.steps().size()).append(" steps")
                .append(minutes == null ? "" : ", " + minutes + " min")
                .append(recipe.details().servings() == null ? "" : ", serves " + recipe.details().servings())
                .append(")  ").append(shown(found.file()));
        found.problems().forEach(problem -> row.append("\n    ").append(problem));
        return row.toString();
    }
}
