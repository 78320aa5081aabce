package app.larder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

final class ParseCommandTest {

    private static String run(String input, String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.ISO_8859_1);
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        assertEquals(0, new CommandLine(new ParseCommand(in, out)).execute(args));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheKeysInTheirOrder() {
        assertEquals(
                "{\"text\":\"2-3 EL Öl, heiß\",\"quantity\":\"2\",\"quantityMax\":\"3\",\"unit\":\"EL\",\"name\":\"Öl\","
                        + "\"note\":\"heiß\",\"optional\":false}\n",
                run("2-3 EL Öl, heiß\n", "--json"));
        assertEquals(
                "{\"text\":\"salt\",\"quantity\":null,\"quantityMax\":null,\"unit\":\"\",\"name\":\"salt\",\"note\":\"\","
                        + "\"optional\":false}\n",
                run("salt", "--json"));
    }

    @Test
    void answersEveryLineOnceWhateverItHolds() {
        String input = "a\n\n \n\u0000\nx\u0085y\u2028z\u2029\u000b\u000c\u001b\n\"\\\n1 cup\r\nb\rc\n\uD83C\uDF45\nlast";
        String output = run(input, "--json");
        List<String> lines = List.of(output.split("\n", -1));
        String[] wanted = input.split("\n", -1);
        assertEquals(wanted.length + 1, lines.size());
        for (int i = 0; i < wanted.length; i++) {
            Object text = new JsonMapper().readValue(lines.get(i), Map.class).get("text");
            assertEquals(wanted[i].endsWith("\r") ? wanted[i].substring(0, wanted[i].length() - 1) : wanted[i], text);
        }
        assertTrue(output.contains("x\\u0085y\\u2028z\\u2029"), output);
        assertTrue(output.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
    }

    @Test
    void randomBytesAreAnsweredLineByLine() {
        byte[] bytes = new byte[200_000];
        new Random(5).nextBytes(bytes);
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        lines -= bytes[bytes.length - 1] == '\n' ? 1 : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CommandLine(new ParseCommand(new ByteArrayInputStream(bytes), new PrintStream(out, false, StandardCharsets.UTF_8)))
                .execute("--json");
        assertEquals(lines, out.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void printsATableForPeople() {
        String table = run("1 1/2 cups flour, sifted\n", new String[0]);
        assertTrue(table.contains("1 1/2      cups         flour"), table);
        assertTrue(table.contains("sifted"), table);
    }

    @Test
    void jsonLinesEscapeLoneSurrogatesAndKeepPairs() {
        String line = new JsonLines().line(Map.of("k", "a\ud800b\udc00c\uD83C\uDF45\u0085"));
        assertEquals("{\"k\":\"a\\ud800b\\udc00c\uD83C\uDF45\\u0085\"}", line);
        assertFalse(line.contains("\n"));
    }
}
