package app.larder.settings.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.settings.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

    private final List<Settings> saved = new ArrayList<>();
    private final Notices notices = new Notices();
    private final ThisComputer computer = new ThisComputer("0.1.0", Path.of("larder-home"));
    private final SettingsViewModel model =
            new SettingsViewModel(Settings.DEFAULTS, saved::add, computer, notices, Texts.in(Locale.ENGLISH));

    @Test
    void everyChoiceIsSavedAtOnceAndKeepsTheOthers() {
        model.appearance(Settings.Appearance.DARK);
        model.units(Settings.Units.METRIC);
        model.language(Settings.Language.GERMAN);
        model.textSize(140);
        Settings all = Settings.DEFAULTS
                .withAppearance(Settings.Appearance.DARK)
                .withUnits(Settings.Units.METRIC)
                .withLanguage(Settings.Language.GERMAN)
                .withTextSizePercent(140);
        assertEquals(all, model.settingsProperty().get());
        assertEquals(all, saved.getLast());
        assertEquals(4, saved.size());
    }

    @Test
    void choosingWhatIsChosenSavesNothing() {
        model.appearance(Settings.DEFAULTS.appearance());
        assertEquals(List.of(), saved);
    }

    @Test
    void textGrowsByTenPercentUpToTwiceTheSize() {
        model.textSize(190);
        model.largerText();
        model.largerText();
        assertEquals(200, model.settingsProperty().get().textSizePercent());
        model.smallerText();
        assertEquals(190, model.settingsProperty().get().textSizePercent());
    }

    @Test
    void settingsChangedElsewhereAreShownAndKeptByTheNextChoice() {
        model.show(Settings.DEFAULTS.withWelcomed(true));
        model.units(Settings.Units.US);
        assertTrue(saved.getLast().welcomed());
        assertEquals(1, saved.size());
    }

    @Test
    void aChoiceThatCannotBeSavedHoldsAndSaysSo() {
        SettingsViewModel full = new SettingsViewModel(
                Settings.DEFAULTS,
                _ -> {
                    throw new UncheckedIOException(new java.io.IOException("no space left"));
                },
                computer,
                notices,
                Texts.in(Locale.ENGLISH));
        full.appearance(Settings.Appearance.DARK);
        assertEquals(Settings.Appearance.DARK, full.settingsProperty().get().appearance());
        Notices.Notice notice = notices.currentProperty().get();
        assertNotNull(notice);
        assertEquals(Notices.Kind.PROBLEM, notice.kind());
        assertTrue(notice.text().contains("larder-home"), notice.text());
    }
}
