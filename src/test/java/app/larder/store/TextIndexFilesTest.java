package app.larder.store;

import static app.larder.store.TextIndexFixture.find;
import static app.larder.store.TextIndexFixture.id;
import static app.larder.store.TextIndexFixture.recipe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index heals itself: whatever happens to its files, it says so and is built anew. */
class TextIndexFilesTest {

    private static final List<Recipe> BREADS =
            IntStream.range(0, 300).mapToObj(i -> recipe(i, "Bread " + i, "Knead.", "flour")).toList();

    @TempDir
    Path temp;

    private TextIndex open() {
        return TextIndex.onDisk(temp.resolve("search"), TextIndexFixture::variants);
    }

    private void build(long change) {
        try (TextIndex index = open()) {
            index.rebuild(change, batch -> batch.accept(BREADS));
            assertEquals(300, index.count(RecipeQuery.ALL).orElseThrow());
        }
    }

    @Test
    void aMissingIndexAsksToBeBuiltAndAnswersNothing() {
        try (TextIndex index = open()) {
            assertTrue(index.needsRebuild(0));
            assertTrue(index.ids(RecipeQuery.ALL, 0, 10).isEmpty());
            assertTrue(index.count(RecipeQuery.ALL).isEmpty());
        }
    }

    @Test
    void aClosedIndexIsThereAtTheNextStart() {
        build(7);
        try (TextIndex index = open()) {
            assertFalse(index.needsRebuild(7));
            index.put(List.of(recipe(500, "Rolls", "")), 8);
            index.show();
        }
        try (TextIndex index = open()) {
            assertEquals(8, index.change());
            assertEquals(List.of(500L), find(index, "rolls"));
        }
    }

    @Test
    void anIndexBehindOrAheadOfTheDatabaseIsStale() {
        build(7);
        try (TextIndex index = open()) {
            assertTrue(index.needsRebuild(8));
            assertTrue(index.needsRebuild(6));
            index.rebuild(8, batch -> batch.accept(BREADS.subList(0, 3)));
            assertFalse(index.needsRebuild(8));
            assertEquals(List.of(2L, 1L, 0L), find(index, "bread"));
        }
    }

    @Test
    void theMarkOfAChangeNeedNotBeGreaterThanTheOneBefore() {
        build(7);
        try (TextIndex index = open()) {
            index.put(List.of(recipe(500, "Rolls", "")), 3);
            index.show();
            assertFalse(index.needsRebuild(3));
        }
        try (TextIndex index = open()) {
            assertFalse(index.needsRebuild(3));
            index.rebuild(9, batch -> index.remove(List.of(id(1)), 2));
            assertFalse(index.needsRebuild(2));
        }
    }

    @Test
    void anIndexThatWasNotClosedIsStale() throws IOException {
        build(7);
        Path copy = temp.resolve("copy");
        try (TextIndex index = open()) {
            index.put(List.of(recipe(500, "Rolls", "")), 8);
            index.show();
            copyTo(copy);
        }
        try (TextIndex index = TextIndex.onDisk(copy, TextIndexFixture::variants)) {
            assertEquals(7, index.change());
            assertTrue(index.needsRebuild(8));
        }
    }

