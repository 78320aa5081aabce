package app.larder.sync.view;

import static app.larder.sync.view.SyncFixture.NOW;
import static app.larder.sync.view.SyncFixture.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Badge;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.sync.Conflict;
import app.larder.sync.SyncStatus;
import app.larder.sync.SyncStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The badge and the room behind it, over a real file. */
class SyncViewModelTest {

    @TempDir
    private Path folder;

    private SyncFixture scene;
    private SyncViewModel model;

    @BeforeEach
    void open() {
        scene = new SyncFixture(folder.resolve("file"));
        model = scene.model(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Badge badge(SyncStatus status) {
        model.show(status);
        return model.badgeProperty().get();
    }

    private String notice() {
        return Objects.requireNonNull(scene.notices.currentProperty().get()).text();
    }

    @Test
    void theBadgeSaysHowItStandsAndCallsOnlyWhenSomebodyMustLook() {
        assertEquals("On this computer only", badge(SyncStatus.NONE).text());
        assertEquals("Up to date, 2 min ago", badge(status(State.UP_TO_DATE, 0, 0, 0, 0)).text());
        assertEquals(Badge.Tone.GOOD, model.badgeProperty().get().tone());
        assertEquals("Syncing 120 of 4,000", badge(status(State.SYNCING, 120, 4000, 3880, 0)).text());
        assertEquals("3 changes waiting", badge(status(State.WAITING, 0, 0, 3, 0)).text());
        SyncStatus offline = new SyncStatus(State.WAITING, 0, 0, 3, 0, NOW, NOW);
        assertEquals("3 changes waiting, offline since 10:14", plain(badge(offline).text()));
        assertEquals(Badge.Tone.QUIET, model.badgeProperty().get().tone());
        for (State state : List.of(State.STUCK, State.NEEDS_YOU, State.MANY_DELETIONS)) {
            assertEquals("Needs attention", badge(status(state, 0, 0, 1, 1)).text());
            assertEquals(Badge.Tone.CALLS, model.badgeProperty().get().tone());
        }
        assertEquals("Sign in again", badge(status(State.SIGN_IN_AGAIN, 0, 0, 1, 0)).text());
        assertEquals("Update needed", badge(status(State.UPDATE_NEEDED, 0, 0, 1, 0)).text());
    }

    /** Twelve-hour clocks of some locales stand behind a narrow space. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace(" AM", "");
    }

    @Test
    void upToDateIsNotSaidWhileThereIsSomethingToLookAt() {
        scene.contested();
        assertEquals("3 changes to look at", badge(status(State.UP_TO_DATE, 0, 0, 0, 0)).text());
        for (Conflict conflict : model.panelProperty().get().open()) {
            model.keep(conflict);
        }
        assertEquals("Up to date, 2 min ago", model.badgeProperty().get().text());
        assertEquals(3, model.panelProperty().get().settled().size());
    }

    @Test
    void everyStateHasItsWordsInEveryLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            SyncViewModel speaking = scene.model(language);
            for (State state : State.values()) {
                speaking.show(status(state, 1, 2, 3, 1));
                assertFalse(speaking.headline().isBlank());
                assertFalse(speaking.meaning().isBlank());
            }
        }
    }

    @Test
    void theOtherValueTakesThePlaceOfTheOneThatStoodAndUndoTurnsItBack() {
        scene.contested();
        model.load();
        Conflict method = conflict("instructions");
        model.useOther(method);
        assertTrue(Objects.requireNonNull(scene.book.find(scene.soup.id()).orElseThrow().instructions()).contains("40 minutes"));
        assertEquals("“Lentil soup”: the other one is used now", notice());
        scene.notices.undo();
        assertFalse(Objects.requireNonNull(scene.book.find(scene.soup.id()).orElseThrow().instructions()).contains("40 minutes"));
    }

    @Test
    void anAmountIsTakenWithItsUnit() {
        scene.contested();
        model.load();
        model.useOther(conflict("quantity"));
        var flour = scene.pantry.find(scene.flour.id()).orElseThrow();
        assertEquals("1 kg", flour.quantity() + " " + flour.unit());
    }

    @Test
    void aValueOfSomethingDeletedMeanwhileChangesNothingAndSaysSo() {
        scene.contested();
        model.load();
        Conflict amount = conflict("quantity");
        scene.pantry.delete(List.of(scene.flour.id()));
        model.useOther(amount);
        assertEquals("It was deleted meanwhile, so nothing was changed.", notice());
    }

    private Conflict conflict(String field) {
        return model.panelProperty().get().open().stream()
                .filter(conflict -> conflict.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void valuesAreSaidAsACookReadsThem() {
        scene.contested();
        model.load();
        ValueWords words = new ValueWords(Texts.in(Locale.ENGLISH));
        assertEquals("Method", words.field(conflict("instructions")));
        ValueWords.Both method = words.both(conflict("instructions"));
        assertEquals(
                List.of("…", "Add lentils and stock.", "Simmer for 40 minutes, with the lid on.", "Season."),
                method.other().stream().map(ValueWords.Line::text).toList());
        assertEquals(1, method.kept().stream().filter(ValueWords.Line::differs).count());
        ValueWords.Both line = words.both(conflict("ingredients/x"));
        assertEquals("300 g red lentils, rinsed", line.kept().getFirst().text());
        assertEquals("250 g red lentils", line.other().getFirst().text());
        assertEquals("1 kg", words.both(conflict("quantity")).other().getFirst().text());
    }

    @Test
    void aRefusedRowIsSaidInPlainWordsAndCanBeSentAgainOrGivenUp() {
        scene.refused();
        model.load();
        assertEquals(2, model.panelProperty().get().refused().size());
        assertEquals(
                "A text in it is longer than the family’s database allows. Shorten it.",
                model.words().refusal("22001"));
        assertEquals(model.words().refusal("other"), model.words().refusal("XX000"));
        var soup = model.panelProperty().get().refused().stream()
                .filter(one -> one.row().equals(scene.soup))
                .findFirst()
                .orElseThrow();
        assertEquals("Lentil soup", soup.name());
        model.retry(soup);
        assertEquals(List.of("exchange"), scene.asked);
        assertEquals(1, model.panelProperty().get().refused().size());
        model.discard(model.panelProperty().get().refused().getFirst());
        assertEquals(0, model.panelProperty().get().refused().size());
        assertTrue(scene.pantry.find(scene.flour.id()).isEmpty(), "the server never had it");
    }

    @Test
    void unsentChangesAreSavedToANewFileEachTime() throws IOException {
        model.saveUnsent(folder);
        model.saveUnsent(folder);
        Path first = folder.resolve("larder-unsent-2026-03-21.jsonl");
        assertTrue(Files.readString(first).contains("Lentil soup"));
        assertTrue(Files.exists(folder.resolve("larder-unsent-2026-03-21-2.jsonl")));
        model.saveUnsent(folder.resolve("nowhere"));
        assertEquals(Notices.Kind.PROBLEM, Objects.requireNonNull(scene.notices.currentProperty().get()).kind());
    }

    @Test
    void whatHappenedNamesWhatItHappenedTo() {
        scene.contested();
        model.load();
        List<String> lines = model.panelProperty().get().activity().stream()
                .map(line -> model.words().line(line, model.name(line.key())))
                .toList();
        assertEquals(
                List.of(
                        "3 changes sent",
                        "“Flour”: the same thing was changed in two places, the later change was taken",
                        "“Lentil soup”: changes from two places were put together",
                        "1,200 changes received from Kitchen"),
                lines);
    }

    @Test
    void whilePausedNothingElseIsSaid() {
        model.show(status(State.UP_TO_DATE, 0, 0, 0, 0));
        model.pause(true);
        assertEquals("Sync paused", model.badgeProperty().get().text());
        model.pause(false);
        assertEquals("Up to date, 2 min ago", model.badgeProperty().get().text());
        assertEquals(List.of("pause", "go on"), scene.asked);
    }

    @Test
    void whoIsNotConnectedOrWorksThereDirectlyIsToldSo() {
        Clock clock = Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        SyncViewModel alone =
                new SyncViewModel(null, Background.direct(), scene.notices, Texts.in(Locale.ENGLISH), clock, false);
        assertEquals("On this computer only", alone.badgeProperty().get().text());
        SyncViewModel there =
                new SyncViewModel(null, Background.direct(), scene.notices, Texts.in(Locale.ENGLISH), clock, true);
        assertEquals("In the family’s database", there.badgeProperty().get().text());
    }
}
