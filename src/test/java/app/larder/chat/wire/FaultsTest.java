package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers do wrong, and what is said about it: the right kind, the text so far, once. */
class FaultsTest {

    private static final FaultServer SERVER = new FaultServer();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static Heard ask(String scenario) {
        return Heard.of(
                Heard.impatient(Wire.OPENAI, SERVER.address(scenario), "sk-test-12345"),
                TurnRequest.of("m", "Be brief.", List.of(new TurnMessage.User("Hi"))));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "ok, \"Hello 🍳\"", "split, \"Crème brûlée 🍮👩‍🍳\"", "comments, Hi", "nospace, \" ab \"", "nodone, Hi",
        "nostream, Whole answer", "slowprompt, Late", "reasoning, Ans", "thinktags, Ans", "odd, Fine", "multiline, Two", "bom, Hi"
    })
    void whatIsOnlyUnusualIsRead(String scenario, String text) throws InterruptedException {
        Heard heard = ask(scenario);
        ChatEvent.Finished finished = assertInstanceOf(ChatEvent.Finished.class, heard.end());
        assertEquals(text, finished.text());
        assertEquals(text, heard.text());
        assertEquals(End.STOP, finished.end());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "cut_clean, TRUNCATED, Boil the, \"\"", "cut_hard, TRUNCATED, Boil the, \"\"", "cut_midline, TRUNCATED, Boil the, \"\"",
        "miderr, IN_STREAM, Boil the, Provider returned error", "miderr_or, IN_STREAM, Boil the, Provider disconnected",
        "miderr_event, IN_STREAM, Boil the, overloaded", "errfield, IN_STREAM, Boil the, boom",
        "badjson, PROTOCOL, Boil the, \"\"", "stall, STALLED, Boil the, \"\"", "nohdr, FIRST_BYTE_TIMEOUT, \"\", \"\"",
        "200html, NOT_AN_AI_SERVER, \"\", \"\"",
        "200err, BAD_REQUEST, \"\", \"Unexpected endpoint or method. (POST /chat/completions). Returning 200 anyway\"",
        "502html, SERVER, \"\", \"\"", "moved, NOT_AN_AI_SERVER, \"\", \"\"",
        "401, AUTH, \"\", \"Incorrect API key provided: …\"",
        "429, RATE_LIMIT, \"\", \"Rate limit reached for m on requests per min (RPM): Limit 3\"",
        "429quota, NO_CREDIT, \"\", You exceeded your current quota",
        "400long, CONTEXT_TOO_LONG, \"\", the request exceeds the available context size",
        "400tools, NO_TOOLS, \"\", registry.ollama.ai/library/notools:latest does not support tools",
        "gemini, BAD_REQUEST, \"\", missing thought_signature", "404model, MODEL_NOT_FOUND, \"\", model 'm' not found"
    })
    void whatIsWrongIsCalledByItsName(String scenario, FailureKind kind, String partial, String said)
            throws InterruptedException {
        Heard heard = ask(scenario);
        ChatEvent.Failed failed = assertInstanceOf(ChatEvent.Failed.class, heard.end());
        assertEquals(kind, failed.failure().kind());
        assertEquals(partial, failed.partial());
        assertEquals(partial, heard.text());
        assertEquals(said, failed.failure().serverMessage());
    }

    @Test
    void theServersWishToWaitIsPassedOn() throws InterruptedException {
        ChatEvent.Failed failed = assertInstanceOf(ChatEvent.Failed.class, ask("429").end());
        assertEquals(Duration.ofSeconds(2), failed.failure().retryAfter());
    }

    @Test
    void anAnswerThatReachedItsLimitOrWasHeldBackIsWholeButSaysSo() throws InterruptedException {
        assertEquals(End.LENGTH, assertInstanceOf(ChatEvent.Finished.class, ask("len").end()).end());
        assertEquals(End.FILTERED, assertInstanceOf(ChatEvent.Finished.class, ask("filter").end()).end());
    }

    @Test
    void thoughtsAreNoPartOfTheAnswer() throws InterruptedException {
        Heard fields = ask("reasoning");
        Heard tags = ask("thinktags");
        fields.end();
        tags.end();
        assertEquals("thinking", fields.thinking());
        assertEquals("hm", tags.thinking());
    }

    @Test
    void toolCallsComeWholeAndAreEchoedWithWhatNobodyHereKnows() throws InterruptedException {
        ChatEvent.Finished finished = assertInstanceOf(ChatEvent.Finished.class, ask("tools").end());
        assertEquals(End.TOOL_CALLS, finished.end());
        assertEquals(
                List.of(new ToolCall("call_a", "get_pantry", "{\"expiring\":3}"), new ToolCall("call_b", "find", "{}")),
                finished.calls());
        assertNotNull(finished.raw());
        assertEquals(
                "abc",
                finished.raw().path("tool_calls").path(0).path("extra_content").path("google").path("thought_signature").asString());
    }

    @Test
    void callsWithoutAnIndexThatEndWithStopAreCallsAllTheSame() throws InterruptedException {
        ChatEvent.Finished finished = assertInstanceOf(ChatEvent.Finished.class, ask("tools_stopfr").end());
        assertEquals(End.TOOL_CALLS, finished.end());
        assertEquals(List.of(new ToolCall("call_a", "get_pantry", "{}")), finished.calls());
    }

    @Test
    void whatIsCountedIsTold() throws InterruptedException {
        assertEquals(new Usage(5, 3), assertInstanceOf(ChatEvent.Finished.class, ask("ok").end()).usage());
    }

    @Test
    void manyTokensComeInOrder() throws InterruptedException {
        Heard heard = ask("manytok");
        assertInstanceOf(ChatEvent.Finished.class, heard.end());
        assertEquals("word ".repeat(3000), heard.text());
    }

    @Test
    void stopEndsATurnAtAnyMomentAndKeepsTheText() throws InterruptedException {
        for (String scenario : List.of("endless", "nohdr", "stall")) {
            Heard heard = new Heard();
            RunningTurn turn = new HttpBackend(Heard.impatient(Wire.OPENAI, SERVER.address(scenario), null).withLimits(
                            Duration.ofMinutes(1), Duration.ofMinutes(1)))
                    .start(TurnRequest.of("m", "", List.of(new TurnMessage.User("Hi"))), heard);
            if (!scenario.equals("nohdr")) {
                heard.awaitText();
            }
            turn.cancel();
            turn.cancel();
            ChatEvent.Failed failed = assertInstanceOf(ChatEvent.Failed.class, heard.end());
            assertEquals(FailureKind.CANCELLED, failed.failure().kind());
            assertEquals(heard.text(), failed.partial());
            turn.cancel();
            assertEquals(failed, heard.end());
        }
    }

    @Test
    void stopBeforeAnythingWasSentEndsItToo() throws InterruptedException {
        Heard heard = new Heard();
        new HttpBackend(Endpoint.of(Wire.OPENAI, SERVER.address("ok"), null))
                .start(TurnRequest.of("m", "", List.of(new TurnMessage.User("Hi"))), heard)
                .cancel();
        ChatEvent.Terminal end = heard.end();
        assertTrue(end instanceof ChatEvent.Finished
                || ((ChatEvent.Failed) end).failure().kind() == FailureKind.CANCELLED);
    }

    @Test
    void addressesThatLeadNowhereAreUnreachable() throws InterruptedException {
        TurnRequest request = TurnRequest.of("m", "", List.of(new TurnMessage.User("Hi")));
        for (String address : List.of("http://127.0.0.1:1", "http://nobody.invalid")) {
            ChatEvent.Failed failed = assertInstanceOf(
                    ChatEvent.Failed.class, Heard.of(Endpoint.of(Wire.OPENAI, address, null), request).end());
            assertEquals(FailureKind.UNREACHABLE, failed.failure().kind(), address);
        }
    }

    @Test
    void nothingOffersHttp2ToAPlainAddress() throws InterruptedException {
        ask("ok").end();
        assertTrue(SERVER.requests().stream().anyMatch(request -> request.startsWith("POST /ok/chat/completions HTTP/1.1")));
        assertFalse(SERVER.requests().stream().anyMatch(request -> request.contains("h2c")), "no upgrade");
    }
}
