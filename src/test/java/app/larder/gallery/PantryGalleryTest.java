package app.larder.gallery;

import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.pantry.view.Column;
import app.larder.pantry.view.PantryFixture;
import app.larder.pantry.view.PantryList;
import app.larder.pantry.view.PantryView;
import app.larder.pantry.view.PantryViewModel;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Pantry room, drawn. */
class PantryGalleryTest {

    private static final PantryFixture FIXTURE = new PantryFixture();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @BeforeEach
    void clear() {
        FIXTURE.clear();
    }

    private Parent room(Locale language, Background background, Consumer<PantryViewModel> act) {
        PantryViewModel model = FIXTURE.model(background, language);
        Views.Loaded<PantryView> loaded = PantryFixture.screen(model, language);
        model.load();
        act.accept(model);
        return Framed.in("pantry", Texts.in(language), loaded.root());
    }

    private Parent room(Consumer<PantryViewModel> act) {
        return room(Locale.ENGLISH, Background.direct(), act);
    }

    private static void select(Parent root, int... indices) {
        PantryList list = (PantryList) root.lookup(".pantry-list");
        list.requestFocus();
        list.getSelectionModel().selectIndices(indices[0], indices);
    }

    @Test
    void full() {
        FIXTURE.full();
        Gallery.pictures("pantry-full", () -> room(m -> {}), root -> select(root, 5));
    }

    @Test
    void typing() {
        FIXTURE.full();
        Gallery.pictures(
                "pantry-typing",
                () -> room(m -> m.lineProperty().set("2 x 400 g tins chopped tomatoes")),
                root -> root.lookup("#quickAdd").requestFocus());
    }

    @Test
    void editing() {
        FIXTURE.full();
        Gallery.pictures("pantry-editing", () -> room(m -> edit(m, "Butter", Column.QUANTITY)), root -> {});
        Gallery.picture(
                "pantry-refused", Gallery.Look.light(900, 600), () -> room(m -> {
                    edit(m, "Butter", Column.QUANTITY);
                    m.commitEdit("use 2 tins");
                }), root -> {});
        Gallery.picture(
                "pantry-shelf", Gallery.Look.light(900, 600), () -> room(m -> edit(m, "Butter", Column.CATEGORY)), root -> {});
    }

    private void edit(PantryViewModel model, String name, Column column) {
        FIXTURE.items.all().stream()
                .filter(i -> i.name().equals(name))
                .forEach(i -> model.startEdit(i.id(), column));
    }

    @Test
    void empty() {
        Gallery.pictures("pantry-empty", () -> room(m -> {}));
    }

    @Test
    void nothingFound() {
        FIXTURE.full();
        Gallery.pictures("pantry-nothing-found", () -> room(m -> m.filterProperty().set("saffron")));
    }

    @Test
    void loading() {
        Gallery.pictures("pantry-loading", () -> room(Locale.ENGLISH, new Never(), m -> {}));
    }

    @Test
    void failed() {
        Gallery.pictures("pantry-failed", () -> room(Locale.ENGLISH, new Failing(), m -> {}));
    }

    @Test
    void inGermanWithLargeText() {
        FIXTURE.full();
        Callable<Parent> german = () -> room(
                Locale.GERMAN, Background.direct(), m -> m.lineProperty().set("2 x 400 g Dosen gehackte Tomaten"));
        Gallery.picture("pantry-german", Gallery.Look.light(900, 600), german, root -> select(root, 5));
        Gallery.picture("pantry-german", Gallery.Look.light(1440, 900).withTextSize(200), german, root -> select(root, 2));
        Gallery.picture("pantry-german", Gallery.Look.light(900, 600).withTextSize(200), german, root -> select(root, 2));
    }

    /** Work that fails. */
    private static final class Failing implements Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            failed.accept(new java.io.UncheckedIOException(new java.io.IOException("no disk")));
        }

        @Override
        public void onScreen(Runnable change) {}

        @Override
        public void close() {}
    }

    /** Work that never ends. */
    private static final class Never implements Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {}

        @Override
        public void onScreen(Runnable change) {}

        @Override
        public void close() {}
    }
}
