package app.larder.gallery;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.account.ProfileFolder;
import app.larder.account.view.AddPersonView;
import app.larder.account.view.PeopleView;
import app.larder.account.view.PeopleViewModel;
import app.larder.account.view.SignInView;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.settings.Settings;
import app.larder.store.CipherChange;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in: who is cooking, the password, a new person, and the account in the settings. */
class AccountGalleryTest {

    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path folder;

    private People people;

    @BeforeEach
    void open() {
        people = new People(new ProfileFolder(folder), new CipherChange(), _ -> {});
        people.rename(people.last(), "Anna");
    }

    private void family() {
        people.add("Großvater Ernst-August von der Nordseeküste", PASSWORD.toCharArray());
        people.add("Ben", null);
    }

    private Parent entrance(Locale language, PeopleViewModel.Page first) {
        Texts texts = Texts.in(language);
        PeopleViewModel model = new PeopleViewModel(people, Background.direct(), texts, Entered::close, first);
        Views views = new Views(
                Map.of(
                        PeopleView.class, () -> new PeopleView(model, texts),
                        SignInView.class, () -> new SignInView(model, texts),
                        AddPersonView.class, () -> new AddPersonView(model)),
                texts);
        return views.load(PeopleView.class).root();
    }

    @Test
    void whoIsCooking() {
        family();
        Gallery.pictures("account-who", () -> entrance(Locale.ENGLISH, PeopleViewModel.Page.WHO));
    }

    @Test
    void aWrongPassword() {
        family();
        Gallery.pictures(
                "account-signin",
                () -> entrance(Locale.ENGLISH, PeopleViewModel.Page.WHO),
                root -> {
                    ((Button) root.lookupAll(".person-card").toArray()[1]).fire();
                    ((PasswordField) field(root, "sign-in-password")).setText("quince jam");
                    ((Button) field(root, "sign-in")).fire();
                });
    }

    @Test
    void aNewPersonWithAPassword() {
        Gallery.pictures(
                "account-add",
                () -> entrance(Locale.ENGLISH, PeopleViewModel.Page.NEW_PERSON),
                root -> {
                    ((TextField) field(root, "new-person-name")).setText("Anna");
                    ((CheckBox) field(root, "new-person-protect")).setSelected(true);
                });
    }

    @Test
    void inGermanWithTextTwiceTheSize() {
        family();
        Gallery.Look look = Gallery.Look.light(1440, 900).withTextSize(200);
        Gallery.picture(
                "account-who-german", look, () -> entrance(Locale.GERMAN, PeopleViewModel.Page.WHO), root -> {});
        Gallery.picture(
                "account-add-german",
                look,
                () -> entrance(Locale.GERMAN, PeopleViewModel.Page.NEW_PERSON),
                root -> {});
        Gallery.picture(
                "account-who-german-small",
                Gallery.Look.light(900, 600),
                () -> entrance(Locale.GERMAN, PeopleViewModel.Page.WHO),
                root -> {});
    }

    @Test
    void theAccountOfSomebodyWithoutAPassword() {
        Gallery.pictures(
                "account-settings",
                () -> SettingsGalleryTest.screen(
                        Locale.ENGLISH, Settings.DEFAULTS, people, people.enter(people.last())),
                root -> ((Button) field(root, "account-protect")).fire());
    }

    @Test
    void theAccountOfSomebodyProtected() {
        Person eva = people.add("Eva", PASSWORD.toCharArray());
        Entered entered = people.unlock(eva, PASSWORD.toCharArray()).orElseThrow();
        Gallery.pictures(
                "account-settings-protected",
                () -> SettingsGalleryTest.screen(Locale.ENGLISH, Settings.DEFAULTS, people, entered),
                root -> {
                    ((Button) field(root, "account-remove")).fire();
                    ((PasswordField) field(root, "account-old")).setText("quince jam");
                    ((Button) field(root, "account-apply")).fire();
                });
        Gallery.picture(
                "account-settings-protected-german",
                Gallery.Look.light(900, 600),
                () -> SettingsGalleryTest.screen(Locale.GERMAN, Settings.DEFAULTS, people, entered),
                root -> ((Button) field(root, "account-change")).fire());
    }

    @Test
    void goingForGood() {
        Gallery.pictures(
                "account-gone",
                () -> SettingsGalleryTest.screen(Locale.GERMAN, Settings.DEFAULTS, people, people.enter(people.last())),
                root -> ((Button) field(root, "account-gone")).fire());
    }

    private static Node field(Parent root, String id) {
        return Objects.requireNonNull(root.lookup("#" + id), id);
    }
}
