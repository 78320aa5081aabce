package app.larder.gallery;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.account.view.AccountView;
import app.larder.account.view.AccountViewModel;
import app.larder.account.view.AdoptionView;
import app.larder.account.view.ConnectView;
import app.larder.account.view.FamilyView;
import app.larder.account.view.FamilyViewModel;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.settings.Settings;
import app.larder.settings.view.SettingsView;
import app.larder.settings.view.SettingsViewModel;
import app.larder.settings.view.ThisComputer;
import app.larder.store.CipherChange;
import app.larder.store.RemoteServers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings, drawn. */
class SettingsGalleryTest {

    @TempDir
    private Path home;

    private Parent screen(Locale language, Settings settings) {
        People people = new People(new ProfileFolder(home), new CipherChange(), _ -> {});
        people.rename(people.last(), "Anna");
        return screen(language, settings, people, people.enter(people.last()));
    }

    static Parent screen(Locale language, Settings settings, People people, Entered entered) {
        Texts texts = Texts.in(language);
        ThisComputer computer = new ThisComputer("0.1.0", Path.of("/home/anna/.local/share/larder"));
        Dialogs dialogs = new NoDialogs();
        FamilyViewModel family = family(entered, texts);
        AccountViewModel account = new AccountViewModel(
                people, entered, Background.direct(), new Notices(), texts, new NoDoors());
        Views views = new Views(
                Map.of(
                        SettingsView.class, () -> new SettingsView(
                                new SettingsViewModel(settings, _ -> {}, computer, new Notices(), texts), dialogs, texts),
                        AccountView.class, () -> new AccountView(account, texts),
                        FamilyView.class, () -> new FamilyView(family, texts),
                        ConnectView.class, () -> new ConnectView(family.connecting(), dialogs, texts),
                        AdoptionView.class, () -> new AdoptionView(family.connecting(), texts)),
                texts);
        return Framed.in("settings", texts, views.load(SettingsView.class).root());
    }

    private static FamilyViewModel family(Entered entered, Texts texts) {
        SecretShelves shelves = new SecretShelves(entered, SecretShelf.session());
        FamilyAccount account = new FamilyAccount(entered, new RemoteServers(), shelves, Clock.systemUTC());
        return new FamilyViewModel(
                account, entered, Background.direct(), new Notices(), texts, new NoDoors());
    }

    private static void toTheEnd(Parent root) {
        ((ScrollPane) root.lookup("#stage > .scroll-pane")).setVvalue(1);
    }

    @Test
    void theSettingsAtTheirTop() {
        Gallery.pictures("settings-top", () -> screen(Locale.ENGLISH, Settings.DEFAULTS));
    }

    @Test
    void theSettingsAtTheirEnd() {
        Gallery.pictures("settings-end", () -> screen(Locale.ENGLISH, Settings.DEFAULTS), SettingsGalleryTest::toTheEnd);
    }

    @Test
    void inGermanWithTextTwiceTheSize() {
        Gallery.Look look = Gallery.Look.light(900, 600).withTextSize(200);
        Settings settings = Settings.DEFAULTS.withTextSizePercent(200);
        Gallery.picture("settings-german-top", look, () -> screen(Locale.GERMAN, settings), root -> {});
        Gallery.picture("settings-german-end", look, () -> screen(Locale.GERMAN, settings), SettingsGalleryTest::toTheEnd);
        Gallery.picture("settings-german-top", Gallery.Look.light(1440, 900), () -> screen(Locale.GERMAN, Settings.DEFAULTS), root -> {});
    }
}
