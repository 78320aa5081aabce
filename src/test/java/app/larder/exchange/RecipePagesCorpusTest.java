package app.larder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.input.LinkReader;
import app.larder.recipes.Ingredient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the corpus of real recipe pages, which stands outside the repository, and holds the share of right fields to its
 * floors. Counts as {@code score-pages.py} does. Skipped where the corpus or the {@code tar} command is missing.
 */
class RecipePagesCorpusTest {

    private static final Map<String, Double> FLOORS =
            Map.of("title", 0.97, "ingredients", 0.90, "instructions", 0.86, "total_time", 0.96, "prep_time", 0.95);

    @TempDir
    private Path folder;

    @Test
    void realPagesAreReadAtLeastAsWellAsBefore() throws Exception {
        String shared = System.getenv("LARDER_SHARED");
        Path corpus = Path.of(shared == null ? "../shared" : shared, "corpus", "recipe-pages.tar.xz");
        Assumptions.assumeTrue(Files.isReadable(corpus), "SKIPPED: the corpus of recipe pages is not at " + corpus);
        Assumptions.assumeTrue(unpacked(corpus), "SKIPPED: tar could not unpack " + corpus);

        Map<String, JsonNode> wanted = new TreeMap<>();
        Path pages = Files.createDirectories(folder.resolve("pages"));
        JsonMapper mapper = new JsonMapper();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json")) {
                    wanted.put(name.replaceFirst("\\.json$", ""), mapper.readTree(Files.readString(file)));
                } else {
                    Files.move(file, pages.resolve(name));
                }
            }
        }
        Importer importer = new Importer(Clock.systemUTC(), LinkReader::usual, () -> {
            throw new IllegalStateException("a dry run asks for no recipes");
        });
        ImportReport report = importer.read(List.of(new ImportSource.OnDisk(pages)), item -> {}, ImportProgress.SILENT, () -> false);
        Map<String, ImportedRecipe> found = new HashMap<>();
        report.recipes().forEach(r -> found.putIfAbsent(Path.of(r.file()).getFileName().toString().replaceFirst("\\.html$", ""), r));

        assertTrue(wanted.size() > 100, "only " + wanted.size() + " pages were unpacked");
        assertEquals(List.of(), report.failures());
        Map<String, int[]> tally = new TreeMap<>();
        wanted.forEach((key, want) -> count(tally, want, found.get(key)));
        FLOORS.forEach((field, floor) -> {
            int[] right = Objects.requireNonNull(tally.get(field));
            double share = (double) right[0] / right[1];
            assertTrue(share >= floor, () -> field + ": " + share + " of " + right[1] + " pages are right, the floor is " + floor);
        });
    }

    private boolean unpacked(Path corpus) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xJf", corpus.toAbsolutePath().toString(), "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = tar.getInputStream()) {
            said.readAllBytes();
        }
        return tar.waitFor(1, TimeUnit.MINUTES) && tar.exitValue() == 0;
    }

    private static void count(Map<String, int[]> tally, JsonNode want, @Nullable ImportedRecipe got) {
        count(tally, "title", want.get("title"), got == null ? "" : got.recipe().name());
        count(tally, "ingredients", want.get("ingredients"),
                got == null ? "" : joined(got.recipe().ingredients().stream().map(Ingredient::line).toList()));
        count(tally, "instructions", want.get("instructions_list"), got == null ? "" : joined(got.steps()));
        count(tally, "total_time", want.get("total_time"), got == null ? "" : String.valueOf(got.recipe().minutes()));
        count(tally, "prep_time", want.get("prep_time"), got == null ? "" : String.valueOf(got.recipe().prepTimeMinutes()));
    }

    private static void count(Map<String, int[]> tally, String field, @Nullable JsonNode want, String got) {
        if (want == null || want.isNull() || (want.isArray() ? want.isEmpty() : want.asString().isEmpty())) {
            return;
        }
        String expected = want.isArray() ? joined(want.values().stream().map(JsonNode::asString).toList()) : folded(want.asString());
        int[] right = tally.computeIfAbsent(field, k -> new int[2]);
        right[0] += expected.equals(folded(got)) ? 1 : 0;
        right[1]++;
    }

    private static String joined(List<String> lines) {
        return String.join(" ", lines.stream().map(RecipePagesCorpusTest::folded).filter(s -> !s.isEmpty()).toList());
    }

    private static String folded(String text) {
        String plain = Parser.unescapeEntities(Parser.unescapeEntities(text, false), false).replaceAll("<[^>]+>", " ");
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFKC).replace('\u2044', '/').toLowerCase(Locale.ROOT);
        return folded.replaceAll("(?U)[^\\w/.,%°]+", " ").strip();
    }
}
