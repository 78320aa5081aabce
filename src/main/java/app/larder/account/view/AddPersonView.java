package app.larder.account.view;

import app.larder.account.view.PeopleViewModel.Page;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Adds a person to this computer: a name, and a password if they want one. */
public final class AddPersonView {

    private final PeopleViewModel model;

    @FXML
    private TextField name;

    @FXML
    private CheckBox withPassword;

    @FXML
    private VBox passwords;

    @FXML
    private PasswordField password;

    @FXML
    private PasswordField repeated;

    @FXML
    private Label problem;

    @FXML
    private Button add;

    /** Adds to the people of the model. */
    public AddPersonView(PeopleViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        passwords.visibleProperty().bind(withPassword.selectedProperty());
        passwords.managedProperty().bind(passwords.visibleProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        add.disableProperty().bind(model.busyProperty());
        model.pageProperty().subscribe(this::focus);
        name.sceneProperty().subscribe(this::focus);
    }

    private void focus() {
        if (model.pageProperty().get() == Page.NEW_PERSON) {
            name.requestFocus();
        }
    }

    @FXML
    private void add() {
        char[] first = withPassword.isSelected() ? Typed.take(password) : new char[0];
        char[] second = withPassword.isSelected() ? Typed.take(repeated) : new char[0];
        if (withPassword.isSelected() && first.length == 0) {
            model.passwordMissing();
            return;
        }
        model.add(name.getText(), first, second);
    }

    @FXML
    private void back() {
        model.back();
    }
}
