package app.larder.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.kitchen.CupStandard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Settings CHOSEN = new Settings(
            Settings.Appearance.DARK,
            150,
            Settings.Language.GERMAN,
            new Cooking(Cooking.Units.US, CupStandard.METRIC, List.of("salt", "Öl")),
            new ChatSettings(
                    ChatSettings.Provider.OPENROUTER, "https://example.org/v1", "some/model", 16_384, true, false, List.of(
                            new ChatSettings.Consent("example.org", true, false))),
            new Settings.Start(true, true, new BackupSettings(false, 3)));

    @TempDir
    private Path folder;

    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void open() {
        file = folder.resolve("settings.json");
        settings = new SettingsFile(file);
    }

    @Test
    void whatWasChosenIsThereAgain() {
        assertEquals(Settings.DEFAULTS, settings.load());
        settings.save(() -> CHOSEN);
        assertEquals(CHOSEN, settings.load());
        settings.save(() -> Settings.DEFAULTS);
        assertEquals(Settings.DEFAULTS, settings.load());
        assertEquals(List.of(), names(), "nothing is left beside the file");
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("settings.json")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noStaplesAtAllIsNotTheUsualOnes() {
        Settings none = CHOSEN.withCooking(CHOSEN.cooking().withStaples(List.of()));
        settings.save(() -> none);
        assertEquals(none, settings.load());
    }

    @Test
    void anAgreementIsForOneHostAndNoMoreThanWasSaid() {
        ChatSettings agreed = ChatSettings.DEFAULTS.withShared(true, false).agreeingTo("example.org");
        assertTrue(agreed.hasAgreedTo("example.org"));
        assertTrue(agreed.withShared(false, false).hasAgreedTo("example.org"));
        assertFalse(agreed.withShared(true, true).hasAgreedTo("example.org"));
        assertFalse(agreed.hasAgreedTo("example.com"));
    }

    @Test
    void damagedOrStrangeValuesFallBackAndTheRestIsKept() throws IOException {
        Files.writeString(file, "{\"appearance\":\"dark\",\"textSizePercent\":900,\"cups\":\"buckets\",\"staples\":[\"salt\",3,null]}");
        Settings read = settings.load();
        assertEquals(Settings.Appearance.DARK, read.appearance());
        assertEquals(200, read.textSizePercent());
        assertEquals(CupStandard.US, read.cooking().cups());
        assertEquals(List.of("salt"), read.cooking().staples());

        Files.writeString(file, "{\"appearance\":");
        assertEquals(Settings.DEFAULTS, settings.load());
    }

    @Test
    void keysOfANewerVersionAreKept() throws IOException {
        Files.writeString(file, "{\"dreams\":{\"colour\":\"green\"}}");
        settings.save(() -> CHOSEN);
        assertTrue(Files.readString(file).contains("green"));
    }

    @Test
    void ofManySavesAtOnceTheLatestChoiceStaysAndNoneFails() throws Exception {
        AtomicReference<Settings> latest = new AtomicReference<>(CHOSEN);
        List<Future<?>> saves = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 400; i++) {
                int percent = 80 + i % 120;
                latest.set(CHOSEN.withTextSizePercent(percent));
                saves.add(workers.submit(() -> settings.save(latest::get)));
            }
        }
        for (Future<?> save : saves) {
            save.get();
        }
        assertEquals(latest.get(), settings.load());
        assertEquals(List.of(), names(), "nothing is left beside the file");
    }

    @Test
    void aFolderThatIsGoneIsSaidInASentence() {
        SettingsFile lost = new SettingsFile(folder.resolve("gone").resolve("settings.json"));
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> lost.save(() -> CHOSEN));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("The settings could not be saved in "));
    }
}
