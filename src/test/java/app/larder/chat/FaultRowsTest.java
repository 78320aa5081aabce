package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.chat.wire.Endpoint;
import app.larder.chat.wire.FaultServer;
import app.larder.chat.wire.HttpBackend;
import app.larder.chat.wire.Wire;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored when a server misbehaves: the question always, of the answer what there is, with how it ended. */
class FaultRowsTest {

    private static final FaultServer SERVER = new FaultServer();
    private static final TestKitchen KITCHEN = new TestKitchen();

    @AfterAll
    static void close() {
        SERVER.close();
        KITCHEN.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "ok, \"Hello 🍳\", COMPLETE, \"\"", "nodone, Hi, COMPLETE, \"\"", "nostream, Whole answer, COMPLETE, \"\"",
        "len, Boil the, LENGTH, \"\"", "filter, Boil the, ERROR, FILTERED", "cut_clean, Boil the, CUT_OFF, TRUNCATED",
        "cut_hard, Boil the, CUT_OFF, TRUNCATED", "cut_midline, Boil the, CUT_OFF, TRUNCATED",
        "stall, Boil the, CUT_OFF, STALLED", "miderr, Boil the, ERROR, IN_STREAM", "miderr_or, Boil the, ERROR, IN_STREAM",
        "miderr_event, Boil the, ERROR, IN_STREAM", "errfield, Boil the, ERROR, IN_STREAM", "badjson, Boil the, ERROR, PROTOCOL",
        "nohdr, \"\", \"\", \"\"", "401, \"\", \"\", \"\"", "429quota, \"\", \"\", \"\"", "200html, \"\", \"\", \"\"",
        "200err, \"\", \"\", \"\"", "404model, \"\", \"\", \"\"", "moved, \"\", \"\", \"\"", "gemini, \"\", \"\", \"\""
    })
    void everyFaultLeavesTheRightRow(String scenario, String text, String status, String problem) throws Exception {
        Endpoint endpoint = Endpoint.of(Wire.OPENAI, SERVER.address(scenario), "sk-test-12345")
                .withLimits(Duration.ofMillis(1500), Duration.ofMillis(1000));
        Answerer answerer = new Answerer(
                new HttpBackend(endpoint), "m", endpoint.host(), true, true, new Answerer.Sharing(true, true, 8_192, true));
        ChatRoom room = new ChatRoom(KITCHEN.rows.chats(), () -> answerer, KITCHEN.tools, KITCHEN.clock);
        ChatSession session = room.begin();
        Waiting waiting = new Waiting();
        room.send(session, "How?", waiting);
        Ended end = waiting.end();

        List<ChatMessage> rows = KITCHEN.rows.chats().messages(session.id());
        assertEquals("How?", rows.getFirst().content());
        assertEquals(status.isEmpty() ? 1 : 2, rows.size());
        if (!status.isEmpty()) {
            MessageDetails details = rows.getLast().details();
            assertEquals(text, rows.getLast().content());
            assertEquals(status, details.status().name());
            assertEquals(problem, details.problem() == null ? "" : details.problem());
        }
        boolean good = status.equals("COMPLETE") || status.equals("LENGTH") || problem.equals("FILTERED");
        assertEquals(good, end.problem() == null);
        assertEquals(List.of(), KITCHEN.rows.chats().drafts());
        assertEquals(1, waiting.ends.get());
    }
}
