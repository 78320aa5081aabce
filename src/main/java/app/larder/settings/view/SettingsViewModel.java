package app.larder.settings.view;

import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.kitchen.CupStandard;
import app.larder.settings.Cooking;
import app.larder.settings.Library;
import app.larder.settings.Settings;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings as chosen so far; every choice is applied and saved at once. */
public final class SettingsViewModel {

    private static final int TEXT_STEP = 10;

    private final Consumer<Settings> changed;
    private final ThisComputer computer;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /**
     * The settings, starting from these.
     *
     * @param changed applies a choice, saves it and says so if that fails
     */
    public SettingsViewModel(
            Settings settings, Consumer<Settings> changed, ThisComputer computer, Notices notices, Texts texts) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.changed = changed;
        this.computer = computer;
        this.notices = notices;
        this.texts = texts;
    }

    /** What is chosen now. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    void appearance(Settings.Appearance appearance) {
        choose(settings.get().withAppearance(appearance));
    }

    void textSize(int percent) {
        choose(settings.get().withTextSizePercent(percent));
    }

    void largerText() {
        textSize(settings.get().textSizePercent() + TEXT_STEP);
    }

    void smallerText() {
        textSize(settings.get().textSizePercent() - TEXT_STEP);
    }

    void language(Settings.Language language) {
        choose(settings.get().withLanguage(language));
    }

    void newVersions(boolean allowed) {
        choose(settings.get().withNewVersions(allowed));
    }

    void units(Cooking.Units units) {
        choose(settings.get().withCooking(settings.get().cooking().withUnits(units)));
    }

    void cups(CupStandard cups) {
        choose(settings.get().withCooking(settings.get().cooking().withCups(cups)));
    }

    /** What counts as always at home, as typed: names with commas between them. */
    void staples(String typed) {
        if (!typed.strip().equals(staples())) {
            choose(settings.get().withCooking(settings.get().cooking().withStaples(Cooking.names(typed))));
        }
    }

    /** The usual things count as always at home again. */
    void usualStaples() {
        choose(settings.get().withCooking(settings.get().cooking().withStaples(null)));
    }

    /** What counts as always at home, names with commas between them. */
    String staples() {
        List<String> chosen = settings.get().cooking().staples();
        return chosen == null ? texts.get("settings.staples.usual") : String.join(", ", chosen);
    }

    String version() {
        return computer.version();
    }

    String home() {
        return computer.home().toString();
    }

    java.net.URI homeAddress() {
        return computer.home().toUri();
    }

    List<Library> libraries() {
        return Library.all();
    }

    void copied() {
        notices.done(texts.get("settings.home.copied"));
    }

    private void choose(Settings next) {
        if (next.equals(settings.get())) {
            return;
        }
        settings.set(next);
        changed.accept(next);
    }
}
