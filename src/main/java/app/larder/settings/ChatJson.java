package app.larder.settings;

import app.larder.settings.ChatSettings.Consent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The chat's part of the settings file. */
final class ChatJson {

    static final String KEY = "chat";

    private ChatJson() {}

    /** What the file says, defaults where it says nothing that makes sense. */
    static ChatSettings read(JsonNode tree, ChatSettings otherwise) {
        JsonNode chat = tree.path(KEY);
        if (!chat.isObject()) {
            return otherwise;
        }
        String said = chat.path("provider").asString("");
        ChatSettings.Provider provider = Arrays.stream(ChatSettings.Provider.values())
                .filter(p -> p.name().equalsIgnoreCase(said))
                .findFirst()
                .orElse(otherwise.provider());
        List<Consent> agreed = new ArrayList<>();
        for (JsonNode consent : chat.path("agreed")) {
            String host = consent.path("host").asString("");
            if (!host.isBlank()) {
                agreed.add(new Consent(
                        host, consent.path("pantry").asBoolean(false), consent.path("recipes").asBoolean(false)));
            }
        }
        return new ChatSettings(
                provider,
                chat.path("address").asString(""),
                chat.path("model").asString(""),
                chat.path("window").asInt(0),
                chat.path("pantry").asBoolean(true),
                chat.path("recipes").asBoolean(true),
                agreed);
    }

    static void write(ObjectNode tree, ChatSettings settings) {
        ObjectNode chat = tree.withObjectProperty(KEY);
        chat.put("provider", settings.provider().name().toLowerCase(Locale.ROOT))
                .put("address", settings.address())
                .put("model", settings.model())
                .put("window", settings.window())
                .put("pantry", settings.pantry())
                .put("recipes", settings.recipes());
        ArrayNode agreed = chat.putArray("agreed");
        settings.agreed().forEach(consent -> agreed.addObject()
                .put("host", consent.host())
                .put("pantry", consent.pantry())
                .put("recipes", consent.recipes()));
    }
}
