package app.larder.cli;

import app.larder.recipes.InvalidRecipeException;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code larder recipes}: lists, adds, edits and deletes recipes. */
@Command(
        name = "recipes",
        mixinStandardHelpOptions = true,
        description = "Lists recipes, or adds, edits and deletes them as JSON.",
        footer = {
            "",
            "JSON: one object a recipe with id, name, description, ingredients[{text,quantity,unit,name}], steps[],"
                    + " prepMinutes, cookMinutes, totalMinutes, servings, yield, source, tags[], notes, createdAt; a line"
                    + " also has quantityMax, note, optional and section where it has them. add and edit read the same"
                    + " keys; an ingredient may be a plain line of text. Keys left out stay as they are.",
            "A recipe that is added keeps the id and date it comes with, so what --json prints can be added to another"
                    + " larder; an id that is there already is refused. Dates: 2026-03-01T18:30:00Z (ISO 8601)."
        })
public final class RecipesCommand implements Callable<Integer>, UsesLarder {

    private static final int PAGE = 500;

    /** Whether a sort goes up or down. */
    enum Order {
        asc,
        desc
    }

    private final Supplier<OpenLarder> larder;
    private final Streams streams;
    private final JsonLines lines = new JsonLines();

    @Option(names = "--sort-by", paramLabel = "FIELD", description = "One of: name, created_at (default),"
            + " prep_time_minutes, source, description, instructions, ingredients (their number), id.")
    private String sortBy = "created_at";

    @Option(names = "--order", paramLabel = "asc|desc", description = "Default: desc for created_at, asc for others."
            + " Recipes without a value come last either way.")
    private @Nullable Order order;

    @Option(names = "--ingredient", paramLabel = "TEXT", description = "Only recipes with this in an ingredient's name;"
            + " case, accents and plurals are ignored. Given several times, all must be found.")
    private List<String> ingredients = List.of();

    @Option(names = "--any", description = "With several --ingredient: one of them is enough.")
    private boolean any;

    @Option(names = "--without", paramLabel = "TEXT", description = "Only recipes without this in any ingredient.")
    private List<String> without = List.of();

    @Option(names = "--text", paramLabel = "WORDS", description = "Only recipes with these words anywhere.")
    private String text = "";

    @Option(names = "--max-minutes", paramLabel = "N", description = "Only recipes ready in that time.")
    private @Nullable Integer maxMinutes;

    @Option(names = "--json", description = "One JSON object a recipe and line.")
    private boolean json;

    /** The command on whatever larder the command line names. */
    public RecipesCommand(Supplier<OpenLarder> larder, Streams streams) {
        this.larder = larder;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        RecipeSort sort = RecipeSort.of(sortBy)
                .orElseThrow(() -> new CommandFailure(
                        Exit.USAGE,
                        "Recipes cannot be sorted by \"" + sortBy + "\". Choose one of: " + RecipeSort.columns() + "."));
        boolean ascending = order == null ? sort != RecipeSort.CREATED_AT : order == Order.asc;
        RecipeQuery query = new RecipeQuery(text, ingredients, any, without, maxMinutes, sort, ascending);
        RecipeBook book = larder.get().recipeBook();
        Listing listing = new Listing(json, streams.out());
        int printed = 0;
        List<UUID> ids;
        do {
            ids = book.ids(query, printed, PAGE);
            for (UUID id : ids) {
                book.find(id).ifPresent(recipe -> listing.print(() -> RecipeJson.of(recipe), () -> row(recipe)));
            }
            printed += ids.size();
        } while (ids.size() == PAGE);
        listing.end("recipe", "recipes");
        return Exit.DONE;
    }

    private static String row(Recipe recipe) {
        Integer minutes = recipe.minutes();
        return String.format(
                "%s  %-40s  %8s  %s",
                recipe.id(),
                Terminal.plain(recipe.name()),
                minutes == null ? "" : minutes + " min",
                recipe.source() == null ? "" : Terminal.plain(recipe.source()));
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description =
            "Adds the recipes that standard input holds as JSON objects, all or none, and prints them as stored.")
    int add() {
        List<JsonNode> given = JsonInput.objects(streams.in());
        try {
            RecipeBook book = larder.get().recipeBook();
            PrintStream out = streams.out();
            List<Recipe> fresh = given.stream().map(node -> fresh(node, book)).toList();
            JsonInput.eachOnce(fresh.stream().map(Recipe::id).toList());
            book.add(fresh)
                    .forEach(recipe -> lines.print(RecipeJson.of(recipe), out));
            return Exit.DONE;
        } catch (InvalidRecipeException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage() + " Nothing was changed.", e);
        }
    }

    /** What a JSON object describes, to be added. */
    static Recipe fresh(JsonNode json, RecipeBook book) {
        Recipe fresh = RecipeJson.read(json, book.blank());
        if (book.find(fresh.id()).isPresent()) {
            throw new CommandFailure(
                    Exit.USAGE, "There is a recipe with the id " + fresh.id() + " already; nothing was changed.");
        }
        return fresh;
    }

    /** A recipe with what a JSON object changes in it. */
    static Recipe edited(JsonNode json, Recipe before) {
        Recipe after = RecipeJson.read(json, before);
        if (!after.id().equals(before.id())) {
            throw new CommandFailure(Exit.USAGE, "\"id\" cannot be changed.");
        }
        return after;
    }

    @Command(name = "edit", mixinStandardHelpOptions = true, description =
            "Changes the keys of one recipe that standard input names in a JSON object, and prints it as stored.")
    int edit(@Parameters(paramLabel = "ID") UUID id) {
        JsonNode given = JsonInput.object(streams.in());
        try {
            RecipeBook book = larder.get().recipeBook();
            Recipe before = book.find(id).orElseThrow(() -> unknown(id));
            Recipe after = book.save(edited(given, before));
            lines.print(RecipeJson.of(after), streams.out());
            return Exit.DONE;
        } catch (InvalidRecipeException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage() + " Nothing was changed.", e);
        }
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description =
            "Moves recipes to the trash, where they stay for 30 days.")
    int delete(@Parameters(paramLabel = "ID", arity = "1..*") List<UUID> ids) {
        RecipeBook book = larder.get().recipeBook();
        List<UUID> unknown = ids.stream().filter(id -> book.find(id).isEmpty()).toList();
        book.delete(ids);
        unknown.forEach(id -> streams.err().println(unknown(id).getMessage()));
        return unknown.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private static CommandFailure unknown(UUID id) {
        return new CommandFailure(Exit.FAILED, "There is no recipe " + id + ".");
    }
}
