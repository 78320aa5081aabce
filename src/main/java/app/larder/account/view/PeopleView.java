package app.larder.account.view;

import app.larder.account.view.PeopleViewModel.Card;
import app.larder.account.view.PeopleViewModel.Page;
import app.larder.fx.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks who is cooking: a card for everybody on this computer, the password of whoever has one, or a new person. */
public final class PeopleView {

    private final PeopleViewModel model;
    private final Texts texts;

    @FXML
    private StackPane root;

    @FXML
    private VBox who;

    @FXML
    private VBox cards;

    @FXML
    private Label problem;

    @FXML
    private Node signIn;

    @FXML
    private Node addPerson;

    /** The screen on who there is. */
    public PeopleView(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        shownOn(who, Page.WHO);
        shownOn(signIn, Page.PASSWORD);
        shownOn(addPerson, Page.NEW_PERSON);
        cards.disableProperty().bind(model.busyProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        model.cards().addListener((ListChangeListener<Card>) _ -> showCards());
        model.pageProperty().subscribe(this::focusFirst);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.load();
    }

    private void shownOn(Node node, Page page) {
        node.visibleProperty().bind(model.pageProperty().isEqualTo(page));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showCards() {
        cards.getChildren().setAll(model.cards().stream().map(this::card).toList());
        focusFirst();
    }

    private void focusFirst() {
        if (model.pageProperty().get() == Page.WHO && !cards.getChildren().isEmpty()) {
            cards.getChildren().getFirst().requestFocus();
        }
    }

    private Button card(Card card) {
        Label initial = new Label(card.person().initial());
        initial.getStyleClass().add("avatar");
        Label name = new Label(card.person().name());
        name.getStyleClass().addAll("person-name", "may-cut");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(initial, name, between);
        row.getStyleClass().add("person-row");
        if (card.locked()) {
            row.getChildren().add(new FontIcon("fth-lock"));
        }
        Button button = new Button();
        button.setGraphic(row);
        button.getStyleClass().add("person-card");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(
                texts.get(card.locked() ? "account.who.locked" : "account.who.open", card.person().name()));
        row.prefWidthProperty().bind(button.widthProperty().subtract(36));
        button.setOnAction(_ -> model.choose(card));
        return button;
    }

    @FXML
    private void newPerson() {
        model.newPerson();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.back()) {
            event.consume();
        }
    }
}
