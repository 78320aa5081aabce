package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import screen without its screen: real files, a database in memory. */
class ImportViewModelTest {

    @TempDir
    private Path place;

    private Writing kitchen;
    private ImportViewModel model;

    @BeforeEach
    void open() {
        kitchen = new Writing(place.resolve("drafts"));
        model = model(Background.direct());
    }

    @AfterEach
    void close() {
        kitchen.close();
    }

    private ImportViewModel model(Background background) {
        return ImportScreens.model(kitchen.recipes(), background, kitchen.notices(), kitchen.pages());
    }

    private List<String> chosen() {
        return model.entries().stream()
                .filter(e -> e instanceof ImportEntry.Found found && found.chosen().get())
                .map(e -> ((ImportEntry.Found) e).imported().recipe().name())
                .toList();
    }

    private int kept() {
        return kitchen.book().count(RecipeQuery.ALL);
    }

    @Test
    void aFolderIsPreviewedWithItsFailuresAndNothingIsKept() throws IOException {
        model.readAll(List.of(ImportScreens.folder(place.resolve("in")).toString()));
        assertEquals(ImportViewModel.State.PREVIEW, model.stateProperty().get());
        assertEquals(4, model.foundProperty().get());
        assertEquals(List.of("Pumpkin soup", "Lentil soup", "Toast"), chosen(), "the second copy is not chosen");
        ImportEntry.Failed failed = assertInstanceOf(ImportEntry.Failed.class, model.entries().getLast());
        assertEquals("e-news.html", failed.shortName());
        assertFalse(failed.isLink());
        assertEquals(0, kept());
    }

    @Test
    void theChosenOnesAreKeptAndOneUndoTakesThemAllBack() throws IOException {
        model.readAll(List.of(ImportScreens.folder(place.resolve("in")).toString()));
        ((ImportEntry.Found) model.entries().getFirst()).chosen().set(false);
        assertEquals(2, model.chosenProperty().get());
        model.importChosen();
        assertEquals(2, kept());
        assertEquals("2 recipes are imported.", kitchen.said());
        assertInstanceOf(RecipesPages.Home.class, kitchen.pages().currentProperty().get());
        int changes = kitchen.pages().changesProperty().get().number();

        kitchen.notices().undo();
        assertEquals(0, kept());
        assertEquals("2 recipes are in the trash.", kitchen.said());
        assertEquals(changes + 1, kitchen.pages().changesProperty().get().number());
    }

    @Test
    void undoLeavesWhatWasChangedSinceTheImport() throws IOException {
        model.readAll(List.of(ImportScreens.folder(place.resolve("in")).toString()));
        model.importChosen();
        Recipe r = kitchen.book().find(kitchen.book().ids(RecipeQuery.ALL, 0, 1).getFirst()).orElseThrow();
        kitchen.book().save(new Recipe(
                r.id(), "Mine now", r.description(), r.ingredients(), r.prepTimeMinutes(), r.instructions(), r.source(),
                r.createdAt(), r.details()));

        kitchen.notices().undo();
        assertEquals(List.of(r.id()), kitchen.book().ids(RecipeQuery.ALL, 0, 9));
        assertEquals("2 recipes are in the trash. 1 recipe was changed since and stays.", kitchen.said());
    }

    @Test
    void whatIsAlreadyThereIsNotChosenAgain() throws IOException {
        String folder = ImportScreens.folder(place.resolve("in")).toString();
        model.readAll(List.of(folder));
        model.importChosen();
        model.readAll(List.of(folder));
        assertEquals(List.of(), chosen());
        assertEquals(0, model.chosenProperty().get());
        model.importChosen();
        assertEquals(3, kept(), "importing nothing does nothing");
        model.chooseAll(true);
        assertEquals(4, model.chosenProperty().get());
    }

    @Test
    void oneRecipeIsShownOnceItIsKept() throws IOException {
        ImportScreens.folder(place.resolve("in"));
        model.readPaths(List.of(place.resolve("in/b-lentil.html")));
        model.importChosen();
        assertEquals("Lentil soup", kitchen.saved().name());
        assertEquals("1 recipe is imported.", kitchen.said());
    }

    @Test
    void pastedJsonAndPastedTextAreRead() {
        model.readPasted("{\"@type\":\"Recipe\",\"name\":\"Toast\",\"recipeIngredient\":[\"2 slices bread\"]}");
        assertEquals(List.of("Toast"), chosen());
        model.readPasted("Toast\n\nIngredients\n2 slices bread\nbutter\n\nMethod\nToast the bread.\nButter it.");
        assertEquals(List.of("Toast"), chosen());
    }

