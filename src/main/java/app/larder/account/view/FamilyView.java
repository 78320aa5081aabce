package app.larder.account.view;

import app.larder.account.Computer;
import app.larder.account.Membership;
import app.larder.account.SecretShelf;
import app.larder.account.view.ConnectViewModel.Page;
import app.larder.account.view.FamilyViewModel.Standing;
import app.larder.fx.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card of the family's database in the settings. */
public final class FamilyView {

    private final FamilyViewModel model;
    private final Texts texts;

    @FXML
    private VBox none;

    @FXML
    private VBox member;

    @FXML
    private Label who;

    @FXML
    private Label verified;

    @FXML
    private Label unverified;

    @FXML
    private VBox signIn;

    @FXML
    private Label signInText;

    @FXML
    private VBox passwordBox;

    @FXML
    private PasswordField password;

    @FXML
    private Button signInButton;

    @FXML
    private Button connectAgain;

    @FXML
    private Button test;

    @FXML
    private Button change;

    @FXML
    private Button signOut;

    @FXML
    private VBox changing;

    @FXML
    private PasswordField old;

    @FXML
    private PasswordField fresh;

    @FXML
    private PasswordField repeated;

    @FXML
    private RadioButton here;

    @FXML
    private RadioButton direct;

    @FXML
    private ComboBox<SecretShelf.Place> place;

    @FXML
    private Label placeHint;

    @FXML
    private VBox computersBox;

    @FXML
    private VBox computers;

    @FXML
    private Label problem;

    /** The card of that account. */
    public FamilyView(FamilyViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        PlaceNames names = new PlaceNames(texts);
        place.setConverter(names);
        place.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                placeHint.setText(names.hint(chosen));
                model.keepSecrets(chosen);
            }
        });
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        member.disableProperty().bind(model.busyProperty());
        changing.visibleProperty().bind(model.changingProperty());
        changing.managedProperty().bind(changing.visibleProperty());
        model.standingProperty().subscribe(this::show);
        model.connecting().pageProperty().subscribe(_ -> show(model.standingProperty().get()));
        model.computers().addListener((Observable _) -> showComputers());
        here.setOnAction(_ -> model.work(Membership.Work.HERE));
        direct.setOnAction(_ -> model.work(Membership.Work.DIRECT));
        model.load();
    }

    private void show(@Nullable Standing standing) {
        boolean connecting = model.connecting().pageProperty().get() != Page.CLOSED;
        Membership membership = standing == null ? null : standing.membership();
        present(none, standing != null && membership == null && !connecting);
        present(member, membership != null && !connecting);
        if (standing == null || membership == null) {
            return;
        }
        who.setText(texts.get("account.family.who", membership.username(), membership.server()));
        present(verified, membership.verified());
        present(unverified, !membership.verified());
        boolean canSignIn = !standing.signedIn() && standing.addressKnown();
        present(signIn, !standing.signedIn());
        present(passwordBox, canSignIn);
        present(signInButton, canSignIn);
        present(connectAgain, !standing.addressKnown());
        signInText.setText(texts.get(!standing.addressKnown()
                ? "account.family.addressgone"
                : membership.stale() ? "account.family.stale" : "account.family.signinagain"));
        present(test, standing.addressKnown());
        present(change, standing.signedIn());
        present(signOut, standing.signedIn());
        here.setSelected(membership.work() == Membership.Work.HERE);
        direct.setSelected(membership.work() == Membership.Work.DIRECT);
        direct.setDisable(!standing.signedIn());
        place.getItems().setAll(standing.places());
        place.setValue(membership.secrets());
        showComputers();
    }

    private void showComputers() {
        present(computersBox, !model.computers().isEmpty());
        computers.getChildren().setAll(model.computers().stream().map(this::row).toList());
    }

    private Node row(Computer computer) {
        Label name = new Label(computer.name());
        name.getStyleClass().add("may-cut");
        Label facts = new Label(facts(computer));
        facts.getStyleClass().add("caption");
        facts.setWrapText(true);
        VBox words = new VBox(name, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(16, words);
        row.getStyleClass().add("computer-row");
        if (!computer.revoked() && !computer.here()) {
            Button revoke = new Button(texts.get("account.family.revoke"));
            revoke.setMinWidth(Button.USE_PREF_SIZE);
            revoke.setAccessibleText(texts.get("account.family.revoke.name", computer.name()));
            revoke.setOnAction(_ -> model.revoke(computer));
            row.getChildren().add(revoke);
        }
        return row;
    }

    private String facts(Computer computer) {
        if (computer.revoked()) {
            return texts.get("account.family.computer.revoked");
        }
        Instant last = computer.lastSignIn();
        String seen = last == null
                ? texts.get("account.family.computer.never", day(computer.invited()))
                : texts.get("account.family.computer.last", day(last));
        return computer.here() ? texts.get("account.family.computer.here", seen) : seen;
    }

    private String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault())
                .format(time);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void connect() {
        model.connecting().open();
    }

    @FXML
    private void signIn() {
        model.signIn(Typed.take(password));
    }

    @FXML
    private void test() {
        model.test();
    }

    @FXML
    private void change() {
        model.askForNewPassword(true);
        old.requestFocus();
    }

    @FXML
    private void applyChange() {
        model.changePassword(Typed.take(old), Typed.take(fresh), Typed.take(repeated));
    }

    @FXML
    private void cancelChange() {
        model.askForNewPassword(false);
    }

    @FXML
    private void signOut() {
        model.signOut();
    }

    @FXML
    private void disconnect() {
        model.disconnect();
    }
}
