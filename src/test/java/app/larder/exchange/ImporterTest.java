package app.larder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.larder.exchange.input.LinkReader;
import app.larder.recipes.AddedRecipes;
import app.larder.recipes.AddedRecipes.TakenBack;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading in and keeping, over a real database in memory. */
class ImporterTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private static Database database;
    private static RecipeRepository recipes;

    private final Importer importer = new Importer(CLOCK, LinkReader::usual, () -> recipes);

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = Database.memory("importer-" + UUID.randomUUID());
        recipes = database.openFor(database.localUser("cook")).recipes();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        recipes.trash(recipes.ids(RecipeQuery.ALL, 0, 10_000));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String json(String name, String... ingredients) {
        return "{\"@type\":\"Recipe\",\"name\":\"" + name + "\",\"recipeIngredient\":[\"" + String.join("\",\"", ingredients)
                + "\"],\"recipeInstructions\":\"Do.\"}";
    }

    private ImportReport preview(ImportSource... sources) {
        return importer.preview(List.of(sources), item -> {}, ImportProgress.SILENT, () -> false);
    }

    private ImportReport previewFolder() {
        return preview(new ImportSource.OnDisk(folder));
    }

    @Test
    void aThousandMixedFilesWithThirtyBrokenGiveTheRestAndThirtyReasons() throws Exception {
        int good = 0;
        for (int i = 0; i < 1_000; i++) {
            String name = String.format("%s/%04d", i % 3 == 0 ? "a" : "b/c", i);
            if (i % 33 == 5 && i < 980) {
                switch (i % 4) {
                    case 0 -> file(name + ".html", "<h1>A page about nothing</h1>");
                    case 1 -> file(name + ".json", "{\"@type\":\"Recipe\", broken");
                    case 2 -> Files.write(file(name + ".html", ""), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4, 5, 6, 7});
                    default -> file(name + ".txt", "");
                }
                continue;
            }
            good++;
            switch (i % 4) {
                case 0 -> file(name + ".json", json("Json " + i, "1 g salt " + i));
                case 1 -> file(name + ".html", "<script type=application/ld+json>" + json("Page " + i, "1 g salt " + i) + "</script>");
                case 2 -> file(name + ".htm", "<h1>Plain " + i + "</h1><h2>Ingredients</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Method</h2><p>Do.</p>");
                default -> file(name + ".txt", "Text " + i + "\n\n2 cups a\n3 cups b\n\nMix and bake it.\n");
            }
        }
        AtomicInteger told = new AtomicInteger();
        List<Integer> progress = new ArrayList<>();
        ImportReport report = importer.preview(
                List.of(new ImportSource.OnDisk(folder)), item -> told.incrementAndGet(), (done, total, current) -> progress.add(done), () -> false);
        assertEquals(970, good);
        assertEquals(good, report.recipes().size());
        assertEquals(30, report.failures().size());
        assertEquals(1_000, told.get());
        assertEquals(1_000, progress.getLast());
        assertFalse(report.cancelled());
        for (ImportFailure failure : report.failures()) {
            String sentence = failure.reason().sentence();
            assertTrue(sentence.matches("[A-Z0-9].*\\.") && !sentence.contains("Exception"), sentence);
        }
        List<String> order = report.recipes().stream().map(ImportedRecipe::file).toList();
        assertEquals(order.stream().sorted().toList(), order);
    }

    @Test
    void everythingFoundCanBeKeptAndUndoneAsOneBatch() throws Exception {
        file("a.json", "[" + json("One", "1 1/2 cups flour") + "," + json("Two", "salt") + "]");
        file("b.html", "<h1>Three</h1><h2>Ingredients</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Method</h2><p>Do.</p>");
        ImportReport report = previewFolder();
        assertEquals(0, recipes.count(RecipeQuery.ALL), "a preview keeps nothing");
        Batch kept = importer.commit(report.recipes());
        UUID batch = kept.id();
        assertEquals(3, recipes.count(RecipeQuery.ALL));
        assertEquals(3, recipes.importedIn(batch).size());
        Recipe one = recipes.find(report.recipes().getFirst().recipe().id()).orElseThrow();
        assertEquals("One", one.name());
        assertEquals("1 1/2 cups flour", one.ingredients().getFirst().text());
        assertEquals("1 1/2", one.ingredients().getFirst().quantity());
        assertEquals(batch, one.details().importBatch());
        assertEquals("a.json", one.source());
        assertEquals(new TakenBack(3, 0), importer.undo(AddedRecipes.of(kept.recipes())));
        assertEquals(0, recipes.count(RecipeQuery.ALL));
        assertEquals(new TakenBack(0, 0), importer.undo(AddedRecipes.of(kept.recipes())), "undone already");
    }

    @Test
    void aBatchIsKeptWholeOrNotAtAll() throws Exception {
        file("a.json", "[" + json("One", "salt") + "," + json("Two", "salt and pepper") + "]");
        List<ImportedRecipe> found = previewFolder().recipes();
        assertThrows(RuntimeException.class, () -> importer.commit(List.of(found.get(0), found.get(1), found.get(0))));
        assertEquals(0, recipes.count(RecipeQuery.ALL));
    }

    @Test
    void recipesAlreadyThereAreMarked() throws Exception {
        file("a.html", "<link rel=canonical href='https://www.cook.example/soup/'><script type=application/ld+json>" + json("Soup", "salt") + "</script>");
        file("b.json", json("Bread", "500 g flour"));
        importer.commit(previewFolder().recipes());
        file("c.html", "<link rel=canonical href='http://cook.example/soup'><script type=application/ld+json>" + json("New name", "pepper") + "</script>");
        file("d.json", json("BREAD", "500 g flour"));
        file("e.json", json("Bread", "400 g flour"));
        file("f.json", json("Cake", "1 egg"));
        file("g.json", json("Cake", "1 egg"));
        List<ImportedRecipe> again = previewFolder().recipes();
        assertEquals(
                List.of("A recipe from this address is already there. (source)",
                        "A recipe of this title with the same ingredients is already there. (name)",
                        "A recipe from this address is already there. (source)",
                        "A recipe of this title with the same ingredients is already there. (name)",
                        "", "",
                        "A recipe of this title with the same ingredients is already there. (name)"),
                again.stream().map(r -> r.problems().isEmpty() ? "" : r.problems().getLast().toString()).toList());
    }

    @Test
    void readingStopsWhenCancelledAndKeepsWhatItHas() throws Exception {
        for (int i = 0; i < 100; i++) {
            file("f" + (100 + i) + ".json", json("Recipe " + i, "1 g salt " + i));
        }
        AtomicInteger told = new AtomicInteger();
        ImportReport report = importer.preview(
                List.of(new ImportSource.OnDisk(folder)), item -> told.incrementAndGet(), ImportProgress.SILENT, () -> told.get() >= 10);
        assertTrue(report.cancelled());
        assertEquals(10, report.recipes().size());
        assertEquals(0, recipes.count(RecipeQuery.ALL));
    }

    @Test
    void aDryRunNeverAsksForTheRecipesKept() throws Exception {
        Importer dry = new Importer(CLOCK, LinkReader::usual, () -> {
            throw new UncheckedIOException(new IOException("opened"));
        });
        Path file = file("a.json", json("One", "salt"));
        ImportReport report = dry.read(List.of(new ImportSource.OnDisk(file)), item -> {}, ImportProgress.SILENT, () -> false);
        assertEquals(1, report.recipes().size());
    }

    @Test
    void pastedTextOfAnyShapeIsRead() {
        ImportReport report = preview(
                new ImportSource.Pasted(json("Json", "salt"), "pasted text"),
                new ImportSource.Pasted("<h1>Html</h1><h2>Zutaten</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Zubereitung</h2><p>Los.</p>", "pasted text"),
                new ImportSource.Pasted("Plain\n\n2 eggs\n1 cup milk\n\nWhisk and fry.", "pasted text"),
                new ImportSource.Pasted("Hello there", "pasted text"));
        assertEquals(List.of("Json", "Html", "Plain"), report.recipes().stream().map(r -> r.recipe().name()).toList());
        assertEquals("No recipe was found in pasted text.", report.failures().getFirst().reason().sentence());
    }

    @Test
    void linksToThisComputerAreRefused() {
        ImportReport report = preview(ImportSource.of("http://127.0.0.1:1/"), ImportSource.of("https://localhost/x"));
        assertEquals(2, report.failures().size());
        assertTrue(report.failures().getFirst().reason().sentence().contains("inside a home or company network"));
    }

    @Test
    void whatIsTooMuchOrTooOddIsASentenceOrARecipeThatCanBeKept() throws Exception {
        StringBuilder many = new StringBuilder("1 g thing 0");
        for (int i = 1; i < 5_000; i++) {
            many.append("\",\"").append(i).append(" g thing ").append(i);
        }
        file("a-many.json", json("Feast", many.toString()));
        file("b-name.json", json("long ".repeat(2_000), "salt"));
        file("c-zeros.json", json("Zero\\u0000 and \\ud800 half", "sa\\u0000lt"));
        file("d-line.json", json("Line", "x".repeat(100_000)));
        file("e-nest.json", "[".repeat(100_000));
        file("f-cut.html", "<script type=application/ld+json>" + json("Cut", "1 egg", "milk").substring(0, 70));
        Files.write(folder.resolve("g-latin.html"),
                "<meta charset=utf-8><h1>Crème</h1><h2>Ingrédients</h2><ul><li>1 œuf</li><li>2 pâtes</li></ul><h2>Préparation</h2><p>Mêler.</p>"
                        .getBytes(Charset.forName("windows-1252")));
        try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("h-huge.html").toFile(), "rw")) {
            huge.setLength(50_000_000);
        }
        file("i-tags.json", json("Tags", "salt").replace("}", ",\"keywords\":\"" + "tag, ".repeat(10_000) + "\",\"url\":\"https://x.example/"
                + "a".repeat(5_000) + "\",\"prepTime\":\"PT" + "9".repeat(400) + "M\"}"));
        ImportReport report = previewFolder();
        assertEquals(List.of("e-nest.json", "h-huge.html"),
                report.failures().stream().map(f -> Path.of(f.file()).getFileName().toString()).toList());
        assertEquals(7, report.recipes().size());
        assertEquals(5_000, report.recipes().getFirst().recipe().ingredients().size());
        assertEquals("Crème", report.recipes().get(5).recipe().name());
        RecipeBook book = new RecipeBook(recipes, CLOCK);
        for (ImportedRecipe found : report.recipes()) {
            assertEquals(List.of(), book.problems(found.recipe()), found.file());
        }
        UUID batch = importer.commit(report.recipes()).id();
        assertEquals(7, recipes.importedIn(batch).size());
    }

    @Test
    void aFileIsOneBatchUntilItIsWrittenAnew() throws Exception {
        file("two.json", "[" + json("Soup", "1 leek") + "," + json("Stew", "2 beets") + "]");
        List<ImportedRecipe> first = previewFolder().recipes();
        assertEquals(2, first.size());
        UUID batch = skipping(first).id();
        assertEquals(batch, skipping(previewFolder().recipes()).id(), "a second try goes on with the first");
        file("two.json", "[" + json("Tart", "3 plums") + "," + json("Cake", "4 pears") + "]   ");
        UUID later = skipping(previewFolder().recipes()).id();
        assertNotEquals(batch, later, "to take one import back would take the other along");
        assertEquals(2, importer.undo(later));
        assertEquals(2, recipes.importedIn(batch).size());
    }

    private Batch skipping(List<ImportedRecipe> chosen) {
        return importer.commit(chosen, Duplicates.SKIP, ImportProgress.SILENT, () -> false);
    }

    @Test
    void stoppingInTheMidstOfAPageReportsNothingOfIt() throws Exception {
        file("a.html", "<html>" + "<div><b>x".repeat(100_000));
        AtomicInteger asked = new AtomicInteger();
        List<ImportItem> told = Collections.synchronizedList(new ArrayList<>());
        ImportReport report = importer.read(
                List.of(new ImportSource.OnDisk(folder)), told::add, ImportProgress.SILENT, () -> asked.incrementAndGet() > 200);
        assertTrue(report.cancelled());
        assertEquals(List.of(), told);
        assertTrue(asked.get() < 250, asked + " looks");
    }

    @Test
    void whatAFileIsCalledIsNoTroubleForARecipeWithoutTitle() throws Exception {
        assumeTrue(File.separatorChar == '/', "such names are allowed");
        String nameless = "{\"@type\":\"Recipe\",\"recipeIngredient\":[\"salt\"]}";
        for (String name : List.of("two\nlines.json", "\u0001.json", "..json", " .json", "x".repeat(250) + ".json", "a\u202egpj.json")) {
            file(name, nameless.replace("salt", "salt " + name.length()));
        }
        List<ImportSource> sources = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> sources.add(new ImportSource.OnDisk(file)));
        }
        ImportReport report = importer.preview(sources, item -> {}, ImportProgress.SILENT, () -> false);
        assertEquals(6, report.recipes().size());
        RecipeBook book = new RecipeBook(recipes, CLOCK);
        for (ImportedRecipe found : report.recipes()) {
            assertEquals(List.of(), book.problems(found.recipe()), found.file());
            assertTrue(found.recipe().name().chars().noneMatch(Character::isISOControl), found.recipe().name());
        }
        assertEquals(6, recipes.importedIn(importer.commit(report.recipes()).id()).size());
    }

    @Test
    void undoOfABatchLeavesWhatWasEditedInIt() throws Exception {
        file("a.json", json("One", "salt"));
        file("b.json", json("Two", "pepper"));
        Batch batch = importer.commit(previewFolder().recipes());
        Recipe one = recipes.find(recipes.importedIn(batch.id()).getFirst()).orElseThrow();
        Recipe edited = new Recipe(
                one.id(), "Mine", one.description(), one.ingredients(), one.prepTimeMinutes(), one.instructions(), one.source(),
                one.createdAt(), one.details());
        recipes.update(edited);
        assertEquals(new TakenBack(1, 1), importer.undo(AddedRecipes.of(batch.recipes())));
        assertEquals(1, recipes.count(RecipeQuery.ALL));
        assertEquals("Mine", recipes.find(one.id()).orElseThrow().name());
    }

    @Test
    void theSameFolderTwiceIsKnownTheSecondTime() throws Exception {
        file("a.json", json("One", "salt"));
        file("b.html", "<h1>Three</h1><h2>Ingredients</h2><ul><li>1 a</li><li>2 b</li></ul><h2>Method</h2><p>Do.</p>");
        importer.commit(previewFolder().recipes());
        assertTrue(previewFolder().recipes().stream().allMatch(ImportedRecipe::isKnown));
        List<ImportedRecipe> both = preview(new ImportSource.OnDisk(folder), new ImportSource.OnDisk(folder)).recipes();
        assertEquals(4, both.size());
        assertTrue(both.stream().allMatch(ImportedRecipe::isKnown));
    }
}
