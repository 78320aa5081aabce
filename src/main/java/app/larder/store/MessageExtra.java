package app.larder.store;

import app.larder.chat.MessageDetails;
import app.larder.chat.Proposal;
import app.larder.chat.ProposedRecipe;
import app.larder.chat.Timings;
import app.larder.chat.ToolStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of {@code extra} beside a message. Keys that are not Larder's are kept; a step or a proposal that makes no
 * sense, as one of a newer Larder may not, is left out when it is read.
 */
final class MessageExtra {

    private static final String PROPOSALS = "proposals";

    private final JsonMapper mapper;

    MessageExtra(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The details as a JSON object, over what stood there before. */
    Map<String, Object> write(MessageDetails details, @Nullable Map<String, Object> before) {
        Map<String, Object> extra = new LinkedHashMap<>(before == null ? Map.of() : before);
        put(extra, "firstTextMillis", details.timings().firstTextMillis());
        put(extra, "millis", details.timings().millis());
        put(extra, "promptTokens", details.timings().promptTokens());
        put(extra, "answerTokens", details.timings().answerTokens());
        put(extra, "problem", details.problem());
        put(extra, "steps", details.steps().isEmpty() ? null : map(details.steps()));
        put(extra, PROPOSALS, details.proposals().isEmpty() ? null : details.proposals().stream().map(this::proposal).toList());
        return extra;
    }

    private static void put(Map<String, Object> extra, String key, @Nullable Object value) {
        if (value == null) {
            extra.remove(key);
        } else {
            extra.put(key, value);
        }
    }

    private Object map(Object value) {
        return mapper.convertValue(value, Object.class);
    }

    private Map<String, Object> proposal(Proposal proposal) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", proposal.id().toString());
        map.put("fate", proposal.fate().name().toLowerCase(Locale.ROOT));
        switch (proposal) {
            case Proposal.OfRecipe recipe -> {
                map.put("recipe", map(recipe.recipe()));
                put(map, "savedAs", recipe.savedAs() == null ? null : recipe.savedAs().toString());
            }
            case Proposal.OfPantry pantry -> map.put("moves", map(pantry.moves()));
        }
        return map;
    }

    /** What the columns beside a message say. */
    MessageDetails read(
            String status, @Nullable String model, @Nullable UUID replaces, @Nullable Map<String, Object> extra) {
        JsonNode tree = mapper.valueToTree(extra == null ? Map.of() : extra);
        Timings timings = new Timings(
                number(tree, "firstTextMillis"),
                number(tree, "millis"),
                small(tree, "promptTokens"),
                small(tree, "answerTokens"));
        List<ToolStep> steps = new ArrayList<>();
        tree.path("steps").forEach(step -> value(step, ToolStep.class).ifPresent(steps::add));
        List<Proposal> proposals = new ArrayList<>();
        tree.path(PROPOSALS).forEach(one -> proposal(one).ifPresent(proposals::add));
        return new MessageDetails(
                status(status), model, replaces, timings, steps, proposals, tree.path("problem").asString(null));
    }

    private Optional<Proposal> proposal(JsonNode tree) {
        try {
            UUID id = UUID.fromString(tree.path("id").asString(""));
            Proposal.Fate fate = Arrays.stream(Proposal.Fate.values())
                    .filter(f -> f.name().equalsIgnoreCase(tree.path("fate").asString("")))
                    .findFirst()
                    .orElse(Proposal.Fate.OPEN);
            if (tree.has("recipe")) {
                String savedAs = tree.path("savedAs").asString(null);
                return value(tree.path("recipe"), ProposedRecipe.class)
                        .map(recipe -> new Proposal.OfRecipe(id, recipe, fate, savedAs == null ? null : UUID.fromString(savedAs)));
            }
            List<Proposal.PantryMove> moves = new ArrayList<>();
            tree.path("moves").forEach(move -> value(move, Proposal.PantryMove.class).ifPresent(moves::add));
            return moves.isEmpty() ? Optional.empty() : Optional.of(new Proposal.OfPantry(id, moves, fate));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> value(JsonNode tree, Class<T> type) {
        try {
            return Optional.ofNullable(mapper.treeToValue(tree, type));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    static String status(MessageDetails.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static MessageDetails.Status status(String column) {
        return Arrays.stream(MessageDetails.Status.values())
                .filter(status -> status.name().equalsIgnoreCase(column))
                .findFirst()
                .orElse(MessageDetails.Status.COMPLETE);
    }

    private static @Nullable Long number(JsonNode tree, String key) {
        return tree.path(key).isNumber() ? Long.valueOf(tree.path(key).longValue()) : null;
    }

    private static @Nullable Integer small(JsonNode tree, String key) {
        return tree.path(key).canConvertToInt() && tree.path(key).isNumber() ? Integer.valueOf(tree.path(key).intValue()) : null;
    }
}
