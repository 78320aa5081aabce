package app.larder.chat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of real servers, cut in every way: the same events, and exactly one last one. */
class CapturedWiresTest {

    private static final Path WIRES = Path.of("src/test/resources/chat/wire");

    private record Read(List<ChatEvent> events, ChatEvent.Terminal end) {

        String text() {
            return events.stream()
                    .filter(ChatEvent.Text.class::isInstance)
                    .map(event -> ((ChatEvent.Text) event).text())
                    .collect(Collectors.joining());
        }
    }

    private static Read read(Wire wire, List<byte[]> pieces, boolean breaks) {
        List<ChatEvent> events = new ArrayList<>();
        WireFormat.Reading reading = WireFormat.of(Endpoint.of(wire, "localhost:1", null)).reading(events::add);
        ChatEvent.Terminal end;
        try {
            end = HttpTurn.stream(new ScriptedStream(pieces, breaks), reading.decoder(), () -> {});
        } catch (StreamFault e) {
            end = reading.failed(e.failure());
        }
        return new Read(events, end);
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,openai-text", "OPENAI,openai-tools-stream", "ANTHROPIC,anthropic", "OLLAMA,ollama-text", "OLLAMA,ollama-tools"})
    void cuttingAStreamInTwoAnywhereChangesNothing(Wire wire, String name) throws IOException {
        byte[] all = Files.readAllBytes(WIRES.resolve(name + ".txt"));
        Read whole = read(wire, List.of(all), false);
        assertInstanceOf(ChatEvent.Finished.class, whole.end());
        for (int cut = 1; cut < all.length; cut++) {
            Read halves = read(
                    wire, List.of(Arrays.copyOfRange(all, 0, cut), Arrays.copyOfRange(all, cut, all.length)), false);
            assertEquals(whole, halves, "cut at byte " + cut);
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,openai-text", "OPENAI,openai-tools-stream", "ANTHROPIC,anthropic", "OLLAMA,ollama-text", "OLLAMA,ollama-tools"})
    void piecesOfAnySizeAndOtherLineEndsChangeNothing(Wire wire, String name) throws IOException {
        String text = Files.readString(WIRES.resolve(name + ".txt"));
        Read whole = read(wire, List.of(text.getBytes(StandardCharsets.UTF_8)), false);
        Random random = new Random(7);
        for (String end : List.of("\n", "\r\n", "\r")) {
            byte[] all = ("\ufeff" + text.replace("\n", end)).getBytes(StandardCharsets.UTF_8);
            for (int round = 0; round < 20; round++) {
                List<byte[]> pieces = new ArrayList<>();
                for (int at = 0; at < all.length; ) {
                    int next = Math.min(all.length, at + 1 + random.nextInt(40));
                    pieces.add(Arrays.copyOfRange(all, at, next));
                    at = next;
                }
                assertEquals(whole, read(wire, pieces, false));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,openai-text", "OPENAI,openai-tools-stream", "ANTHROPIC,anthropic", "OLLAMA,ollama-text", "OLLAMA,ollama-tools"})
    void aStreamThatEndsTooEarlySaysSoAndKeepsItsText(Wire wire, String name) throws IOException {
        byte[] all = Files.readAllBytes(WIRES.resolve(name + ".txt"));
        Read whole = read(wire, List.of(all), false);
        int truncated = 0;
        for (int cut = 1; cut < all.length; cut++) {
            for (boolean breaks : List.of(false, true)) {
                Read part = read(wire, List.of(Arrays.copyOfRange(all, 0, cut)), breaks);
                assertTrue(whole.text().startsWith(part.text()), "cut at byte " + cut);
                switch (part.end()) {
                    case ChatEvent.Finished finished -> assertEquals(whole.text(), finished.text(), "cut at byte " + cut);
                    case ChatEvent.Failed failed -> {
                        truncated++;
                        assertEquals(part.text(), failed.partial());
                        assertTrue(
                                List.of(FailureKind.TRUNCATED, FailureKind.NOT_AN_AI_SERVER).contains(failed.failure().kind()),
                                () -> "cut short: " + failed);
                    }
                }
            }
        }
        assertTrue(truncated > all.length, "most cuts come before the end");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI,openai-tools-stream,'{\"expiring_within_days\": 3}'",
        "ANTHROPIC,anthropic,'{\"expiring_within_days\": 3}'",
        "OLLAMA,ollama-tools,'{\"expiring_within_days\":3}'"
    })
    void aToolCallIsPutTogether(Wire wire, String name, String arguments) throws IOException {
        Read whole = read(wire, List.of(Files.readAllBytes(WIRES.resolve(name + ".txt"))), false);
        ChatEvent.Finished finished = assertInstanceOf(ChatEvent.Finished.class, whole.end());
        assertEquals(End.TOOL_CALLS, finished.end());
        assertEquals(1, finished.calls().size());
        assertEquals("get_pantry", finished.calls().getFirst().name());
        assertEquals(Json.MAPPER.readTree(arguments), Json.MAPPER.readTree(finished.calls().getFirst().arguments()));
        assertEquals(List.of(new ChatEvent.ToolStarted("get_pantry")), whole.events());
    }
}
