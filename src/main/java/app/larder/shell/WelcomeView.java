package app.larder.shell;

import app.larder.account.view.ConnectViewModel;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/**
 * The first-run screen with two ways: on this computer, ready in a second, with or without a handful of sample recipes; or
 * connected to the family's database at once.
 */
public final class WelcomeView {

    private final Consumer<Boolean> start;
    private final ConnectViewModel connecting;

    @FXML
    private VBox ways;

    @FXML
    private CheckBox samples;

    @FXML
    private Button startButton;

    @FXML
    private Button connectButton;

    /**
     * Shows both ways.
     *
     * @param start told whether sample recipes are wanted
     * @param connecting the other way, which knows itself what to do at its end
     */
    public WelcomeView(Consumer<Boolean> start, ConnectViewModel connecting) {
        this.start = start;
        this.connecting = connecting;
    }

    @FXML
    private void initialize() {
        ways.visibleProperty().bind(connecting.openProperty().not());
        ways.managedProperty().bind(ways.visibleProperty());
        startButton.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                startButton.requestFocus();
            }
        });
    }

    @FXML
    private void start() {
        startButton.setDisable(true);
        connectButton.setDisable(true);
        start.accept(samples.isSelected());
    }

    @FXML
    private void connect() {
        connecting.open();
    }
}
