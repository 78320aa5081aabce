package app.larder.cli;

import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code larder parse}: reads ingredient lines from standard input and says what each means. Opens no profile. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = {
            "Reads ingredient lines from standard input (UTF-8, one a line) and prints what each says.",
            "Every line has exactly one answer, in the same order. Nothing is stored."
        })
public final class ParseCommand implements Callable<Integer> {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final PrintStream out;
    private final JsonLines json = new JsonLines();

    @Option(
            names = "--json",
            description = "One JSON object a line: text, quantity, quantityMax, unit, name, note, optional.")
    private boolean asJson;

    /** Reads what comes in and writes what goes out there. */
    public ParseCommand(Streams streams) {
        this(streams.in(), streams.out());
    }

    ParseCommand(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** The answer's keys in the order they are printed. */
    record Answer(
            String text,
            @Nullable String quantity,
            @Nullable String quantityMax,
            String unit,
            String name,
            String note,
            boolean optional) {

        static Answer of(ParsedLine line) {
            return new Answer(line.text(), text(line.quantity()), text(line.quantityMax()), line.unit(), line.name(),
                    line.note(), line.optional());
        }

        private static @Nullable String text(@Nullable Quantity quantity) {
            return quantity == null ? null : quantity.toString();
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintStream buffered = new PrintStream(new BufferedOutputStream(out, CHUNK), false, StandardCharsets.UTF_8);
        if (!asJson) {
            buffered.printf("%-10s %-12s %-32s %s%n", "quantity", "unit", "name", "note");
        }
        byte[] chunk = new byte[CHUNK];
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            int start = 0;
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, start, i - start);
                    answer(line, buffered);
                    start = i + 1;
                }
            }
            line.write(chunk, start, read - start);
            buffered.flush();
        }
        if (line.size() > 0) {
            answer(line, buffered);
        }
        buffered.flush();
        return buffered.checkError() ? 1 : 0;
    }

    private void answer(ByteArrayOutputStream bytes, PrintStream to) {
        // Bytes that are not UTF-8 become U+FFFD instead of ending the run: every line is promised an answer, and
        // nothing is stored.
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        ParsedLine parsed = IngredientLineParser.parse(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        if (asJson) {
            json.print(Answer.of(parsed), to);
            return;
        }
        Quantity least = parsed.quantity();
        Quantity most = parsed.quantityMax();
        String amount = (least == null ? "" : least.toString()) + (most == null ? "" : "-" + most);
        to.printf("%-10s %-12s %-32s %s%s%n", amount, parsed.unit(), oneLine(parsed.name()), oneLine(parsed.note()),
                parsed.optional() ? " [optional]" : "");
    }

    private static String oneLine(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(Character.isISOControl(c) ? '\ufffd' : c));
        return visible.toString();
    }
}
