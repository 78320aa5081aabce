package app.larder.account.view;

import app.larder.account.SecretShelf;
import app.larder.account.view.ConnectViewModel.Page;
import app.larder.account.view.Trial.Row;
import app.larder.fx.Dialogs;
import app.larder.fx.Texts;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to the family's database: address, named steps, account. */
public final class ConnectView {

    private final ConnectViewModel model;
    private final Dialogs dialogs;
    private final Texts texts;

    @FXML
    private VBox root;

    @FXML
    private VBox addressPage;

    @FXML
    private TextArea address;

    @FXML
    private Label certificate;

    @FXML
    private Button test;

    @FXML
    private VBox steps;

    @FXML
    private VBox ownerPage;

    @FXML
    private TextField computer;

    @FXML
    private VBox accountPage;

    @FXML
    private Label server;

    @FXML
    private Label unverified;

    @FXML
    private VBox warnings;

    @FXML
    private ToggleGroup kind;

    @FXML
    private ToggleButton fresh;

    @FXML
    private TextField username;

    @FXML
    private PasswordField password;

    @FXML
    private VBox newcomer;

    @FXML
    private PasswordField repeated;

    @FXML
    private TextField code;

    @FXML
    private ComboBox<SecretShelf.Place> place;

    @FXML
    private Label placeHint;

    @FXML
    private Button enter;

    @FXML
    private Label problem;

    /** The way that the model goes. */
    public ConnectView(ConnectViewModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        shownIf(root, model.pageProperty().isNotEqualTo(Page.CLOSED));
        shownIf(addressPage, model.pageProperty().isEqualTo(Page.ADDRESS));
        shownIf(ownerPage, model.pageProperty().isEqualTo(Page.OWNER));
        shownIf(accountPage, model.pageProperty().isEqualTo(Page.ACCOUNT));
        shownIf(unverified, model.unverifiedProperty());
        shownIf(problem, model.problemProperty().isNotEmpty());
        shownIf(newcomer, fresh.selectedProperty());
        problem.textProperty().bind(model.problemProperty());
        root.disableProperty().bind(model.busyProperty().or(model.adopting().busyProperty()));
        certificate.textProperty().bind(model.certificateProperty()
                .map(String::valueOf)
                .orElse(texts.get("account.family.certificate.none")));
        test.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "account.family.testing" : "account.family.test")));
        enter.textProperty().bind(fresh.selectedProperty().map(isNew -> texts.get(isNew ? "account.family.signup" : "account.family.signin")));
        server.textProperty().bind(model.serverProperty().map(shown -> texts.get("account.family.found", shown)));
        model.steps().addListener((Observable _) -> showSteps());
        model.warnings().addListener((Observable _) -> showWarnings());
        model.places().addListener((Observable _) -> showPlaces());
        model.codeProperty().subscribe(this::codeArrived);
        model.pageProperty().subscribe(this::turned);
        PlaceNames names = new PlaceNames(texts);
        place.setConverter(names);
        place.valueProperty().subscribe(chosen -> placeHint.setText(chosen == null ? "" : names.hint(chosen)));
        kind.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                kind.selectToggle(before);
            }
        });
        computer.setText(texts.get("account.family.computer.usual"));
    }

    private static void shownIf(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void turned(Page page) {
        switch (page) {
            case ADDRESS -> address.requestFocus();
            case OWNER -> computer.requestFocus();
            case ADOPTION -> {}
            case ACCOUNT -> {
                address.clear();
                username.requestFocus();
            }
            case CLOSED -> {
                address.clear();
                password.clear();
                repeated.clear();
                code.clear();
            }
        }
    }

    private void codeArrived(String arrived) {
        if (!arrived.isEmpty()) {
            code.setText(arrived);
            fresh.setSelected(true);
        }
    }

    private void showPlaces() {
        place.getItems().setAll(model.places());
        place.getSelectionModel().selectFirst();
    }

    private void showSteps() {
        steps.getChildren().setAll(model.steps().stream().map(this::step).toList());
    }

    private Label step(Row row) {
        String icon = switch (row.state()) {
            case WAITING -> "fth-circle";
            case RUNNING -> "fth-loader";
            case DONE -> "fth-check-circle";
            case NEEDLESS -> "fth-minus-circle";
            case FAILED -> "fth-x-circle";
        };
        String state = row.state().name().toLowerCase(Locale.ROOT);
        String name = texts.get("account.family.step." + row.step().name());
        String shown = row.state() == Trial.State.NEEDLESS ? texts.get("account.family.needless", name) : name;
        Label label = new Label(shown, new FontIcon(icon));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("connect-step", "step-" + state);
        label.setAccessibleText(name + ": " + texts.get("account.family.state." + state));
        return label;
    }

    private void showWarnings() {
        warnings.getChildren().setAll(model.warnings().stream().map(text -> {
            Label label = new Label(text);
            label.getStyleClass().add("caption");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }).toList());
    }

    @FXML
    private void chooseCertificate() {
        model.certificate(dialogs.chooseFiles(texts.get("account.family.certificate.choose")));
    }

    @FXML
    private void test() {
        model.test(address.getText());
    }

    @FXML
    private void setUp() {
        model.setUp(computer.getText());
    }

    @FXML
    private void enter() {
        SecretShelf.Place where = Objects.requireNonNullElse(place.getValue(), SecretShelf.Place.SESSION);
        if (fresh.isSelected()) {
            model.signUp(username.getText(), Typed.take(password), Typed.take(repeated), code.getText(), where);
        } else {
            model.signIn(username.getText(), Typed.take(password), where);
        }
    }

    @FXML
    private void cancel() {
        model.close();
    }
}
