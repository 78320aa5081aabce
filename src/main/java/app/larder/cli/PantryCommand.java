package app.larder.cli;

import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.InvalidPantryItemException;
import app.larder.pantry.Pantry;
import app.larder.pantry.PantryLine;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code larder pantry}: lists, adds, edits and deletes what is at home. */
@Command(
        name = "pantry",
        mixinStandardHelpOptions = true,
        description = "Lists what is at home, or adds, edits and deletes it as JSON.",
        footer = {
            "",
            "JSON: one object a thing with id, name, quantity, unit, category, addedAt. add and edit read the same keys;"
                    + " add also takes {\"text\": \"2 x 400 g tins chopped tomatoes\"}. Keys left out stay as they are.",
            "A thing that is added keeps the id and date it comes with, so what --json prints can be added to another"
                    + " larder; an id that is there already is refused. Dates: 2026-03-01T18:30:00Z (ISO 8601)."
        })
public final class PantryCommand implements Callable<Integer>, UsesLarder {

    private final Supplier<OpenLarder> larder;
    private final Streams streams;
    private final JsonLines lines = new JsonLines();

    @Option(names = "--json", description = "One JSON object a thing and line.")
    private boolean json;

    /** The command on whatever larder the command line names. */
    public PantryCommand(Supplier<OpenLarder> larder, Streams streams) {
        this.larder = larder;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<HouseholdIngredient> all = larder.get().pantry().all();
        Listing listing = new Listing(json, streams.out());
        all.forEach(item -> listing.print(() -> PantryJson.of(item), () -> row(item)));
        listing.end("thing at home", "things at home");
        return Exit.DONE;
    }

    private static String row(HouseholdIngredient item) {
        String amount = Stream.of(item.quantity(), item.unit())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return String.format("%s  %-40s  %s", item.id(), Terminal.plain(item.name()), Terminal.plain(amount));
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description =
            "Adds the things that standard input holds as JSON objects, all or none, and prints them as stored.")
    int add() {
        List<JsonNode> given = JsonInput.objects(streams.in());
        try {
            Pantry pantry = larder.get().pantry();
            PrintStream out = streams.out();
            List<HouseholdIngredient> fresh = given.stream().map(node -> fresh(node, pantry)).toList();
            JsonInput.eachOnce(fresh.stream().map(HouseholdIngredient::id).toList());
            pantry.add(fresh)
                    .forEach(item -> lines.print(PantryJson.of(item), out));
            return Exit.DONE;
        } catch (InvalidPantryItemException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage() + " Nothing was changed.", e);
        }
    }

    /** What a JSON object describes, to be added. */
    static HouseholdIngredient fresh(JsonNode json, Pantry pantry) {
        String line = RecipeJson.text(json, "text", RecipeJson.text(json, "name", ""));
        HouseholdIngredient fresh = PantryJson.read(json, pantry.row(PantryLine.of(line == null ? "" : line)));
        if (pantry.find(fresh.id()).isPresent()) {
            throw new CommandFailure(
                    Exit.USAGE, "There is a thing at home with the id " + fresh.id() + " already; nothing was changed.");
        }
        return fresh;
    }

    /** A thing with what a JSON object changes in it. */
    static HouseholdIngredient edited(JsonNode json, HouseholdIngredient before) {
        HouseholdIngredient after = PantryJson.read(json, before);
        if (!after.id().equals(before.id())) {
            throw new CommandFailure(Exit.USAGE, "\"id\" cannot be changed.");
        }
        return after;
    }

    @Command(name = "edit", mixinStandardHelpOptions = true, description =
            "Changes the keys of one thing that standard input names in a JSON object, and prints it as stored.")
    int edit(@Parameters(paramLabel = "ID") UUID id) {
        JsonNode given = JsonInput.object(streams.in());
        try {
            Pantry pantry = larder.get().pantry();
            HouseholdIngredient before = pantry.find(id).orElseThrow(() -> unknown(id));
            pantry.edit(edited(given, before));
            lines.print(PantryJson.of(pantry.find(id).orElseThrow(() -> unknown(id))), streams.out());
            return Exit.DONE;
        } catch (InvalidPantryItemException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage() + " Nothing was changed.", e);
        }
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description =
            "Moves things to the trash, where they stay for 30 days.")
    int delete(@Parameters(paramLabel = "ID", arity = "1..*") List<UUID> ids) {
        Pantry pantry = larder.get().pantry();
        List<UUID> unknown =
                ids.stream().filter(id -> pantry.find(id).isEmpty()).toList();
        pantry.delete(ids);
        unknown.forEach(id -> streams.err().println(unknown(id).getMessage()));
        return unknown.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private static CommandFailure unknown(UUID id) {
        return new CommandFailure(Exit.FAILED, "There is nothing at home with the id " + id + ".");
    }
}
