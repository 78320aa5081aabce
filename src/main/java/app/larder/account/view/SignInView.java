package app.larder.account.view;

import app.larder.account.view.PeopleViewModel.Card;
import app.larder.account.view.PeopleViewModel.Page;
import app.larder.fx.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;

/** Asks for the password of a protected person. */
public final class SignInView {

    private final PeopleViewModel model;
    private final Texts texts;

    @FXML
    private Label initial;

    @FXML
    private Label title;

    @FXML
    private PasswordField password;

    @FXML
    private Label problem;

    @FXML
    private Button signIn;

    /** Asks for whoever is chosen in the model. */
    public SignInView(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        model.chosenProperty().subscribe(this::show);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        password.disableProperty().bind(model.busyProperty());
        signIn.disableProperty().bind(model.busyProperty());
        signIn.textProperty()
                .bind(model.busyProperty()
                        .map(busy -> texts.get(busy ? "account.signin.busy" : "account.signin.go")));
        model.busyProperty().subscribe(this::focus);
        model.pageProperty().subscribe(this::focus);
        password.sceneProperty().subscribe(this::focus);
    }

    private void show(@Nullable Card card) {
        if (card != null) {
            initial.setText(card.person().initial());
            title.setText(texts.get("account.signin.title", card.person().name()));
        }
        password.clear();
    }

    private void focus() {
        if (model.pageProperty().get() == Page.PASSWORD && !model.busyProperty().get()) {
            password.requestFocus();
        }
    }

    @FXML
    private void signIn() {
        model.signIn(Typed.take(password));
    }

    @FXML
    private void back() {
        model.back();
    }
}
