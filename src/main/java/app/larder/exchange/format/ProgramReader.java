package app.larder.exchange.format;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of one program. */
interface ProgramReader {

    /** Whether a JSON value is this program's, told by its shape. */
    boolean knows(JsonNode value);

    /** The recipes in a value it knows, in their order. */
    List<Draft> read(JsonNode value, Patience patience);
}
