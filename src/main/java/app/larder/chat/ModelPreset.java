package app.larder.chat;

import app.larder.chat.wire.Wire;

/** The models people have, with what is usual for each, so that hardly anything has to be typed. */
public enum ModelPreset {
    /** No model: the built-in helper answers. */
    HELPER(Wire.OPENAI, "", false),
    OLLAMA(Wire.OLLAMA, "http://localhost:11434", false),
    LM_STUDIO(Wire.OPENAI, "http://localhost:1234/v1", false),
    LLAMA_CPP(Wire.OPENAI, "http://localhost:8080/v1", false),
    OPENAI(Wire.OPENAI, "https://api.openai.com/v1", true),
    OPENROUTER(Wire.OPENAI, "https://openrouter.ai/api/v1", true),
    ANTHROPIC(Wire.ANTHROPIC, "https://api.anthropic.com/v1", true),
    GEMINI(Wire.OPENAI, "https://generativelanguage.googleapis.com/v1beta/openai", true),
    /** Whatever else speaks the language most of them speak. */
    OTHER(Wire.OPENAI, "", true);

    private final Wire wire;
    private final String address;
    private final boolean keyed;

    ModelPreset(Wire wire, String address, boolean keyed) {
        this.wire = wire;
        this.address = address;
        this.keyed = keyed;
    }

    /** The language it speaks. */
    public Wire wire() {
        return wire;
    }

    /** Where it usually is; empty if that has to be typed. */
    public String address() {
        return address;
    }

    /** Whether it usually wants a key. */
    public boolean isKeyed() {
        return keyed;
    }
}
