package app.larder.chat;

import app.larder.chat.wire.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What models are told of the tools: {@code chat/tools.json} among the program's resources. */
final class ToolSpecs {

    private ToolSpecs() {}

    /** The tools by their names. */
    static Map<String, ToolSpec> read(JsonMapper json) {
        try (InputStream in = ToolSpecs.class.getResourceAsStream("/chat/tools.json")) {
            Map<String, ToolSpec> specs = new LinkedHashMap<>();
            for (JsonNode tool : json.readTree(Objects.requireNonNull(in, "chat/tools.json"))) {
                String name = tool.path("name").asString("");
                specs.put(name, new ToolSpec(name, tool.path("description").asString(""), tool.path("parameters")));
            }
            return specs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