    private void copyTo(Path copy) throws IOException {
        Files.createDirectories(copy);
        for (Path file : files()) {
            if (!file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void whicheverFileIsCutRemovedOrAlteredTheIndexIsBuiltAnew() throws IOException {
        build(7);
        Path whole = temp.resolve("whole");
        copyTo(whole);
        List<Path> names = files().stream()
                .map(Path::getFileName)
                .filter(n -> !n.toString().equals(IndexWriter.WRITE_LOCK_NAME))
                .toList();
        assertTrue(names.size() >= 3, names.toString());
        for (Path name : names) {
            for (Damage damage : Damage.values()) {
                for (Path file : files()) {
                    Files.delete(file);
                }
                for (Path file : names) {
                    Files.copy(whole.resolve(file), temp.resolve("search").resolve(file));
                }
                damage.to(temp.resolve("search").resolve(name));
                try (TextIndex index = open()) {
                    assertTrue(index.needsRebuild(7), damage + " " + name);
                    index.rebuild(7, batch -> batch.accept(BREADS));
                    assertEquals(300, index.count(RecipeQuery.ALL).orElseThrow(), damage + " " + name);
                }
                try (TextIndex index = open()) {
                    assertFalse(index.needsRebuild(7), damage + " " + name);
                }
            }
        }
    }

    private enum Damage {
        CUT,
        EMPTIED,
        REMOVED,
        ALTERED;

        void to(Path path) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                switch (this) {
                    case CUT -> file.setLength(file.length() / 2);
                    case EMPTIED -> file.setLength(0);
                    case REMOVED -> Files.delete(path);
                    case ALTERED -> {
                        long middle = file.length() / 2;
                        file.seek(middle);
                        int there = file.read();
                        file.seek(middle);
                        file.write(there ^ 0x55);
                    }
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("search"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void anIndexOfAnotherFormatIsEmptied() throws IOException {
        try (MMapDirectory directory = new MMapDirectory(temp.resolve("search"));
                IndexWriter writer = new IndexWriter(
                        directory, new IndexWriterConfig().setIndexSort(TextDocuments.newestFirst()))) {
            writer.addDocument(TextDocuments.of(BREADS.getFirst()));
            writer.setLiveCommitData(Map.of("format", "0/1", "change", "7").entrySet());
            writer.commit();
        }
        try (TextIndex index = open()) {
            assertTrue(index.needsRebuild(7));
            index.rebuild(7, batch -> batch.accept(BREADS.subList(1, 2)));
            assertEquals(List.of(1L), find(index, ""));
        }
    }

    @Test
    void aFolderOfSomebodyElsesFilesOrInUseKeepsTheIndexInMemory() throws IOException {
        Files.writeString(temp.resolve("file"), "not a folder");
        try (TextIndex index = TextIndex.onDisk(temp.resolve("file"), TextIndexFixture::variants)) {
            index.rebuild(1, batch -> batch.accept(BREADS));
            assertEquals(300, index.count(RecipeQuery.ALL).orElseThrow());
        }
        assertEquals("not a folder", Files.readString(temp.resolve("file")));
        build(7);
        try (TextIndex first = open();
                TextIndex second = open()) {
            assertFalse(first.needsRebuild(7));
            assertTrue(second.needsRebuild(7));
            second.rebuild(7, batch -> batch.accept(BREADS.subList(0, 5)));
            assertEquals(5, second.count(RecipeQuery.ALL).orElseThrow());
            assertEquals(300, first.count(RecipeQuery.ALL).orElseThrow());
        }
        try (TextIndex index = open()) {
            assertFalse(index.needsRebuild(7));
        }
    }

    @Test
    void whatIsSavedDuringARebuildKeepsItsNewerState() {
        try (TextIndex index = open()) {
            index.rebuild(7, batch -> {
                batch.accept(BREADS.subList(0, 100));
                index.put(List.of(recipe(5, "Rolls", ""), recipe(150, "Buns", ""), recipe(400, "Cake", "")), 8);
                index.show();
                index.remove(List.of(id(6), id(160)), 9);
                index.show();
                assertTrue(index.needsRebuild(9));
                batch.accept(BREADS.subList(100, 300));
            });
            assertEquals(9, index.change());
            assertEquals(List.of(5L), find(index, "rolls"));
            assertEquals(List.of(150L), find(index, "buns"));
            assertEquals(List.of(400L), find(index, "cake"));
            assertFalse(find(index, "bread").contains(6L));
            assertFalse(find(index, "bread").contains(160L));
            assertEquals(299, index.count(RecipeQuery.ALL).orElseThrow());
        }
    }

    @Test
    void aSourceThatFailsLeavesAnIndexThatStillAsksToBeBuilt() {
        build(7);
        try (TextIndex index = open()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> index.rebuild(8, batch -> {
                        batch.accept(BREADS.subList(0, 10));
                        throw new IllegalStateException("the database has gone");
                    }));
            assertTrue(index.needsRebuild(8));
            index.put(List.of(recipe(500, "Rolls", "")), 9);
            index.show();
            assertTrue(index.needsRebuild(9));
            assertTrue(index.ids(RecipeQuery.ALL, 0, 1).isEmpty());
        }
        try (TextIndex index = open()) {
            assertTrue(index.needsRebuild(9));
        }
    }

    @Test
    void filesThatVanishUnderAnOpenIndexCostOnlyARebuild() throws IOException {
        build(7);
        try (TextIndex index = open()) {
            for (Path file : files()) {
                Files.delete(file);
            }
            index.put(BREADS, 8);
            index.show();
            index.flush();
            if (index.needsRebuild(8)) {
                index.rebuild(8, batch -> batch.accept(BREADS));
            }
            assertEquals(300, index.count(RecipeQuery.ALL).orElseThrow());
        }
    }

    @Test
    void aClosedIndexAnswersNothingAndDoesNotFail() {
        TextIndex index = open();
        index.close();
        index.close();
        index.put(BREADS, 1);
        index.show();
        index.remove(List.of(id(1)), 2);
        index.show();
        index.flush();
        assertTrue(index.needsRebuild(2));
        assertTrue(index.count(RecipeQuery.ALL).isEmpty());
    }
}
