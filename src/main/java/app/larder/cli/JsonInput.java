package app.larder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON objects from a stream: one after the other, one a line, or in one array. */
final class JsonInput {

    private JsonInput() {}

    /**
     * All objects of the stream, in order.
     *
     * @throws CommandFailure if it is not JSON, holds something else than objects, or holds none
     */
    static List<JsonNode> objects(InputStream in) {
        List<JsonNode> all = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = new JsonMapper()
                .readerFor(JsonNode.class)
                .readValues(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            while (nodes.hasNextValue()) {
                JsonNode node = nodes.nextValue();
                (node.isArray() ? node : List.of(node)).forEach(all::add);
            }
        } catch (IOException | JacksonException e) {
            throw new CommandFailure(Exit.USAGE, "Standard input is not JSON; nothing was changed.", e);
        }
        if (all.isEmpty() || all.stream().anyMatch(n -> !n.isObject())) {
            throw new CommandFailure(Exit.USAGE, "Standard input must hold one JSON object or more; nothing was changed.");
        }
        return all;
    }

    /** The one object of the stream. */
    static JsonNode object(InputStream in) {
        List<JsonNode> all = objects(in);
        if (all.size() != 1) {
            throw new CommandFailure(Exit.USAGE, "Standard input must hold exactly one JSON object; nothing was changed.");
        }
        return all.getFirst();
    }
}
