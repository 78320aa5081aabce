package app.larder.chat;

import app.larder.chat.wire.ToolCall;
import app.larder.chat.wire.ToolSpec;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model may ask for. Each tool reads the kitchen or puts a proposal on the table; there is none that writes, none
 * that takes an address or a path, and none that reaches the network. Calls block on the database.
 */
public final class KitchenTools {

    /** The tools' names, as they stand in {@link ToolStep#tool}. */
    public static final List<String> NAMES = List.of(
            "search_recipes",
            "get_recipe",
            "get_pantry",
            "cook_now",
            "convert_units",
            "propose_recipe",
            "propose_pantry_changes");

    private static final int MOST_CHARACTERS = 8_000;
    private static final int MOST_ARGUMENTS = 300;

    private final KitchenReads reads;
    private final Proposing proposing = new Proposing();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, ToolSpec> specs;

    /** The tools over what {@code reads} reads. */
    public KitchenTools(KitchenReads reads) {
        this.reads = reads;
        this.specs = ToolSpecs.read(json);
    }

    /**
     * What a call brought.
     *
     * @param content for the model
     * @param step for the person
     * @param proposal what is put on the table; null for nothing
     */
    record Looked(String content, ToolStep step, @Nullable Proposal proposal) {}

    /** The tools a model is offered that may be told so much. */
    List<ToolSpec> specs(Answerer.Sharing sharing) {
        List<ToolSpec> offered = new ArrayList<>();
        for (String name : NAMES) {
            ToolSpec spec = specs.get(name);
            if (spec != null && isShared(name, sharing)) {
                offered.add(spec);
            }
        }
        return offered;
    }

    private static boolean isShared(String name, Answerer.Sharing sharing) {
        return switch (name) {
            case "search_recipes", "get_recipe" -> sharing.recipes();
            case "get_pantry", "propose_pantry_changes" -> sharing.pantry();
            case "cook_now" -> sharing.pantry() && sharing.recipes();
            default -> true;
        };
    }

    /** What fits a question, as JSON; empty if nothing may be told. */
    String facts(String question, Answerer.Sharing sharing) {
        ObjectNode facts = reads.facts(question, sharing.pantry(), sharing.recipes());
        return facts.isEmpty() ? "" : facts.toString();
    }

    /** Calls a tool. Whatever the model wrote, this answers; what it may not know is unknown to it. */
    Looked call(ToolCall call, Answerer.Sharing sharing) {
        if (!NAMES.contains(call.name()) || !isShared(call.name(), sharing)) {
            return failed(call, "There is no tool of that name. There are: "
                    + String.join(", ", specs(sharing).stream().map(ToolSpec::name).toList()));
        }
        ObjectNode arguments = arguments(call.arguments());
        if (arguments == null) {
            return failed(call, "The arguments are not a JSON object.");
        }
        try {
            return switch (call.name()) {
                case "search_recipes" -> read(call, reads.search(arguments));
                case "get_recipe" -> read(call, reads.recipe(arguments, sharing.pantry()));
                case "get_pantry" -> read(call, reads.pantry(arguments));
                case "cook_now" -> read(call, reads.cookNow(arguments));
                case "convert_units" -> read(call, reads.convert(arguments));
                case "propose_recipe" -> proposed(call, proposing.recipe(arguments));
                default -> proposed(call, proposing.pantry(arguments));
            };
        } catch (Unanswerable e) {
            return failed(call, e.said());
        } catch (UncheckedIOException e) {
            return failed(call, "The kitchen cannot be read now.");
        }
    }

    /** A call too many. */
    Looked refused(ToolCall call) {
        return failed(call, "Too many look-ups for one question. Answer with what you know.");
    }

    private @Nullable ObjectNode arguments(String text) {
        if (text.isBlank()) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Looked read(ToolCall call, KitchenReads.Found found) {
        String content = found.json().toString();
        String cut = content.length() > MOST_CHARACTERS ? content.substring(0, MOST_CHARACTERS) + " ... (cut)" : content;
        return new Looked(cut, step(call, found.count(), false), null);
    }

    private static Looked proposed(ToolCall call, Proposal proposal) {
        return new Looked(
                "{\"status\":\"shown to the person, who decides\"}", step(call, null, false), proposal);
    }

    private Looked failed(ToolCall call, String why) {
        ObjectNode error = json.createObjectNode().put("error", why);
        return new Looked(error.toString(), step(call, null, true), null);
    }

    private static ToolStep step(ToolCall call, @Nullable Integer found, boolean failed) {
        return new ToolStep(
                Quoted.line(call.name(), 60), Quoted.line(call.arguments(), MOST_ARGUMENTS), found, failed);
    }

    /** A text argument, cleaned; empty if there is none. */
    static String text(JsonNode arguments, String key, int limit) {
        JsonNode value = arguments.path(key);
        return value.isString() || value.isNumber() ? Quoted.line(value.asString(), limit) : "";
    }

    /** A whole number between bounds, also from a text that is one; null if there is none. */
    static @Nullable Integer number(JsonNode arguments, String key, int least, int most) {
        JsonNode value = arguments.path(key);
        String text = value.isNumber() || value.isString() ? value.asString().strip() : "";
        if (!text.matches("[0-9]{1,9}(\\.0*)?")) {
            return null;
        }
        int number = Integer.parseInt(text.replaceAll("\\..*", ""));
        return number < least || number > most ? null : Integer.valueOf(number);
    }

    /** A list of texts, cleaned; also from one text with commas. */
    static List<String> texts(JsonNode arguments, String key, int limit, int most) {
        JsonNode value = arguments.path(key);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.valueStream().filter(JsonNode::isString).forEach(v -> texts.add(Quoted.line(v.asString(), limit)));
        } else if (value.isString()) {
            texts.addAll(List.of(Quoted.line(value.asString(), limit * most).split("\\s*,\\s*", -1)));
        }
        return texts.stream().filter(text -> !text.isBlank()).limit(most).toList();
    }
}
