package app.larder.chat.wire;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How one wire writes questions and reads answers. */
interface WireFormat {

    static WireFormat of(Endpoint endpoint) {
        return switch (endpoint.wire()) {
            case OPENAI -> new OpenAiFormat(endpoint.base().getHost().equals("api.openai.com"));
            case OLLAMA -> new OllamaFormat();
            case ANTHROPIC -> new AnthropicFormat();
        };
    }

    /** What follows the base of the address. */
    String path();

    /** Where the models are listed. */
    String modelsPath();

    /** The models' names in what is listed there. */
    java.util.List<String> models(JsonNode listed);

    ObjectNode body(TurnRequest request);

    /** Reads a streamed answer, whose events but the last go to {@code sink}. */
    Reading reading(Consumer<ChatEvent> sink);

    /** An answer being read: streamed, or whole if the server does not stream. */
    interface Reading {

        /** What reads its lines. */
        Decoder decoder();

        /** Reads an answer that came in one piece, which is no error. */
        ChatEvent.Terminal whole(JsonNode body);

        /** The text so far of one that cannot be read on. */
        ChatEvent.Terminal failed(Failure failure);
    }
}
