package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.MessageDetails.Status;
import app.larder.chat.wire.Endpoint;
import app.larder.chat.wire.HttpBackend;
import app.larder.chat.wire.OllamaFake;
import app.larder.chat.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A conversation that grows longer than an Ollama reads at once, which cuts it and says nothing. */
class SilentCutRowsTest {

    private static final OllamaFake OLLAMA = new OllamaFake();
    private static final TestKitchen KITCHEN = new TestKitchen();
    private static final String LONG = "Wash the leeks, cut them into rings and stew them in butter. ".repeat(60);

    @AfterAll
    static void close() {
        OLLAMA.close();
        KITCHEN.close();
    }

    /** Asks four long questions. Returns the last answer, and what was passed over for it. */
    private record Last(ChatMessage answer, int passedOver, JsonNode request) {

        static Last of(String model) throws Exception {
            Endpoint endpoint = Endpoint.of(Wire.OLLAMA, OLLAMA.address(), null);
            HttpBackend backend = new HttpBackend(endpoint);
            ChatRoom room = new ChatRoom(
                    KITCHEN.rows.chats(),
                    () -> new Answerer(
                            backend, model, endpoint.host(), true, true, new Answerer.Sharing(false, false, 8_192, false)),
                    KITCHEN.tools,
                    KITCHEN.clock);
            ChatSession session = room.begin();
            Ended end = new Ended(null, null);
            int passedOver = 0;
            for (int i = 0; i < 4; i++) {
                Waiting waiting = new Waiting();
                Answering answering = room.send(session, i + ": " + LONG, waiting);
                end = waiting.end();
                passedOver = answering.soFar().passedOver();
            }
            assertNull(end.problem());
            assertNotNull(end.answer());
            ChatMessage stored = room.open(session.id()).orElseThrow().shown().getLast();
            assertEquals(end.answer(), stored, "as it is found again");
            return new Last(stored, passedOver, OLLAMA.requests().getLast());
        }

        int window() {
            return request.path("options").path("num_ctx").asInt();
        }
    }

    @Test
    void oneThatDoesNotSayHowMuchItReadsIsFoundOutAndTheAnswerSaysSo() throws Exception {
        Last last = Last.of("mute");
        assertEquals(8_192, last.window());
        assertEquals(Status.COMPLETE, last.answer().details().status());
        assertEquals(MessageDetails.PARTLY_READ, last.answer().details().problem());
    }

    @Test
    void oneThatSaysHowMuchItReadsIsSentNoMore() throws Exception {
        Last last = Last.of("small");
        assertEquals(2_048, last.window());
        assertTrue(last.passedOver() > 0, "and the window says that older messages were not sent");
        assertNull(last.answer().details().problem());
    }

    @Test
    void oneThatReadsEnoughIsNotSuspected() throws Exception {
        Last last = Last.of("m");
        assertEquals(0, last.passedOver());
        assertNull(last.answer().details().problem());
        assertFalse(last.request().path("messages").isEmpty());
    }
}
