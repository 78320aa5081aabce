package app.larder.chat;

import app.larder.chat.wire.ChatBackend;
import app.larder.chat.wire.Endpoint;
import app.larder.chat.wire.HttpBackend;
import app.larder.chat.wire.Wire;
import app.larder.settings.ChatSettings;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds who answers, by what the person has chosen. Calls block on the keychain. Thread-safe. */
public final class ChatModels implements Supplier<Answerer> {

    private static final int SMALL_WINDOW = 8_192;
    private static final int LARGE_WINDOW = 32_768;

    private final Supplier<ChatSettings> settings;
    private final ChatKeys keys;
    private final ChatBackend helper;
    private @Nullable Endpoint last;
    private @Nullable ChatBackend backend;

    /**
     * Who answers by those settings.
     *
     * @param settings as they are now; asked at each question
     * @param helper answers where no model is chosen
     */
    public ChatModels(Supplier<ChatSettings> settings, ChatKeys keys, ChatBackend helper) {
        this.settings = settings;
        this.keys = keys;
        this.helper = helper;
    }

    /** The built-in helper, whatever is chosen. */
    public Answerer helper() {
        return new Answerer(
                helper, MessageDetails.HELPER, "", true, true, new Answerer.Sharing(true, true, LARGE_WINDOW, false));
    }

    @Override
    public Answerer get() {
        ChatSettings chosen = settings.get();
        Optional<Endpoint> found = endpoint(chosen, null);
        if (found.isEmpty() || chosen.model().isBlank()) {
            return helper();
        }
        Endpoint endpoint = found.get();
        int window = chosen.window() > 0 ? chosen.window() : endpoint.isLocal() ? SMALL_WINDOW : LARGE_WINDOW;
        return new Answerer(
                backend(endpoint),
                chosen.model(),
                endpoint.host(),
                endpoint.isLocal(),
                endpoint.isLocal() || chosen.hasAgreedTo(endpoint.host()),
                new Answerer.Sharing(chosen.pantry(), chosen.recipes(), window, true));
    }

    /**
     * Where the chosen model is asked; empty for the built-in helper, and for an address that is none.
     *
     * @param typedKey a key that is not kept yet; null to use the one that is
     */
    public Optional<Endpoint> endpoint(ChatSettings chosen, @Nullable String typedKey) {
        String address = chosen.effectiveAddress();
        if (chosen.provider() == ChatSettings.Provider.HELPER || address.isBlank()) {
            return Optional.empty();
        }
        try {
            Wire wire = wire(chosen.provider());
            Endpoint without = Endpoint.of(wire, address, null);
            String key = typedKey == null ? keys.find(without.host()).orElse(null) : typedKey.strip();
            return Optional.of(Endpoint.of(wire, address, key == null || key.isEmpty() ? null : key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Wire wire(ChatSettings.Provider provider) {
        return switch (provider) {
            case OLLAMA -> Wire.OLLAMA;
            case ANTHROPIC -> Wire.ANTHROPIC;
            case HELPER, LM_STUDIO, LLAMA_CPP, OPENAI, OPENROUTER, GEMINI, OTHER -> Wire.OPENAI;
        };
    }

    private synchronized ChatBackend backend(Endpoint endpoint) {
        ChatBackend known = backend;
        if (known == null || !endpoint.equals(last)) {
            known = new HttpBackend(endpoint);
            backend = known;
            last = endpoint;
        }
        return known;
    }
}
