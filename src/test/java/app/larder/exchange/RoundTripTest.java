package app.larder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.input.LinkReader;
import app.larder.exchange.output.Exporter;
import app.larder.exchange.output.Format;
import app.larder.recipes.Ingredient;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes out comes back the same, and what came in goes out the same, key by key. */
class RoundTripTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Database database;
    private RecipeRepository recipes;
    private PhotoRepository photos;
    private Importer importer;
    private Exporter exporter;

    @BeforeEach
    void open() {
        database = Database.memory("round-" + UUID.randomUUID());
        UserStore rows = database.openFor(database.localUser("cook"));
        recipes = rows.recipes();
        photos = rows.photos();
        importer = new Importer(Clock.systemUTC(), LinkReader::usual, () -> recipes, () -> photos);
        exporter = new Exporter(() -> recipes, () -> photos);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path exported(Format format) throws IOException {
        Path file = folder.resolve("out." + format.ending());
        exporter.write(exporter.all(), format, file, count -> {}, () -> false);
        return file;
    }

    private List<ImportedRecipe> read(Path file) {
        ImportReport report =
                importer.read(List.of(new ImportSource.OnDisk(file)), item -> {}, ImportProgress.SILENT, () -> false);
        assertEquals(List.of(), report.failures());
        return report.recipes();
    }

    // Our model, out and back in

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"PAPRIKA", "JSON_LD", "MEALIE", "COOKLANG"})
    void whatAFormatCanHoldComesBackEqual(Format format) throws IOException {
        Random random = new Random(7);
        Map<String, Recipe> before = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            Recipe recipe = some(random, i);
            before.put(recipe.name(), recipe);
        }
        recipes.add(List.copyOf(before.values()));
        List<ImportedRecipe> back = read(exported(format));
        assertEquals(before.size(), back.size());
        for (ImportedRecipe found : back) {
            Recipe was = Objects.requireNonNull(before.get(found.recipe().name()), found.recipe().name());
            assertEquals(held(was, format), held(found.recipe(), format));
        }
    }

    /** What a recipe says, as far as a format can say it (src/site/markdown/formats.md). */
    private static List<?> held(Recipe recipe, Format format) {
        RecipeDetails details = recipe.details();
        boolean cooklang = format == Format.COOKLANG;
        boolean linkOnly = format == Format.MEALIE;
        return Arrays.asList(
                recipe.name(),
                recipe.description(),
                recipe.ingredients().stream()
                        .map(line -> List.of(cooklang ? line.name() : line.line(), Objects.requireNonNullElse(line.section(), "")))
                        .toList(),
                recipe.steps(),
                recipe.prepTimeMinutes(),
                details.cookTimeMinutes(),
                details.totalTimeMinutes(),
                details.servings(),
                details.tags(),
                details.notes(),
                details.rating(),
                linkOnly && recipe.source() != null && !recipe.source().startsWith("http") ? null : recipe.source(),
                cooklang ? null : recipe.createdAt());
    }

    private static final List<String> LINES =
            List.of("2 cups flour", "250 g Zucker", "3 eggs", "1 tsp salt", "400 ml Milch", "100 g γιαούρτι", "2 EL мука");

    private static Recipe some(Random random, int number) {
        List<Ingredient> lines = new ArrayList<>();
        boolean sections = random.nextBoolean();
        for (int i = 0; i <= random.nextInt(6); i++) {
            String text = LINES.get(random.nextInt(LINES.size()));
            String[] parts = text.split(" ", 3);
            boolean unit = parts.length == 3;
            lines.add(new Ingredient(
                    parts[parts.length - 1], parts[0], unit ? parts[1] : "", null, text, null,
                    sections ? i < 3 ? "For the dough" : "Für die Füllung" : null, null, false, Map.of()));
        }
        List<String> steps = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            steps.add(List.of("Mix everything well.", "Bake until golden, 20 minutes.", "Kühl stellen; dann \"servieren\".").get(random.nextInt(3)));
        }
        return new Recipe(
                UUID.randomUUID(),
                "Recipe (no. " + number + ") / ä€",
                random.nextBoolean() ? "Good: \"very\" good" : null,
                lines,
                random.nextBoolean() ? 15 : null,
                String.join("\n", steps),
                random.nextBoolean() ? "https://example.org/" + number : random.nextBoolean() ? "Oma" : null,
                Instant.parse("2024-02-03T04:05:06Z"),
                new RecipeDetails(
                        random.nextBoolean() ? 4 : null, null, random.nextBoolean() ? 70 : null, 90,
                        random.nextBoolean() ? List.of("quick", "Süßes") : List.of(),
                        random.nextBoolean() ? "Less sugar next time." : null, null,
                        random.nextBoolean() ? 1 + random.nextInt(5) : null, null));
    }

    // Other programs' files, in and back out, key by key

    @Test
    void paprikaGoesOutAsItCame() throws IOException {
        importer.commit(read(RealExportsTest.export("paprika.zip")));
        Map<String, JsonNode> came = paprika(RealExportsTest.export("paprika.zip"));
        Map<String, JsonNode> went = paprika(exported(Format.PAPRIKA));
        assertEquals(5, came.size());
        assertEquals(came, went);
    }

    private static Map<String, JsonNode> paprika(Path file) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".paprikarecipe") && !entry.getName().contains("__MACOSX")) {
                    JsonNode recipe = JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(zip.readAllBytes())));
                    all.put(recipe.get("uid").asString(), recipe);
                }
            }
        }
        return all;
    }

    @Test
    void mealieGoesOutAsItCame() throws IOException {
        importer.commit(read(RealExportsTest.export("mealie.zip")));
        Map<String, JsonNode> came = named(RealExportsTest.export("mealie.zip"));
        assertEquals(3, came.size());
        assertEquals(came, named(exported(Format.MEALIE)));
    }

    @Test
    void nextcloudGoesOutAsItCame() throws IOException {
        importer.commit(read(RealExportsTest.export("nextcloud.zip")));
        Map<String, JsonNode> came = named(RealExportsTest.export("nextcloud.zip"));
        Map<String, JsonNode> went = new TreeMap<>();
        for (JsonNode recipe : JSON.readTree(Files.readAllBytes(exported(Format.JSON_LD))).values()) {
            went.put(recipe.get("name").asString(), recipe);
        }
        assertEquals(3, came.size());
        for (Map.Entry<String, JsonNode> each : came.entrySet()) {
            JsonNode out = Objects.requireNonNull(went.get(each.getKey()));
            each.getValue().forEachEntry((key, value) -> {
                if (key.equals("image")) {
                    assertTrue(out.get(key).toString().contains(value.asString()), "the address stays beside the photo");
                } else {
                    assertEquals(value, out.get(key), each.getKey() + " " + key);
                }
            });
        }
    }

    private static Map<String, JsonNode> named(Path file) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json") && !entry.getName().contains("__MACOSX")) {
                    JsonNode recipe = JSON.readTree(zip.readAllBytes());
                    all.put(recipe.get("name").asString(), recipe);
                }
            }
        }
        return all;
    }

    @Test
    void whatWasChangedHereGoesOutChangedAndTheRestAsItCame() throws IOException {
        Batch batch = importer.commit(read(RealExportsTest.export("paprika.zip")));
        Recipe first = batch.recipes().getFirst();
        recipes.update(new Recipe(
                first.id(), first.name(), first.description(), first.ingredients(), first.prepTimeMinutes(), first.instructions(),
                first.source(), first.createdAt(), first.details().withRating(4)));
        String uid = Objects.requireNonNull(Objects.requireNonNull(first.details().origin()).id());
        JsonNode went = Objects.requireNonNull(paprika(exported(Format.PAPRIKA)).get(uid));
        JsonNode came = Objects.requireNonNull(paprika(RealExportsTest.export("paprika.zip")).get(uid));
        assertEquals(4, went.get("rating").asInt());
        assertEquals(came.get("directions"), went.get("directions"));
        assertEquals(came.get("hash"), went.get("hash"));
    }

    // Paper

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"PDF", "MARKDOWN"})
    void paperIsWritten(Format format) throws IOException {
        Random random = new Random(3);
        recipes.add(List.of(some(random, 1), some(random, 2), some(random, 3)));
        Path file = exported(format);
        assertTrue(Files.size(file) > 1_000);
        if (format == Format.MARKDOWN) {
            List<ImportedRecipe> back = read(file);
            assertEquals(3, back.size());
            assertEquals(
                    recipes.find(exporter.all().getFirst()).orElseThrow().steps(), back.getFirst().steps());
        } else {
            try (var pdf = org.apache.pdfbox.Loader.loadPDF(file.toFile())) {
                assertEquals(4, pdf.getNumberOfPages(), "three recipes and the contents");
                String text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
                assertTrue(text.contains("ä€"), text);
            }
        }
    }
}
