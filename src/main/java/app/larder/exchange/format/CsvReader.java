package app.larder.exchange.format;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table of recipes (RFC 4180; commas, semicolons or tabs), one a row, its columns told by the first row. */
final class CsvReader {

    private static final int LONGEST_HEAD = 4_000;

    private final CsvColumns chosen;

    CsvReader(CsvColumns chosen) {
        this.chosen = chosen;
    }

    /** Whether a text is such a table: a first row with a column for the title and one more that is known. */
    boolean knows(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || end > LONGEST_HEAD) {
            return false;
        }
        String head = text.substring(0, end);
        return Stream.of(',', ';', '\t').anyMatch(c -> head.indexOf(c) >= 0) && columns(rows(head, separator(head)).getFirst()).containsKey(CsvColumns.Field.TITLE)
                && columns(rows(head, separator(head)).getFirst()).size() > 1;
    }

    List<Draft> read(String text, Patience patience) {
        int end = text.indexOf('\n');
        List<List<String>> rows = rows(text, separator(text.substring(0, end)));
        List<String> head = rows.getFirst();
        Map<CsvColumns.Field, List<Integer>> columns = columns(head);
        List<Draft> drafts = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            patience.check();
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                drafts.add(draft(head, columns, row));
            }
        }
        return drafts;
    }

    private static char separator(String head) {
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            best = count(head, c) > count(head, best) ? c : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    private Map<CsvColumns.Field, List<Integer>> columns(List<String> head) {
        Map<CsvColumns.Field, List<Integer>> columns = new EnumMap<>(CsvColumns.Field.class);
        for (int i = 0; i < head.size(); i++) {
            CsvColumns.Field field = chosen.field(SearchForm.of(head.get(i)).strip());
            if (field != null) {
                columns.computeIfAbsent(field, k -> new ArrayList<>()).add(i);
            }
        }
        return columns;
    }

    private static Draft draft(List<String> head, Map<CsvColumns.Field, List<Integer>> columns, List<String> row) {
        Map<CsvColumns.Field, String> cells = new EnumMap<>(CsvColumns.Field.class);
        columns.forEach((field, places) -> {
            List<String> said = places.stream().filter(i -> i < row.size()).map(row::get).filter(s -> !s.isBlank()).toList();
            if (!said.isEmpty()) {
                cells.put(field, String.join("\n", said));
            }
        });
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(head.size(), row.size()); i++) {
            fields.put(head.get(i).strip(), row.get(i));
        }
        IngredientLines lines = new IngredientLines();
        parts(cells.get(CsvColumns.Field.INGREDIENTS), "[;|]").forEach(lines::add);
        List<Problem> problems = new ArrayList<>();
        String source = cells.get(CsvColumns.Field.SOURCE);
        String link = source != null && source.strip().matches("https?://\\S+") ? source.strip() : null;
        String servings = cells.get(CsvColumns.Field.SERVINGS);
        String rating = cells.getOrDefault(CsvColumns.Field.RATING, "").strip();
        return new Draft(
                new Draft.About(
                        cells.containsKey(CsvColumns.Field.TITLE) ? CleanText.line(cells.get(CsvColumns.Field.TITLE)) : null,
                        cells.get(CsvColumns.Field.DESCRIPTION),
                        parts(cells.get(CsvColumns.Field.TAGS), "[,;|]"),
                        link == null ? source : null,
                        link),
                lines.lines(),
                Numbering.removed(parts(cells.get(CsvColumns.Field.STEPS), "\\|")),
                new Draft.Times(
                        minutes(cells.get(CsvColumns.Field.PREP_TIME), Problem.Kind.NO_PREP_TIME, problems),
                        minutes(cells.get(CsvColumns.Field.COOK_TIME), Problem.Kind.NO_COOK_TIME, problems),
                        minutes(cells.get(CsvColumns.Field.TOTAL_TIME), Problem.Kind.NO_TOTAL_TIME, problems)),
                servings == null ? Draft.Portions.NONE : Servings.of(List.of(servings)),
                problems,
                new Draft.Extras(
                        cells.get(CsvColumns.Field.NOTES),
                        rating.matches("[1-5]") ? Integer.valueOf(rating) : null,
                        null,
                        new Origin("csv", null, fields),
                        List.of()));
    }

    private static @Nullable Integer minutes(@Nullable String cell, Problem.Kind kind, List<Problem> problems) {
        Integer minutes = cell == null ? null : Minutes.of(cell).minutes();
        if (cell != null && minutes == null) {
            problems.add(Problem.of(kind, "", cell));
        }
        return minutes;
    }

    /** A cell's lines, or, where it is one line, its parts between {@code separator}s. */
    private static List<String> parts(@Nullable String cell, String separator) {
        if (cell == null) {
            return List.of();
        }
        List<String> lines = CleanText.lines(cell);
        return lines.size() > 1
                ? lines
                : lines.stream().flatMap(line -> Stream.of(line.split(separator, -1))).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                row.add(cell.toString().replaceFirst("\r$", ""));
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }
}
