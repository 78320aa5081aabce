package app.larder.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one size. */
final class BenchReport {

    private static final String YARDSTICK = "SQLite FTS5";

    /** One line of the result: times in milliseconds, and the mean processor time. */
    record Line(String target, String question, int samples, double p50, double p95, double cpu) {}

    private final int recipes;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Double> once = new LinkedHashMap<>();

    BenchReport(int recipes) {
        this.recipes = recipes;
    }

    void add(String target, String question, Samples samples) {
        if (samples.count() > 0) {
            lines.add(new Line(
                    target, question, samples.count(), samples.p50(), samples.p95(), samples.meanCpuMillis()));
        }
    }

    /** A figure that is measured once. */
    void once(String target, String what, double value) {
        once.put(target + ": " + what, value);
    }

    /**
     * A table: p50/p95 of each target in milliseconds, the mean processor time in this process (a server's is not in
     * it), which other work on the machine disturbs less, and how many times the yardstick's each of these is.
     */
    void print(PrintStream out) {
        Set<String> targets = new LinkedHashSet<>();
        Set<String> questions = new LinkedHashSet<>();
        for (Line line : lines) {
            targets.add(line.target());
            questions.add(line.question());
        }
        out.printf("%n%,d recipes: p50 / p95 / mean CPU in ms (as a multiple of SQLite's)%n%-36s", recipes, "");
        targets.forEach(target -> out.printf("%-44s", target));
        out.println();
        for (String question : questions) {
            out.printf("%-36s", question);
            targets.forEach(target -> out.printf("%-44s", cell(target, question)));
            out.println();
        }
        once.forEach((what, value) -> out.printf("%-36s%.2f%n", what, value));
    }

    private String cell(String target, String question) {
        Line line = line(target, question);
        if (line == null) {
            return "-";
        }
        String times = String.format(Locale.ROOT, "%.2f / %.2f / %.2f", line.p50(), line.p95(), line.cpu());
        Line yardstick = line(YARDSTICK, question);
        return yardstick == null || target.equals(YARDSTICK)
                ? times
                : times + String.format(
                        Locale.ROOT,
                        " (%.2fx %.2fx %.2fx)",
                        line.p50() / yardstick.p50(),
                        line.p95() / yardstick.p95(),
                        line.cpu() / yardstick.cpu());
    }

    private @org.jspecify.annotations.Nullable Line line(String target, String question) {
        return lines.stream()
                .filter(l -> l.target().equals(target) && l.question().equals(question))
                .findFirst()
                .orElse(null);
    }

    /** Writes the figures as JSON. */
    void write(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("recipes", recipes);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", Runtime.version().toString());
        report.put("once", once);
        report.put("lines", lines);
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
}
