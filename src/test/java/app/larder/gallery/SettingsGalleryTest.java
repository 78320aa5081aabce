package app.larder.gallery;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import app.larder.backup.BackupShelf;
import app.larder.backup.Backups;
import app.larder.backup.Unlocking;
import app.larder.backup.view.BackupView;
import app.larder.backup.view.BackupViewModel;
import app.larder.chat.ChatKeys;
import app.larder.chat.ChatModels;
import app.larder.chat.view.ChosenModel;
import app.larder.chat.view.HandModel;
import app.larder.chat.view.ModelView;
import app.larder.chat.view.ModelViewModel;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.settings.ChatSettings;
import app.larder.settings.Settings;
import app.larder.settings.view.SettingsView;
import app.larder.settings.view.SettingsViewModel;
import app.larder.settings.view.ThisComputer;
import app.larder.store.CipherChange;
import app.larder.store.RemoteServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
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
        Entered entered = people.enter(people.last());
        // As after the first start: backups are never made in the place of a folder that is gone.
        assertTrue(Files.isDirectory(entered.folder()) || entered.folder().toFile().mkdirs());
        return screen(language, settings, people, entered);
    }

    static Parent screen(Locale language, Settings settings, People people, Entered entered) {
        Texts texts = Texts.in(language);
        ThisComputer computer = new ThisComputer("0.1.0", Path.of("/home/anna/.local/share/larder"));
        Dialogs dialogs = new NoDialogs();
        FamilyViewModel family = family(entered, texts);
        AccountViewModel account = new AccountViewModel(
                people, entered, Background.direct(), new Notices(), texts, new NoDoors());
        ChatKeys keys = new ChatKeys(new SecretShelves(entered, SecretShelf.session()));
        ChatModels models = new ChatModels(settings::chat, keys, new HandModel());
        ModelViewModel model = new ModelViewModel(
                new ChosenModel(() -> settings, _ -> {}), models, keys, Background.direct(), new Notices(), texts);
        Backups backups = new Backups(
                new NoRows(), new BackupShelf(entered.folder(), entered.key()), Unlocking.NOTHING, 5, Clock.systemUTC());
        BackupViewModel kept = new BackupViewModel(
                backups, settings.backups(), _ -> {}, Background.direct(), new Notices(), texts);
        Views views = new Views(
                Map.of(
                        BackupView.class, () -> new BackupView(kept, dialogs, texts),
                        ModelView.class, () -> new ModelView(model, texts),
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

    private static Settings answeredBy(ChatSettings.Provider provider, String address, String model) {
        return Settings.DEFAULTS.withChat(
                ChatSettings.DEFAULTS.withProvider(provider).withAddress(address).withModel(model));
    }

    private static void toTheChat(Parent root) {
        to(root, "#model-card");
    }

    @Test
    void backupsAndWhatRestoringOneWouldDo() {
        Gallery.pictures("settings-backup", () -> screen(Locale.ENGLISH, Settings.DEFAULTS), SettingsGalleryTest::preview);
        Gallery.picture(
                "settings-backup-german", Gallery.Look.light(900, 600).withTextSize(200),
                () -> screen(Locale.GERMAN, Settings.DEFAULTS), SettingsGalleryTest::preview);
    }

    private static void preview(Parent root) {
        ((Button) root.lookup("#backup-now")).fire();
        ((Button) root.lookup("#backup-list .button")).fire();
        root.applyCss();
        root.layout();
        to(root, "#backup-card");
    }

    private static void to(Parent root, String selector) {
        ScrollPane pane = (ScrollPane) root.lookup("#stage > .scroll-pane");
        Node card = root.lookup(selector);
        double top = pane.getContent().sceneToLocal(card.localToScene(0, 0)).getY() - 24;
        pane.setVvalue(top / (pane.getContent().getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight()));
    }

    @Test
    void whoAnswersInTheChat() {
        Settings remote = answeredBy(ChatSettings.Provider.OPENAI, "", "gpt-5-mini");
        Gallery.pictures("settings-chat", () -> screen(Locale.ENGLISH, remote), SettingsGalleryTest::toTheChat);
        Gallery.picture(
                "settings-chat-helper", Gallery.Look.light(1440, 900), () -> screen(Locale.ENGLISH, Settings.DEFAULTS),
                SettingsGalleryTest::toTheChat);
        Gallery.picture(
                "settings-chat-german", Gallery.Look.light(900, 600).withTextSize(200), () -> screen(Locale.GERMAN, remote),
                SettingsGalleryTest::toTheChat);
    }

    @Test
    void aModelIsTriedStepByStep() {
        Settings silent = answeredBy(ChatSettings.Provider.OTHER, "http://127.0.0.1:1/v1", "qwen3");
        Gallery.picture("settings-chat-test", Gallery.Look.light(1440, 900), () -> screen(Locale.ENGLISH, silent), root -> {
            ((Button) root.lookup("#model-test")).fire();
            root.applyCss();
            root.layout();
            toTheChat(root);
        });
        Settings clear = answeredBy(ChatSettings.Provider.OTHER, "http://192.168.1.20:8080/v1", "qwen3");
        Gallery.picture(
                "settings-chat-clear", Gallery.Look.light(900, 600), () -> screen(Locale.ENGLISH, clear),
                SettingsGalleryTest::toTheChat);
    }
}
