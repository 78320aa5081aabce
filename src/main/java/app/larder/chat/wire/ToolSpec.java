package app.larder.chat.wire;

import tools.jackson.databind.JsonNode;

/**
 * A tool as a model is told of it.
 *
 * @param name letters and underscores
 * @param description when to use it, in English
 * @param parameters JSON schema of its arguments, an object
 */
public record ToolSpec(String name, String description, JsonNode parameters) {}
