package app.larder.chat.wire;

/** The languages models speak over HTTP. */
public enum Wire {
    /** {@code POST /chat/completions}, events: OpenAI, OpenRouter, LM Studio, llama.cpp, vLLM, Gemini and many more. */
    OPENAI,
    /** {@code POST /api/chat}, one JSON object a line: Ollama. */
    OLLAMA,
    /** {@code POST /messages}, events: Anthropic. */
    ANTHROPIC
}
