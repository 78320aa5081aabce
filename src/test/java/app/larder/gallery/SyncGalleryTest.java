package app.larder.gallery;

import static app.larder.sync.view.SyncFixture.NOW;
import static app.larder.sync.view.SyncFixture.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.sync.SyncStatus;
import app.larder.sync.SyncStatus.State;
import app.larder.sync.view.SyncFixture;
import app.larder.sync.view.SyncView;
import app.larder.sync.view.SyncViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The badge and the room behind it in their states, over a real file. */
class SyncGalleryTest {

    private static final Gallery.Look SMALL = Gallery.Look.light(900, 600);

    @TempDir
    private Path folder;

    private SyncFixture scene;

    @BeforeEach
    void open() {
        scene = new SyncFixture(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Parent screen(Locale language, SyncStatus status) {
        Texts texts = Texts.in(language);
        SyncViewModel model = scene.model(language);
        model.show(status);
        Views views = new Views(
                Map.of(SyncView.class, () -> scene.view(model, new NoDialogs(), language)), texts);
        return Framed.in("badge", texts, views.load(SyncView.class).root(), model.badgeProperty());
    }

    private static void toTheEnd(Parent root) {
        ((ScrollPane) root.lookup("#stage > .scroll-pane")).setVvalue(1);
    }

    private static Button button(Parent root, String id) {
        return (Button) Objects.requireNonNull(root.lookup("#" + id), id);
    }

    @Test
    void conflictsStandSideBySide() {
        scene.contested();
        SyncStatus current = status(State.UP_TO_DATE, 0, 0, 0, 0);
        Gallery.pictures("sync-conflicts", () -> screen(Locale.ENGLISH, current));
        Gallery.picture("sync-conflicts-end", SMALL, () -> screen(Locale.ENGLISH, current), SyncGalleryTest::toTheEnd);
        Gallery.picture("sync-conflicts-german", Gallery.Look.light(1440, 900), () -> screen(Locale.GERMAN, current), _ -> {});
        Gallery.picture(
                "sync-conflicts-german", SMALL.withTextSize(200), () -> screen(Locale.GERMAN, current), _ -> {});
        Gallery.picture("sync-other", Gallery.Look.light(1440, 900), () -> screen(Locale.ENGLISH, current), root -> {
            button(root, "conflict-other").fire();
            assertEquals(2, root.lookupAll("#conflict-keep").size());
            assertEquals(3, root.lookupAll("#conflict-other").size(), "a settled one can still be turned");
        });
    }

    @Test
    void whatWasNotAcceptedSaysWhyAndAsksBeforeItIsGivenUp() {
        scene.refused();
        SyncStatus needs = status(State.NEEDS_YOU, 0, 0, 2, 2);
        Gallery.pictures("sync-refused", () -> screen(Locale.ENGLISH, needs));
        Gallery.picture("sync-refused-german", SMALL, () -> screen(Locale.GERMAN, needs), SyncGalleryTest::toTheEnd);
        Gallery.picture("sync-discard", SMALL, () -> screen(Locale.ENGLISH, needs), root -> {
            button(root, "sync-refused-edit").fire();
            assertEquals(1, scene.asked.size());
            button(root, "sync-refused-discard").fire();
            assertEquals(1, root.lookupAll("#sync-refused-gone").size());
            assertTrue(button(root, "sync-save").isVisible());
        });
    }

    @Test
    void manyDeletionsAreAskedAboutWithTwoButtons() {
        SyncStatus asks = status(State.MANY_DELETIONS, 0, 0, 0, 0);
        Gallery.pictures("sync-deletions", () -> screen(Locale.ENGLISH, asks));
        Gallery.picture("sync-deletions-german", SMALL, () -> screen(Locale.GERMAN, asks), root -> {
            button(root, "sync-keepall").fire();
            button(root, "sync-deleteall").fire();
            assertEquals(List.of("keep all", "delete"), scene.asked);
        });
    }

    @Test
    void theFirstSyncShowsHowFarItIsAndCanBePaused() {
        SyncStatus first = new SyncStatus(State.SYNCING, 120, 4000, 0, 0, null, null);
        Gallery.pictures("sync-first", () -> screen(Locale.ENGLISH, first));
        Gallery.picture("sync-first-german", SMALL, () -> screen(Locale.GERMAN, first), root -> {
            button(root, "sync-pause").fire();
            assertEquals(List.of("pause"), scene.asked);
        });
    }

    @Test
    void theOtherStatesHaveTheirWords() {
        SyncStatus offline = new SyncStatus(State.WAITING, 0, 0, 3, 0, NOW.minus(Duration.ofHours(1)), NOW);
        Gallery.picture("sync-offline", SMALL, () -> screen(Locale.ENGLISH, offline), _ -> {});
        Gallery.picture("sync-offline-german", SMALL, () -> screen(Locale.GERMAN, offline), _ -> {});
        Gallery.pictures("sync-alone", () -> screen(Locale.ENGLISH, SyncStatus.NONE));
        for (State state : List.of(
                State.UP_TO_DATE, State.STUCK, State.SIGN_IN_AGAIN, State.COMPUTER_REFUSED, State.UPDATE_NEEDED, State.SERVER_TOO_OLD)) {
            String name = "sync-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Gallery.picture(name, SMALL, () -> screen(Locale.ENGLISH, status(state, 0, 0, 2, 0)), _ -> {});
            Gallery.picture(name + "-german", SMALL, () -> screen(Locale.GERMAN, status(state, 0, 0, 2, 0)), _ -> {});
        }
    }
}
