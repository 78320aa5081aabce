package app.larder.kitchen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The hand-labelled lines that lie beside the project, scored by the same rules as the shared scoring script. */
final class CorpusTest {

    private static final Pattern MIXED = Pattern.compile("(\\d+)?\\s*#(\\d+)\\$(\\d+).*");
    private static final Pattern PLAIN = Pattern.compile("(\\d+(?:\\.\\d+)?).*");
    private static final Map<String, String> UNITS = new HashMap<>();

    static {
        String[] same = {"g gram grams gr", "kg kilogram kilograms kilo kilos", "ml milliliter milliliters millilitre millilitres",
            "l liter liters litre litres", "oz ounce ounces", "lb pound pounds lbs", "tsp teaspoon teaspoons tsps",
            "tbsp tablespoon tablespoons tbsps tbs", "cup cups", "pt pint pints", "qt quart quarts", "gal gallon gallons"};
        for (String words : same) {
            for (String word : words.split(" ", -1)) {
                UNITS.put(word, words.substring(0, words.indexOf(' ')));
            }
        }
    }

    @Test
    void readsHandLabelledLinesAsWellAsMeasured() throws IOException {
        String shared = System.getenv("LARDER_SHARED");
        Path file = Path.of(shared == null ? "../shared" : shared).resolve("corpus/ingredient-lines.csv");
        Assumptions.assumeTrue(Files.exists(file), "SKIPPED: the labelled lines are not there: " + file.toAbsolutePath());
        int quantities = 0;
        int units = 0;
        int names = 0;
        int all = 0;
        int lines = 0;
        for (List<String> row : rows(Files.readString(file))) {
            if (row.size() < 5 || row.getFirst().equals("source")) {
                continue;
            }
            ParsedLine line = IngredientLineParser.parse(row.get(1).replace('\n', ' '));
            assertEquals(row.get(1).replace('\n', ' '), line.text());
            boolean name = norm(row.get(2)).equals(norm(line.name()));
            boolean quantity = amount(row.get(3)).equals(Optional.ofNullable(line.quantity()));
            boolean unit = unit(row.get(4)).equals(unit(line.unit()));
            lines++;
            names += name ? 1 : 0;
            quantities += quantity ? 1 : 0;
            units += unit ? 1 : 0;
            all += name && quantity && unit ? 1 : 0;
        }
        assertTrue(lines > 18_000, "the file has only " + lines + " lines");
        assertAtLeast(0.974, quantities, lines, "quantity");
        assertAtLeast(0.951, units, lines, "unit");
        assertAtLeast(0.922, names, lines, "name");
        assertAtLeast(0.87, all, lines, "all three");
    }

    private static void assertAtLeast(double floor, int right, int lines, String what) {
        double share = right / (double) lines;
        assertTrue(share >= floor, () -> what + " is right on " + share + " of the lines, less than " + floor);
    }

    private static Optional<Quantity> amount(String label) {
        Matcher mixed = MIXED.matcher(label.strip());
        if (mixed.matches()) {
            Quantity part = Quantity.of(Long.parseLong(mixed.group(2)), Long.parseLong(mixed.group(3)));
            return Optional.of(mixed.group(1) == null ? part : part.plus(Quantity.of(Long.parseLong(mixed.group(1)))));
        }
        Matcher plain = PLAIN.matcher(label.strip());
        return plain.matches() ? Quantity.parse(plain.group(1)) : Optional.empty();
    }

    private static String unit(String text) {
        String word = norm(text).replace("fluid ounces", "floz").replace("fluid ounce", "floz").replace("fl oz", "floz")
                .split(" ", -1)[0];
        String stem = word;
        while (word.length() > 3 && stem.endsWith("s")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return UNITS.getOrDefault(word, stem);
    }

    private static String norm(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_%/]+", " ").strip();
    }

    /** Comma-separated values with quoted fields (RFC 4180). */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        assertEquals("", field.toString(), "the file ends within a line: " + StandardCharsets.UTF_8);
        return rows;
    }
}
