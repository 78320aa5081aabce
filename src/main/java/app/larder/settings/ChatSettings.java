package app.larder.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Who answers in the chat, and what they may be told. Never holds a key: keys lie on the shelves for secrets.
 *
 * @param provider who answers
 * @param address where, as typed; blank for the provider's own
 * @param model its name; blank if none is chosen yet
 * @param window how many tokens it reads at once; 0 for a guess
 * @param pantry whether it may be told what is at home
 * @param recipes whether it may be told the person's recipes
 * @param agreed the hosts to which the person has agreed that text goes
 */
public record ChatSettings(
        Provider provider,
        String address,
        String model,
        int window,
        boolean pantry,
        boolean recipes,
        List<Consent> agreed) {

    /** The built-in helper, and what to tell a model should one be chosen. */
    public static final ChatSettings DEFAULTS = new ChatSettings(Provider.HELPER, "", "", 0, true, true, List.of());

    public ChatSettings {
        window = Math.clamp(window, 0, 2_000_000);
        agreed = List.copyOf(agreed);
    }

    /** The ready-made choices. */
    public enum Provider {
        /** No model: the built-in helper. */
        HELPER("", false),
        OLLAMA("http://localhost:11434", false),
        LM_STUDIO("http://localhost:1234/v1", false),
        LLAMA_CPP("http://localhost:8080/v1", false),
        OPENAI("https://api.openai.com/v1", true),
        OPENROUTER("https://openrouter.ai/api/v1", true),
        ANTHROPIC("https://api.anthropic.com/v1", true),
        GEMINI("https://generativelanguage.googleapis.com/v1beta/openai", true),
        /** Any other server that speaks OpenAI's language. */
        OTHER("", false);

        private final String address;
        private final boolean key;

        Provider(String address, boolean key) {
            this.address = address;
            this.key = key;
        }

        /** Its usual address; empty if it has none. */
        public String address() {
            return address;
        }

        /** Whether it lets nobody in without a key; others may want one too. */
        public boolean needsKey() {
            return key;
        }
    }

    /**
     * What the person has agreed to.
     *
     * @param host where the text goes, as shown when they agreed
     * @param pantry whether that was with what is at home
     * @param recipes whether that was with their recipes
     */
    public record Consent(String host, boolean pantry, boolean recipes) {}

    /** The address to ask: the typed one, else the provider's own. */
    public String effectiveAddress() {
        return address.isBlank() ? provider.address() : address.strip();
    }

    /** Whether the person has agreed that all this goes to a host. */
    public boolean hasAgreedTo(String host) {
        return agreed.stream()
                .anyMatch(c -> c.host().equals(host) && (c.pantry() || !pantry) && (c.recipes() || !recipes));
    }

    /** With the person's agreement that what is switched on now goes to a host. */
    public ChatSettings agreeingTo(String host) {
        List<Consent> all = new ArrayList<>(agreed);
        all.removeIf(consent -> consent.host().equals(host));
        all.add(new Consent(host, pantry, recipes));
        return new ChatSettings(provider, address, model, window, pantry, recipes, all);
    }

    /** Another provider, at its own address and with no model yet. */
    public ChatSettings withProvider(Provider value) {
        return new ChatSettings(value, "", "", window, pantry, recipes, agreed);
    }

    public ChatSettings withAddress(String value) {
        return new ChatSettings(provider, value, model, window, pantry, recipes, agreed);
    }

    public ChatSettings withModel(String value) {
        return new ChatSettings(provider, address, value, window, pantry, recipes, agreed);
    }

    public ChatSettings withWindow(int value) {
        return new ChatSettings(provider, address, model, value, pantry, recipes, agreed);
    }

    public ChatSettings withShared(boolean withPantry, boolean withRecipes) {
        return new ChatSettings(provider, address, model, window, withPantry, withRecipes, agreed);
    }
}
