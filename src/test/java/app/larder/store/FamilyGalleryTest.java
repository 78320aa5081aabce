package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.Membership;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.account.ServerAddress;
import app.larder.account.view.AdoptionView;
import app.larder.account.view.ConnectView;
import app.larder.account.view.ConnectViewModel;
import app.larder.account.view.FamilyView;
import app.larder.account.view.FamilyViewModel;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.gallery.NoDialogs;
import app.larder.gallery.NoDoors;
import app.larder.shell.WelcomeView;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card of the family's database, on a real Postgres. */
class FamilyGalleryTest {

    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path folder = Path.of("");

    private Entered entered;
    private FamilyAccount account;

    @BeforeEach
    void open() {
        entered = new People(new ProfileFolder(folder), new CipherChange(), _ -> {}).enterAtOnce().orElseThrow();
        Database.local(entered.folder()).close();
        account = new FamilyAccount(
                entered,
                new RemoteServers(),
                new SecretShelves(entered, SecretShelf.session()),
                Clock.systemUTC());
    }

    private Parent card(Locale language) {
        Texts texts = Texts.in(language);
        FamilyViewModel model = new FamilyViewModel(
                account, entered, Background.direct(), new Notices(), texts, new NoDoors());
        Views views = new Views(
                Map.of(
                        FamilyView.class, () -> new FamilyView(model, texts),
                        ConnectView.class,
                        () -> new ConnectView(model.connecting(), new NoDialogs(), texts),
                        AdoptionView.class, () -> new AdoptionView(model.connecting(), texts)),
                texts);
        VBox column = new VBox(views.load(FamilyView.class).root());
        column.getStyleClass().add("settings-column");
        ScrollPane pane = new ScrollPane(column);
        pane.setFitToWidth(true);
        pane.getStyleClass().addAll("page", "settings");
        return pane;
    }

    private Parent welcome(Locale language, Consumer<String> connected) {
        Texts texts = Texts.in(language);
        ConnectViewModel model = new ConnectViewModel(account, Background.direct(), texts, connected);
        return new Views(
                        Map.of(
                                WelcomeView.class, () -> new WelcomeView(_ -> fail("nobody starts here"), model),
                                ConnectView.class, () -> new ConnectView(model, new NoDialogs(), texts),
                                AdoptionView.class, () -> new AdoptionView(model, texts)),
                        texts)
                .load(WelcomeView.class)
                .root();
    }

    @Test
    void theFirstScreenConnectsToo() {
        Gallery.pictures("welcome-connect", () -> welcome(Locale.ENGLISH, _ -> {}), root -> {
            assertTrue(find(root, "welcome-start").getParent().getParent().isVisible());
            button(root, "welcome-connect").fire();
            assertFalse(find(root, "welcome-start").getParent().getParent().isVisible());
        });
        try (Family family = Family.fresh()) {
            List<String> said = new ArrayList<>();
            Gallery.picture(
                    "welcome-signup", Gallery.Look.light(900, 600), () -> welcome(Locale.GERMAN, said::add), root -> {
                        button(root, "welcome-connect").fire();
                        ((TextArea) find(root, "family-address"))
                                .setText(family.invitation().address() + " " + family.invitation().code());
                        button(root, "family-test").fire();
                        assertEquals(5, root.lookupAll(".step-done").size());
                        assertEquals(1, root.lookupAll(".step-needless").size(), "nothing is encrypted on one computer");
                        ((TextField) find(root, "family-username")).setText("anna");
                        ((PasswordField) find(root, "family-password")).setText(PASSWORD);
                        ((PasswordField) find(root, "family-repeated")).setText(PASSWORD);
                        button(root, "family-enter").fire();
                    });
            assertEquals(List.of("Du bist an der Datenbank der Familie angemeldet."), said);
            assertTrue(account.isSignedIn());
        }
    }

