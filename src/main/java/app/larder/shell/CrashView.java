package app.larder.shell;

import app.larder.logs.Crash;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Says that something went wrong that nobody expected, by its code, and what can be done now. */
public final class CrashView {

    /**
     * The ways on.
     *
     * @param restart closes Larder and starts it anew
     * @param openLogs shows the folder with the log
     * @param goOn goes back to what was there
     */
    public record Ways(Runnable restart, Runnable openLogs, Runnable goOn) {}

    private final Crash crash;
    private final Ways ways;

    @FXML
    private Label codeLabel;

    @FXML
    private Label copiedLabel;

    /** The screen for one error. */
    public CrashView(Crash crash, Ways ways) {
        this.crash = crash;
        this.ways = ways;
    }

    @FXML
    private void initialize() {
        codeLabel.setText(crash.code());
    }

    @FXML
    private void restart() {
        ways.restart().run();
    }

    @FXML
    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, crash.details()));
        copiedLabel.setVisible(true);
    }

    @FXML
    private void openLogs() {
        ways.openLogs().run();
    }

    @FXML
    private void goOn() {
        ways.goOn().run();
    }
}
