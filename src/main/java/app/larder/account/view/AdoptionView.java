package app.larder.account.view;

import app.larder.account.ServerSetUp.Adoption;
import app.larder.account.ServerSetUp.RoleRights;
import app.larder.account.view.ConnectViewModel.Page;
import app.larder.fx.Texts;
import app.larder.words.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What taking over another program's tables changes, with a yes for the tables and one for keeping rows apart. */
public final class AdoptionView {

    /** What the catalog calls everybody. */
    private static final String EVERYBODY = "PUBLIC";

    private final ConnectViewModel connecting;
    private final AdoptionViewModel model;
    private final Texts texts;

    @FXML
    private VBox root;

    @FXML
    private Label text;

    @FXML
    private VBox lines;

    @FXML
    private VBox questions;

    @FXML
    private CheckBox yes;

    @FXML
    private VBox apartBox;

    @FXML
    private Label apart;

    @FXML
    private VBox programs;

    @FXML
    private CheckBox secure;

    @FXML
    private Button go;

    @FXML
    private Label problem;

    /** Part of the way to a database. */
    public AdoptionView(ConnectViewModel connecting, Texts texts) {
        this.connecting = connecting;
        this.model = connecting.adopting();
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(connecting.pageProperty().isEqualTo(Page.ADOPTION));
        root.managedProperty().bind(root.visibleProperty());
        problem.textProperty().bind(model.problemProperty());
        present(problem, false);
        model.problemProperty().subscribe(wrong -> present(problem, !wrong.isEmpty()));
        go.disableProperty().bind(yes.selectedProperty().not()
                .or(apartBox.visibleProperty().and(secure.selectedProperty().not())));
        model.foundProperty().subscribe(this::show);
    }

    private void show(@Nullable Adoption found) {
        yes.setSelected(false);
        secure.setSelected(false);
        programs.getChildren().clear();
        lines.getChildren().clear();
        if (found == null) {
            return;
        }
        boolean possible = AdoptionViewModel.possible(found);
        List<Sentence> said = !found.refused().isEmpty() ? found.refused() : possible ? found.taken() : found.round();
        text.setText(texts.get(
                !found.refused().isEmpty()
                        ? "account.adoption.refused"
                        : !possible
                                ? "account.adoption.round"
                                : found.taken().isEmpty() ? "account.adoption.fits" : "account.adoption.text"));
        lines.getChildren().setAll(said.stream().map(this::line).toList());
        present(questions, possible);
        present(apartBox, !found.secured());
        apart.setText(texts.get(found.roles().isEmpty() ? "account.adoption.apart.none" : "account.adoption.apart"));
        programs.getChildren().setAll(found.roles().stream().map(this::program).toList());
    }

    private Label line(Sentence sentence) {
        return wrapped("\u2022 " + texts.say(sentence));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node program(RoleRights role) {
        boolean writes = Stream.of("insert", "update", "delete").anyMatch(role.rights()::contains);
        if (role.role().equals(EVERYBODY)) {
            return wrapped(texts.get(writes ? "account.adoption.everybody.writes" : "account.adoption.everybody"));
        }
        CheckBox box = new CheckBox(
                texts.get(writes ? "account.adoption.program.writes" : "account.adoption.program", role.role()));
        // A role's name may hold an underscore.
        box.setMnemonicParsing(false);
        box.setUserData(role.role());
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void adopt() {
        model.adopt(programs.getChildren().stream()
                .filter(node -> node instanceof CheckBox box && box.isSelected())
                .map(node -> (String) node.getUserData())
                .collect(Collectors.toSet()));
    }

    @FXML
    private void cancel() {
        connecting.close();
    }
}
