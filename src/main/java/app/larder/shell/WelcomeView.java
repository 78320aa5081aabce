package app.larder.shell;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/** The first-run screen: one button, ready in a second, with or without a handful of sample recipes. */
public final class WelcomeView {

    private final Consumer<Boolean> start;

    @FXML
    private CheckBox samples;

    @FXML
    private Button startButton;

    /** Tells {@code start} whether sample recipes are wanted. */
    public WelcomeView(Consumer<Boolean> start) {
        this.start = start;
    }

    @FXML
    private void initialize() {
        startButton.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                startButton.requestFocus();
            }
        });
    }

    @FXML
    private void start() {
        startButton.setDisable(true);
        start.accept(samples.isSelected());
    }
}
