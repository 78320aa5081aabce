package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The two wires that llama-server speaks, with a real one. Its model is tiny: structure is looked at, never content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the field before the tests
class LlamaServerTest {

    private static final String SYSTEM = "You are the kitchen assistant.";
    private static final JsonNode PARAMETERS = Json.object(
            "{\"type\":\"object\",\"properties\":{\"expiring_within_days\":{\"type\":\"integer\"}}}");

    /** The tools the model was trained with, in this order. */
    private static final List<ToolSpec> TOOLS = List.of(
            new ToolSpec("get_pantry", "Lists what is at home.", PARAMETERS),
            new ToolSpec("find_recipes", "Finds recipes.", Json.object("{\"type\":\"object\",\"properties\":{}}")),
            new ToolSpec("propose_recipe", "Proposes one.", Json.object("{\"type\":\"object\",\"properties\":{}}")));

    private LlamaServer server;

    @BeforeAll
    void start() {
        server = LlamaServer.start();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static TurnRequest asking(String question) {
        return TurnRequest.of("kitchen", SYSTEM, List.of(new TurnMessage.User(question)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
    void anAnswerStreams(Wire wire) throws InterruptedException {
        Heard heard = Heard.of(server.endpoint(wire), asking("Give me a recipe for risotto."));
        ChatEvent.Finished finished = assertInstanceOf(ChatEvent.Finished.class, heard.end());
        assertEquals(heard.text(), finished.text());
        assertFalse(finished.text().isBlank());
        assertTrue(heard.events().size() > 10, "in pieces");
        assertNotNull(finished.usage().answerTokens());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
    void aToolIsCalledAndItsAnswerRead(Wire wire) throws InterruptedException {
        TurnRequest request = asking("What should I use up soon?").withTools(TOOLS);
        ChatEvent.Finished called =
                assertInstanceOf(ChatEvent.Finished.class, Heard.of(server.endpoint(wire), request).end());
        assertEquals(End.TOOL_CALLS, called.end());
        ToolCall call = called.calls().getFirst();
        assertEquals("get_pantry", call.name());
        assertTrue(Json.object(call.arguments()).isObject());

        TurnRequest second = request.withMessages(List.of(
                new TurnMessage.User("What should I use up soon?"),
                new TurnMessage.Calls(called.text(), called.calls(), called.raw()),
                new TurnMessage.ToolResult(call, "{\"items\":[{\"name\":\"spinach\",\"days_left\":1}]}")));
        ChatEvent.Finished answer =
                assertInstanceOf(ChatEvent.Finished.class, Heard.of(server.endpoint(wire), second).end());
        assertEquals(End.STOP, answer.end());
        assertFalse(answer.text().isBlank());
    }

    @Test
    void anAnswerFollowsASchema() throws InterruptedException {
        JsonNode schema = Json.object("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\",\"maxLength\":20},"
                + "\"minutes\":{\"type\":\"integer\"}},\"required\":[\"name\",\"minutes\"],\"additionalProperties\":false}");
        ChatEvent.Finished answer = assertInstanceOf(
                ChatEvent.Finished.class,
                Heard.of(server.endpoint(Wire.OPENAI), asking("Give me a recipe for risotto.").withSchema(schema)).end());
        assertTrue(Json.object(answer.text()).has("minutes"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
    void aWrongKeyIsRefused(Wire wire) throws InterruptedException {
        Endpoint wrong = Endpoint.of(wire, server.address(), "sk-wrong");
        ChatEvent.Failed failed = assertInstanceOf(ChatEvent.Failed.class, Heard.of(wrong, asking("Hi")).end());
        assertEquals(FailureKind.AUTH, failed.failure().kind());
        assertFalse(failed.failure().serverMessage().contains("sk-wrong"));
    }

    @Test
    void theModelsAreListed() {
        ModelList list = ModelList.of(server.endpoint(Wire.OPENAI));
        assertNull(list.failure());
        assertEquals(1, list.names().size());
    }

    @Test
    void aConversationThatIsTooLongIsCalledSo() throws InterruptedException {
        ChatEvent.Failed failed = assertInstanceOf(
                ChatEvent.Failed.class,
                Heard.of(server.endpoint(Wire.OPENAI), asking("tomato ".repeat(4_000))).end());
        assertEquals(FailureKind.CONTEXT_TOO_LONG, failed.failure().kind());
    }

    @Test
    void stopFreesTheServerBeforeAndAfterTheFirstToken() throws InterruptedException, IOException {
        for (boolean early : List.of(true, false)) {
            Heard heard = new Heard();
            RunningTurn turn = new HttpBackend(server.endpoint(Wire.OPENAI))
                    .start(asking("Give me a recipe for risotto.").withMaxTokens(1_500), heard);
            if (!early) {
                heard.awaitText();
            }
            turn.cancel();
            ChatEvent.Terminal end = heard.end();
            if (end instanceof ChatEvent.Failed failed) {
                assertEquals(FailureKind.CANCELLED, failed.failure().kind());
                assertEquals(heard.text(), failed.partial());
            }
            assertTrue(server.isIdleWithin(1_000), "the slot is idle again");
        }
    }

    @Test
    void aServerThatIsKilledLeavesTheTextSoFar() throws InterruptedException {
        try (LlamaServer doomed = LlamaServer.start()) {
            Heard heard = Heard.of(doomed.endpoint(Wire.OPENAI), asking("Give me a recipe for risotto.").withMaxTokens(1_500));
            heard.awaitText();
            doomed.kill();
            if (heard.end() instanceof ChatEvent.Failed failed) {
                assertEquals(FailureKind.TRUNCATED, failed.failure().kind());
                assertEquals(heard.text(), failed.partial());
            }
            assertFalse(heard.text().isEmpty());
            ChatEvent.Failed gone =
                    assertInstanceOf(ChatEvent.Failed.class, Heard.of(doomed.endpoint(Wire.OPENAI), asking("Hi")).end());
            assertEquals(FailureKind.UNREACHABLE, gone.failure().kind());
        }
    }
}
