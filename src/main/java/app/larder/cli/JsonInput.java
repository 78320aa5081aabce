package app.larder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
     * @throws CommandFailure if it is not UTF-8 or not JSON, holds something else than objects, or holds none
     */
    static List<JsonNode> objects(InputStream in) {
        List<JsonNode> all = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = new JsonMapper()
                .readerFor(JsonNode.class)
                .readValues(text(in))) {
            while (nodes.hasNextValue()) {
                JsonNode node = nodes.nextValue();
                (node.isArray() ? node : List.of(node)).forEach(all::add);
            }
        } catch (CharacterCodingException e) {
            throw new CommandFailure(Exit.USAGE, "Standard input is not UTF-8 text; nothing was changed.", e);
        } catch (IOException | JacksonException e) {
            throw new CommandFailure(Exit.USAGE, "Standard input is not JSON; nothing was changed.", e);
        }
        if (all.isEmpty() || all.stream().anyMatch(n -> !n.isObject())) {
            throw new CommandFailure(Exit.USAGE, "Standard input must hold one JSON object or more; nothing was changed.");
        }
        return all;
    }

    /** Letters that cannot be read would be stored as other ones, so they are refused. */
    private static String text(InputStream in) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(in.readAllBytes()))
                .toString();
    }

    /**
     * Ids of what is to be added, each of which may come once.
     *
     * @throws CommandFailure if one comes twice
     */
    static void eachOnce(List<UUID> ids) {
        Set<UUID> seen = new HashSet<>();
        for (UUID id : ids) {
            if (!seen.add(id)) {
                throw new CommandFailure(
                        Exit.USAGE, "Standard input has the id " + id + " more than once; nothing was changed.");
            }
        }
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
