package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void whatAModelReadsAtOnceIsAsked() {
        HttpBackend backend = new HttpBackend(Endpoint.of(Wire.OLLAMA, OLLAMA.address(), null));
        assertEquals(OptionalInt.of(2_048), backend.window("small"));
        assertEquals(OptionalInt.of(2_048), backend.window("small"));
        assertEquals(OptionalInt.of(131_072), backend.window("m"));
        assertEquals(OptionalInt.empty(), backend.window("mute"), "an old one does not say");
        assertEquals(OptionalInt.empty(), new HttpBackend(Endpoint.of(Wire.OPENAI, OLLAMA.address(), null)).window("m"));
    }

    /** Told by what was counted alone: in English, German, Russian, Chinese, and with long lines of the same sign. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Wash the leeks and cut them into rings. ", "Die Zwiebeln fein schneiden und anschwitzen. ",
        "Нарежьте лук и обжарьте до золотистого цвета. ", "把洋葱切碎，用小火炒至金黄色。", "-----------------------------------------------"
    })
    void aQuestionThatIsCutWithoutAWordIsNoticedAndAWholeOneIsNot(String sentence) throws InterruptedException {
        TurnMessage.User question = new TurnMessage.User(sentence.repeat(40_000 / sentence.length()));
        boolean lines = sentence.startsWith("-");
        assertEquals(!lines, isPartlyRead(asking("mute").withMessages(List.of(question)).withWindow(8_192)));
        assertFalse(isPartlyRead(asking("m").withMessages(List.of(question)).withWindow(32_768)));
        assertFalse(isPartlyRead(asking("m").withWindow(8_192)));
    }

    private static boolean isPartlyRead(TurnRequest request) throws InterruptedException {
        Heard heard = ask(request);
        assertInstanceOf(ChatEvent.Finished.class, heard.end());
        return heard.events().stream().anyMatch(ChatEvent.PartlyRead.class::isInstance);
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
