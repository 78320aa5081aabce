package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the recipes in a text of any shape this package knows; which one it is shows in the text, not in a file name. */
public final class TextReader {

    private static final Problem ZEROS = Problem.of(Problem.Kind.ZEROS, "");

    private final JsonLdReader json;
    private final PageReader pages;
    private final PlainTextReader plain;
    private final CooklangReader cooklang = new CooklangReader();
    private final CopyMeThatReader copyMeThat = new CopyMeThatReader();
    private final CsvReader tables;
    private final List<ProgramReader> programs =
            List.of(new MealieBackupReader(), new MealieReader(), new TandoorReader(), new PaprikaReader());

    public TextReader() {
        this(CsvColumns.BY_HEAD);
    }

    /** A reader that takes the columns of a table for what a person says they are. */
    public TextReader(CsvColumns columns) {
        HeadingWords words = HeadingWords.load();
        tables = new CsvReader(columns);
        json = new JsonLdReader(words);
        pages = new PageReader(words);
        plain = new PlainTextReader(words);
    }

    /**
     * The recipes in a text: one of a page, any number of a JSON file, one of plain text.
     *
     * @param given the text; never mind its size, callers limit it
     * @param address where it was fetched from; null if it was not
     * @return empty if no recipe was found
     */
    public List<Draft> read(String given, @Nullable String address) {
        return read(given, address, Patience.ENDLESS);
    }

    /**
     * As {@link #read(String, String)}, as long as there is patience.
     *
     * @throws java.util.concurrent.CancellationException once it is over
     */
    public List<Draft> read(String given, @Nullable String address, Patience patience) {
        String text = given.indexOf('\0') < 0 ? given : given.replace("\0", "");
        List<Draft> drafts = drafts(text, address, patience).stream().filter(draft -> draft.isRecipe() || draft.isOfProgram()).map(Tidy::tidied).toList();
        return text.length() == given.length() ? drafts : drafts.stream().map(d -> d.withProblem(ZEROS)).toList();
    }

    /** The first few thousand characters that are not blank. */
    private static String start(String text) {
        int from = 0;
        while (from < text.length() && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '\uFEFF')) {
            from++;
        }
        return text.substring(from, Math.min(text.length(), from + 4000));
    }

    private List<Draft> drafts(String text, @Nullable String address, Patience patience) {
        String start = start(text);
        if (start.startsWith("{") || start.matches("(?s)\\[\\s*[\\[{\"].*")) {
            return ofJson(text, patience);
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<") || lower.contains("<html") || lower.contains("<body") || lower.contains("<script")
                || lower.contains("<div") || lower.contains("<li")) {
            Page page = Page.of(text, address, patience);
            List<Draft> exported = address == null && CopyMeThatReader.knows(text) ? copyMeThat.read(page) : List.of();
            return exported.isEmpty() ? List.of(pages.read(page)) : exported;
        }
        if (CooklangReader.knows(text)) {
            return List.of(cooklang.read(text));
        }
        if (tables.knows(text)) {
            return tables.read(text, patience);
        }
        return List.of(plain.read(text, patience));
    }

    private List<Draft> ofJson(String text, Patience patience) {
        LenientJson.Reading reading = LenientJson.read(text, patience);
        List<Draft> drafts = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode value : reading.values()) {
            ofProgram(value, drafts, others, patience);
        }
        drafts.addAll(json.readAll(others, patience));
        return reading.mended()
                ? drafts.stream().map(draft -> draft.withProblem(Problem.of(Problem.Kind.FILE_MENDED, ""))).toList()
                : drafts;
    }

    private void ofProgram(JsonNode value, List<Draft> drafts, List<JsonNode> others, Patience patience) {
        patience.check();
        if (value.isArray()) {
            value.values().forEach(each -> ofProgram(each, drafts, others, patience));
            return;
        }
        for (ProgramReader program : programs) {
            if (program.knows(value)) {
                drafts.addAll(program.read(value, patience));
                return;
            }
        }
        others.add(value);
    }
}
