package app.larder.account.view;

import app.larder.account.Person;
import app.larder.account.view.AccountViewModel.Form;
import app.larder.fx.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The account card of the settings: name, password, and who else is on this computer. */
public final class AccountView {

    private final AccountViewModel model;
    private final Texts texts;

    @FXML
    private Label initial;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private Label protection;

    @FXML
    private Button protect;

    @FXML
    private Button change;

    @FXML
    private Button remove;

    @FXML
    private VBox form;

    @FXML
    private Label formText;

    @FXML
    private VBox oldBox;

    @FXML
    private VBox freshBox;

    @FXML
    private PasswordField old;

    @FXML
    private PasswordField fresh;

    @FXML
    private PasswordField repeated;

    @FXML
    private Label problem;

    @FXML
    private Button apply;

    @FXML
    private Button leave;

    /** The card of that account. */
    public AccountView(AccountViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        boolean locked = model.isLocked();
        protection.setText(texts.get(locked ? "account.protection.on" : "account.protection.off"));
        leave.setText(texts.get(locked ? "account.signout" : "account.switch"));
        present(protect, !locked);
        present(change, locked);
        present(remove, locked);
        hideIfEmpty(nameProblem);
        hideIfEmpty(problem);
        nameProblem.textProperty().bind(model.nameProblemProperty());
        problem.textProperty().bind(model.problemProperty());
        form.disableProperty().bind(model.busyProperty());
        model.personProperty().subscribe(this::show);
        model.formProperty().subscribe(this::show);
        name.setOnAction(_ -> model.rename(name.getText()));
        name.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.rename(name.getText());
            }
        });
    }

    private void show(Person person) {
        initial.setText(person.initial());
        name.setText(person.name());
    }

    private void show(Form asked) {
        present(form, asked != Form.NONE);
        present(oldBox, asked != Form.PROTECT && model.isLocked());
        present(freshBox, asked == Form.PROTECT || asked == Form.CHANGE);
        old.clear();
        fresh.clear();
        repeated.clear();
        switch (asked) {
            case PROTECT -> form("account.protect.text", "account.protect.go", fresh);
            case CHANGE -> form("account.change.text", "account.password.change", old);
            case REMOVE -> form("account.remove.text", "account.password.remove", old);
            case LEAVE -> form("account.leave.text", "account.leave.go", old);
            case NONE -> {
                // Nothing to fill in.
            }
        }
    }

    private void form(String text, String go, PasswordField first) {
        formText.setText(texts.get(text));
        apply.setText(texts.get(go));
        first.requestFocus();
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static void hideIfEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    @FXML
    private void protect() {
        model.ask(Form.PROTECT);
    }

    @FXML
    private void change() {
        model.ask(Form.CHANGE);
    }

    @FXML
    private void remove() {
        model.ask(Form.REMOVE);
    }

    @FXML
    private void leaveForGood() {
        model.ask(Form.LEAVE);
    }

    @FXML
    private void apply() {
        model.apply(Typed.take(old), Typed.take(fresh), Typed.take(repeated));
    }

    @FXML
    private void cancel() {
        model.ask(Form.NONE);
    }

    @FXML
    private void addPerson() {
        model.addPerson();
    }

    @FXML
    private void leave() {
        model.leave();
    }
}