    @Test
    void aPastedAddressIsALinkThatCanBeTriedAgain() {
        model.readPasted(" http://127.0.0.1/soup \n");
        assertEquals(ImportViewModel.State.NOTHING, model.stateProperty().get());
        ImportEntry.Failed failed = (ImportEntry.Failed) model.entries().getFirst();
        assertTrue(failed.isLink());
        assertTrue(failed.failure().reason().facts().contains("127.0.0.1"), failed.failure().reason().sentence());
        model.retry(failed);
        assertEquals(1, model.entries().size());
        assertEquals(ImportViewModel.State.NOTHING, model.stateProperty().get());
    }

    @Test
    void onlyWhatFailedAndMayWorkNowIsTriedAgain() throws IOException {
        Path folder = ImportScreens.folder(place.resolve("recipes"));
        Path missing = place.resolve("later.json");
        model.readPaths(List.of(folder, missing));
        int found = model.foundProperty().get();
        assertEquals(List.of(missing.toString()), model.toTryAgain().stream().map(one -> one.failure().file()).toList());

        model.retryFailed();
        assertEquals(1, model.toTryAgain().size());
        assertEquals(found, model.foundProperty().get());

        Files.writeString(missing, "{\"@type\":\"Recipe\",\"name\":\"Late soup\",\"recipeIngredient\":[\"1 leek\"]}");
        model.retryFailed();
        assertEquals(found + 1, model.foundProperty().get());
        assertEquals(List.of(), model.toTryAgain());
        assertEquals(ImportViewModel.State.PREVIEW, model.stateProperty().get());
    }

    @Test
    void ofAnArchiveOnlyTheEntryThatFailedIsTriedAgain() throws IOException {
        Path archive = place.resolve("all.zip");
        zip(archive, true);
        model.readPaths(List.of(archive));
        assertEquals(1, model.foundProperty().get());
        assertEquals(1, model.toTryAgain().size());

        zip(archive, false);
        model.retryFailed();
        assertEquals(2, model.foundProperty().get());
        assertEquals(List.of(), model.toTryAgain());
    }

    /** An archive of two recipes, the second one with a byte changed or not. */
    private static void zip(Path file, boolean damaged) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("Leek soup", "Pea soup")) {
                zip.putNextEntry(new ZipEntry(name + ".json"));
                zip.write("{\"@type\":\"Recipe\",\"name\":\"%s\",\"recipeIngredient\":[\"1 %s\"]}".formatted(name, name)
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        byte[] all = bytes.toByteArray();
        String text = new String(all, StandardCharsets.ISO_8859_1);
        if (damaged) {
            all[text.indexOf("Pea soup.json") + 30] ^= 0x55;
        }
        Files.write(file, all);
    }

    @Test
    void nothingAtAllIsSaid() throws IOException {
        model.readAll(List.of(Files.createDirectories(place.resolve("empty")).toString()));
        assertEquals(ImportViewModel.State.NOTHING, model.stateProperty().get());
        model.readAll(List.of());
        assertEquals(ImportViewModel.State.NOTHING, model.stateProperty().get(), "no sources change nothing");
    }

    @Test
    void whatIsNoPathAndNoLinkIsAFailureAndNotACrash() {
        model.readAll(List.of("data:text/html,\u0000", "file:///no/such/file.html", "file://host/x"));
        assertEquals(ImportViewModel.State.NOTHING, model.stateProperty().get());
        assertEquals(3, model.entries().size());
    }

    @Test
    void stoppingKeepsWhatWasFoundSoFar() throws IOException {
        String folder = ImportScreens.folder(place.resolve("in")).toString();
        Steps steps = new Steps();
        model = model(steps);
        steps.stop = model::stop;
        model.readAll(List.of(folder));
        assertEquals(ImportViewModel.State.READING, model.stateProperty().get());
        steps.stopAfter = 2;
        steps.runAll();
        assertEquals(ImportViewModel.State.PREVIEW, model.stateProperty().get());
        assertEquals(2, model.foundProperty().get());
        assertEquals(new ImportViewModel.Progress(2, 5, model.progressProperty().get().current()), model.progressProperty().get());
    }

    @Test
    void resultsOfAnImportThatWasLeftAreDropped() throws IOException {
        Steps steps = new Steps();
        model = model(steps);
        steps.stop = model::stop;
        model.readAll(List.of(ImportScreens.folder(place.resolve("in")).toString()));
        model.forget();
        steps.runAll();
        assertEquals(ImportViewModel.State.IDLE, model.stateProperty().get());
        assertEquals(0, model.entries().size());
    }

    /** Runs work when told to, and stops the reading after some progress. */
    private static final class Steps implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int stopAfter = Integer.MAX_VALUE;
        private Runnable stop = () -> {};

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            waiting.add(() -> Background.direct().run(work, done, failed));
        }

        @Override
        public void onScreen(Runnable change) {
            change.run();
            if (--stopAfter == 0) {
                stop.run();
            }
        }

        void runAll() {
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }

        @Override
        public void close() {}
    }
}
