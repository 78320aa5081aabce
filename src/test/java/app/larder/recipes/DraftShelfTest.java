package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftShelfTest {

    private static final UUID ID = UUID.fromString("0190b0f0-0000-7000-8000-000000000001");

    @TempDir
    private Path folder;

    private static RecipeDraft draft(String name) {
        DraftLine corrected = new DraftLine("1 Dose Tomaten ½\u2028", false, "line-1", Map.of(), Map.of("brand", "x"))
                .with(DraftLine.Part.UNIT, "Dose");
        return new RecipeDraft(
                ID,
                "base",
                Instant.parse("2026-03-03T14:05:00Z"),
                new RecipeDraft.Fields(name, "d", "s", "1 h 20", "soon", "", "4", "", "a, b", "n\nn"),
                List.of(corrected, DraftLine.headed("Soße")),
                List.of(DraftLine.of("Rühren.")));
    }

    @Test
    void whatIsKeptIsThereForTheNextProcessToTheLastCharacter() {
        new DraftShelf(folder.resolve("drafts"), Seal.NONE).keep(ID, () -> draft("Käse \"und\" Brot"));
        assertEquals(Optional.of(draft("Käse \"und\" Brot")), new DraftShelf(folder.resolve("drafts"), Seal.NONE).find(ID));
    }

    @Test
    void aProcessKilledBetweenTwoWritesLeavesOneWholeDraft() throws IOException {
        DraftShelf shelf = new DraftShelf(folder, Seal.NONE);
        shelf.keep(ID, () -> draft("first"));
        Files.writeString(folder.resolve(ID + ".json.new"), "{\"recipe\":\"0190b0");
        assertEquals(Optional.of(draft("first")), new DraftShelf(folder, Seal.NONE).find(ID));
        new DraftShelf(folder, Seal.NONE).keep(ID, () -> draft("second"));
        assertEquals(Optional.of(draft("second")), new DraftShelf(folder, Seal.NONE).find(ID));
    }

    @Test
    void draftsOfSeveralRecipesStandBesideEachOther() {
        DraftShelf shelf = new DraftShelf(folder, Seal.NONE);
        shelf.keep(ID, () -> draft("old"));
        shelf.keep(null, () -> draft("new"));
        assertEquals("old", shelf.find(ID).orElseThrow().fields().name());
        assertEquals("new", shelf.find(null).orElseThrow().fields().name());
        shelf.keep(null, () -> null);
        assertTrue(shelf.find(null).isEmpty());
        assertTrue(shelf.find(ID).isPresent());
    }

    @Test
    void ofManyWritersAtOnceTheNewestWordsWin() throws InterruptedException {
        DraftShelf shelf = new DraftShelf(folder, Seal.NONE);
        AtomicReference<RecipeDraft> latest = new AtomicReference<>(draft("0"));
        List<Thread> writers = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            latest.set(draft(String.valueOf(i)));
            writers.add(Thread.startVirtualThread(() -> shelf.keep(ID, latest::get)));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals("40", shelf.find(ID).orElseThrow().fields().name());
    }

    @Test
    void aDamagedDraftIsPutAsideAndNotLost() throws IOException {
        Files.writeString(folder.resolve("new.json"), "{\"fields\": {\"name\": \"half a dr");
        assertTrue(new DraftShelf(folder, Seal.NONE).find(null).isEmpty());
        assertTrue(Files.readString(folder.resolve("new.json.damaged")).contains("half a dr"));
    }

    @Test
    void keysOfANewerVersionDoNotHurt() throws IOException {
        DraftShelf shelf = new DraftShelf(folder, Seal.NONE);
        shelf.keep(ID, () -> draft("name"));
        Path file = folder.resolve(ID + ".json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"mood\": 1,"));
        assertEquals("name", shelf.find(ID).orElseThrow().fields().name());
    }

    @Test
    void aDraftOfAnEarlierVersionHasItsNewFieldsEmpty() throws IOException {
        DraftShelf shelf = new DraftShelf(folder, Seal.NONE);
        shelf.keep(ID, () -> draft("name"));
        Path file = folder.resolve(ID + ".json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"notes\" : \"[^\"]*\",?", "\"notes\" : null"));
        assertEquals("", shelf.find(ID).orElseThrow().fields().notes());
        Files.writeString(file, "{}");
        assertTrue(shelf.find(ID).isEmpty(), "a file that is no draft counts as none");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        DraftShelf shelf = new DraftShelf(file, Seal.NONE);
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> shelf.keep(null, () -> draft("name")));
        assertEquals("What you are typing could not be kept in " + file + ".", failure.getMessage());
        assertFalse(String.valueOf(failure.getMessage()).contains("Exception"));
    }

    @Test
    void nothingIsLeftBesideTheDrafts() throws IOException {
        DraftShelf shelf = new DraftShelf(folder, Seal.NONE);
        shelf.keep(ID, () -> draft("a"));
        shelf.keep(ID, () -> draft("b"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(ID + ".json")), files.toList());
        }
    }
}
