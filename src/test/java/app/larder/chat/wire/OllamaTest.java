package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Ollama's own wire, over HTTP. */
class OllamaTest {

    private static final OllamaFake OLLAMA = new OllamaFake();
    private static final List<ToolSpec> TOOLS =
            List.of(new ToolSpec("get_pantry", "x", Json.object("{\"type\":\"object\",\"properties\":{}}")));

    @AfterAll
    static void close() {
        OLLAMA.close();
    }

    private static TurnRequest asking(String model) {
        return TurnRequest.of(model, "Be brief.", List.of(new TurnMessage.User("Hi")));
    }

    private static Heard ask(TurnRequest request) {
        return Heard.of(Heard.impatient(Wire.OLLAMA, OLLAMA.address() + "/v1/", null), request);
    }

    @Test
    void anAnswerStreamsAndThoughtsAreToldApart() throws InterruptedException {
        Heard heard = ask(asking("m").withWindow(8_192));
        ChatEvent.Finished finished = assertInstanceOf(ChatEvent.Finished.class, heard.end());
        assertEquals("Use the spinach 🥬", finished.text());
        assertEquals("Let me see", heard.thinking());
        assertEquals(new Usage(9, 4), finished.usage());
        JsonNode request = OLLAMA.requests().getLast();
        assertEquals(8_192, request.path("options").path("num_ctx").asInt());
        assertEquals("system", request.path("messages").path(0).path("role").asString());
    }

    @Test
    void aToolRoundIsEchoedAsItCame() throws InterruptedException {
        ChatEvent.Finished called =
                assertInstanceOf(ChatEvent.Finished.class, ask(asking("m").withTools(TOOLS)).end());
        assertEquals(End.TOOL_CALLS, called.end());
        assertEquals(List.of(new ToolCall("call_x", "get_pantry", "{\"expiring_within_days\":3}")), called.calls());
        ChatEvent.Finished answer = assertInstanceOf(ChatEvent.Finished.class, ask(asking("m").withTools(TOOLS)
                .withMessages(List.of(
                        new TurnMessage.User("Hi"),
                        new TurnMessage.Calls(called.text(), called.calls(), called.raw()),
                        new TurnMessage.ToolResult(called.calls().getFirst(), "{}")))).end());
        assertEquals("Use the spinach 🥬", answer.text());
        JsonNode echoed = OLLAMA.requests().getLast().path("messages").path(2);
        assertTrue(echoed.path("tool_calls").path(0).path("function").path("arguments").isObject());
    }

    @ParameterizedTest
    @CsvSource({"missing, MODEL_NOT_FOUND", "notools, NO_TOOLS", "miderr, IN_STREAM", "eof, TRUNCATED"})
    void whatGoesWrongIsCalledByItsName(String model, FailureKind kind) throws InterruptedException {
        TurnRequest request = model.equals("notools") ? asking(model).withTools(TOOLS) : asking(model);
        Heard heard = ask(request);
        ChatEvent.Failed failed = assertInstanceOf(ChatEvent.Failed.class, heard.end());
        assertEquals(kind, failed.failure().kind());
        assertEquals(heard.text(), failed.partial());
    }

    @Test
    void theModelsAreListed() {
        assertEquals(List.of("m:latest"), ModelList.of(Endpoint.of(Wire.OLLAMA, OLLAMA.address(), null)).names());
    }
}
