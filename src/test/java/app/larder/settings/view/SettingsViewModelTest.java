package app.larder.settings.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.kitchen.CupStandard;
import app.larder.settings.Cooking;
import app.larder.settings.Settings;
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
        model.units(Cooking.Units.METRIC);
        model.cups(CupStandard.IMPERIAL);
        model.language(Settings.Language.GERMAN);
        model.textSize(140);
        Settings all = Settings.DEFAULTS
                .withAppearance(Settings.Appearance.DARK)
                .withCooking(Cooking.DEFAULTS.withUnits(Cooking.Units.METRIC).withCups(CupStandard.IMPERIAL))
                .withLanguage(Settings.Language.GERMAN)
                .withTextSizePercent(140);
        assertEquals(all, model.settingsProperty().get());
        assertEquals(all, saved.getLast());
        assertEquals(5, saved.size());
    }

    @Test
    void staplesAreTypedWithCommasAndTheUsualOnesComeBack() {
        assertEquals("salt, pepper, water, oil", model.staples());
        model.staples(" salt, olive oil ,,flour; ");
        assertEquals(List.of("salt", "olive oil", "flour"), model.settingsProperty().get().cooking().staples());
        assertEquals("salt, olive oil, flour", model.staples());

        model.staples("");
        assertEquals(List.of(), model.settingsProperty().get().cooking().staples());
        model.usualStaples();
        assertEquals(Settings.DEFAULTS, model.settingsProperty().get());
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
}
