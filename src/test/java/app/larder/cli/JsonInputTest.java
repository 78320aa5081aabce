package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the commands take from standard input. */
final class JsonInputTest {

    private static List<JsonNode> read(byte[] bytes) {
        return JsonInput.objects(new ByteArrayInputStream(bytes));
    }

    @Test
    void readsEveryLetterOfUtf8() {
        List<JsonNode> read = read("{\"name\":\"Käse 🧀\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("Käse 🧀", read.getFirst().get("name").asString());
    }

    @Test
    void refusesTextInAnotherEncodingInsteadOfStoringQuestionMarks() {
        byte[] latin1 = "{\"name\":\"Käse\"}".getBytes(StandardCharsets.ISO_8859_1);
        CommandFailure failure = assertThrows(CommandFailure.class, () -> read(latin1));
        assertEquals(Exit.USAGE, failure.exitCode());
        assertEquals("Standard input is not UTF-8 text; nothing was changed.", failure.getMessage());
    }

    @Test
    void refusesATextThatEndsInTheMidstOfALetter() {
        byte[] whole = "{\"name\":\"Kä".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertEquals(
                "Standard input is not UTF-8 text; nothing was changed.",
                assertThrows(CommandFailure.class, () -> read(cut)).getMessage());
    }

    @Test
    void refusesWhatIsNotJson() {
        byte[] bytes = "name: cheese".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "Standard input is not JSON; nothing was changed.",
                assertThrows(CommandFailure.class, () -> read(bytes)).getMessage());
    }
}
