package app.larder.chat;

import app.larder.account.NewId;
import app.larder.chat.Proposal.Fate;
import app.larder.chat.Proposal.PantryMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes cards of what a model proposes. Every text is cleaned and cut; nothing is stored but with the answer. */
final class Proposing {

    private static final int NAME = 200;
    private static final int LINE = 300;
    private static final int STEP = 4_000;
    private static final int MOST_LINES = 100;
    private static final int MOST_MINUTES = 10_080;
    private static final int MOST_SERVINGS = 1_000;
    private static final int MOST_MOVES = 40;

    /**
     * The card of a recipe.
     *
     * @throws Unanswerable if it has no name or no ingredients
     */
    Proposal.OfRecipe recipe(ObjectNode given) {
        String name = KitchenTools.text(given, "name", NAME);
        List<String> ingredients = lines(given.path("ingredients"), LINE);
        if (name.isBlank() || ingredients.isEmpty()) {
            throw new Unanswerable("A recipe needs a name and ingredients.");
        }
        JsonNode steps = given.has("steps") ? given.path("steps") : given.path("instructions");
        ProposedRecipe recipe = new ProposedRecipe(
                name,
                KitchenTools.text(given, "description", 1_000),
                KitchenTools.number(given, "servings", 1, MOST_SERVINGS),
                KitchenTools.number(given, "prep_minutes", 0, MOST_MINUTES),
                KitchenTools.number(given, "total_minutes", 0, MOST_MINUTES),
                ingredients,
                lines(steps, STEP));
        return new Proposal.OfRecipe(NewId.at(Instant.now()), recipe, Fate.OPEN, null);
    }

    private static List<String> lines(JsonNode given, int limit) {
        List<String> lines = new ArrayList<>();
        if (given.isString()) {
            Quoted.clean(given.asString(), limit * 10).lines().forEach(line -> lines.add(Quoted.line(line, limit)));
        }
        for (JsonNode line : given) {
            lines.add(line.isObject() ? ingredient(line) : Quoted.line(line.asString(""), limit));
        }
        return lines.stream().filter(line -> !line.isBlank()).limit(MOST_LINES).toList();
    }

    private static String ingredient(JsonNode given) {
        String note = KitchenTools.text(given, "note", LINE);
        String line = Stream.of(
                        KitchenTools.text(given, "quantity", 40),
                        KitchenTools.text(given, "unit", 40),
                        KitchenTools.text(given, "name", NAME))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return note.isBlank() || line.isBlank() ? line : line + ", " + note;
    }

    /**
     * The card of changes to the pantry.
     *
     * @throws Unanswerable if there is no change in it that makes sense
     */
    Proposal.OfPantry pantry(ObjectNode given) {
        List<PantryMove> moves = new ArrayList<>();
        for (JsonNode change : given.path("changes")) {
            String item = KitchenTools.text(change, "item", NAME);
            what(KitchenTools.text(change, "action", 20))
                    .filter(_ -> !item.isBlank())
                    .ifPresent(what -> moves.add(new PantryMove(what, item, KitchenTools.text(change, "amount", 60))));
        }
        if (moves.isEmpty() || moves.size() > MOST_MOVES) {
            throw new Unanswerable("Give 1 to " + MOST_MOVES + " changes, each with an action (add, use, set, remove) and an item.");
        }
        return new Proposal.OfPantry(NewId.at(Instant.now()), moves, Fate.OPEN);
    }

    private static Optional<PantryMove.What> what(@Nullable String action) {
        return Stream.of(PantryMove.What.values())
                .filter(what -> what.name().toLowerCase(Locale.ROOT).equals(action))
                .findFirst();
    }
}