    @Test
    void whoChangesTheirMindStartsOnThisComputerAfterAll() {
        Gallery.picture("welcome-back", Gallery.Look.light(900, 600), () -> welcome(Locale.ENGLISH, _ -> {}), root -> {
            button(root, "welcome-connect").fire();
            root.lookupAll("Button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals("Cancel") && button.getParent().getParent().isVisible())
                    .findFirst()
                    .orElseThrow()
                    .fire();
            assertTrue(find(root, "welcome-start").getParent().getParent().isVisible());
        });
    }

    @Test
    void nobodyIsConnectedYet() {
        Gallery.pictures("family-none", () -> card(Locale.ENGLISH));
    }

    @Test
    void anAddressThatDoesNotWorkStopsAtItsStepWithACure() {
        Gallery.pictures("family-wrong", () -> card(Locale.ENGLISH), root -> {
            button(root, "family-connect").fire();
            ((TextArea) find(root, "family-address")).setText(
                    "postgresql://larder_kitchen:secret@localhost:" + TestPostgres.port() + "/postgres");
            button(root, "family-test").fire();
            assertEquals(1, root.lookupAll(".step-failed").size());
            assertTrue(((Label) find(root, "family-connect-problem")).getText().contains("larder_kitchen"));
        });
        Gallery.picture("family-wrong-german", Gallery.Look.light(900, 600), () -> card(Locale.GERMAN), root -> {
            button(root, "family-connect").fire();
            ((TextArea) find(root, "family-address")).setText("postgresql://anna:geheim@localhost:1/postgres");
            button(root, "family-test").fire();
        });
    }

    @Test
    void theOwnerSetsUpAnEmptyDatabaseAndANewPersonSignsUp() {
        String owner = TestPostgres.freshAddress();
        Gallery.picture("family-owner", Gallery.Look.light(900, 600), () -> card(Locale.ENGLISH), root -> {
            button(root, "family-connect").fire();
            ((TextArea) find(root, "family-address")).setText(owner);
            button(root, "family-test").fire();
            assertEquals(5, root.lookupAll(".step-done").size());
        });
        Gallery.picture("family-signup", Gallery.Look.light(1440, 900), () -> card(Locale.ENGLISH), root -> {
            button(root, "family-connect").fire();
            ((TextArea) find(root, "family-address")).setText(owner);
            button(root, "family-test").fire();
            button(root, "family-setup").fire();
            assertTrue(((ToggleButton) find(root, "family-fresh")).isSelected(), "an invitation came with the login");
            ((TextField) find(root, "family-username")).setText("anna");
        });
        Gallery.pictures("family-member", () -> card(Locale.ENGLISH), root -> {
            if (account.membership().isEmpty()) {
                button(root, "family-connect").fire();
                ((TextArea) find(root, "family-address")).setText(owner);
                button(root, "family-test").fire();
                button(root, "family-setup").fire();
                ((TextField) find(root, "family-username")).setText("anna");
                ((PasswordField) find(root, "family-password")).setText(PASSWORD);
                ((PasswordField) find(root, "family-repeated")).setText(PASSWORD);
                button(root, "family-enter").fire();
            }
            assertEquals("anna", account.membership().orElseThrow().username());
            assertTrue(account.isSignedIn());
        });
        account.signOut();
        account.work(Membership.Work.DIRECT);
        Gallery.picture(
                "family-signedout", Gallery.Look.light(900, 600), () -> card(Locale.GERMAN), root -> {});
    }

    @Test
    void tablesOfAnotherProgramAreTakenOverAfterTwoYeses() {
        String address = OtherProgram.freshDatabase();
        Gallery.pictures("family-adoption", () -> card(Locale.ENGLISH), root -> {
            look(root, address);
            assertTrue(((VBox) find(root, "adoption-lines")).getChildren().size() > 10);
        });
        Gallery.picture("family-adopted", Gallery.Look.light(1440, 900), () -> card(Locale.GERMAN), root -> {
            look(root, address);
            Button go = button(root, "adoption-go");
            assertTrue(go.isDisabled());
            ((CheckBox) find(root, "adoption-yes")).fire();
            assertTrue(go.isDisabled(), "one yes is not two");
            ((CheckBox) find(root, "adoption-secure")).fire();
            assertFalse(go.isDisabled());
            ((VBox) find(root, "adoption-programs")).getChildren().stream()
                    .map(CheckBox.class::cast)
                    .filter(box -> box.getText().startsWith("web,"))
                    .forEach(CheckBox::fire);
            go.fire();
            assertTrue(find(root, "family-computer").getParent().getParent().isVisible(), "the owner goes on with this computer");
        });
        assertEquals(List.of(), account.servers().setUp().verify(new ServerAddress(address, null)));
        try (Connection web = Family.connect(DatabaseUrl.parse(address.replace("owner:owner", "web:web")));
                Statement statement = web.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from public.recipes")) {
            rows.next();
            assertEquals(2, rows.getInt(1), "the program that was ticked sees everybody's rows");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tablesThatCannotBeTakenOverAreSaidToBe() throws SQLException {
        String address = OtherProgram.freshDatabase();
        try (Connection owner = Family.connect(DatabaseUrl.parse(address)); Statement statement = owner.createStatement()) {
            statement.execute("alter table public.recipes drop column name");
        }
        Gallery.picture("family-refused", Gallery.Look.light(900, 600), () -> card(Locale.GERMAN), root -> {
            look(root, address);
            assertTrue(((Label) ((VBox) find(root, "adoption-lines")).getChildren().getFirst()).getText()
                    .contains("Die Spalte recipes.name fehlt."));
            assertTrue(button(root, "adoption-go").isDisabled());
        });
    }

    private static void look(Parent root, String address) {
        button(root, "family-connect").fire();
        ((TextArea) find(root, "family-address")).setText(address);
        button(root, "family-test").fire();
    }

    @Test
    void anInvitationIsPastedWhole() {
        try (Family family = Family.fresh()) {
            String printed = "Address: " + family.invitation().address() + "\nCode to sign up: "
                    + family.invitation().code() + "\n";
            Gallery.picture("family-invited", Gallery.Look.light(1440, 900), () -> card(Locale.GERMAN), root -> {
                button(root, "family-connect").fire();
                ((TextArea) find(root, "family-address")).setText(printed);
                button(root, "family-test").fire();
                assertEquals(
                        family.invitation().code(), ((TextField) find(root, "family-code")).getText());
            });
            account.signUp(
                    new ServerAddress(family.invitation().address(), null),
                    true,
                    family.invitation().code(),
                    "ben",
                    PASSWORD.toCharArray(),
                    SecretShelf.Place.SESSION);
        }
    }

    private static Button button(Parent root, String id) {
        return (Button) find(root, id);
    }

    private static Node find(Parent root, String id) {
        return Objects.requireNonNull(root.lookup("#" + id), id);
    }
}
