package app.larder.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Shown when Larder cannot open its data: what happened in one sentence, and a way on. */
public final class FailureView {

    private final String sentence;
    private final String details;
    private final Runnable retry;
    private final Runnable quit;

    @FXML
    private Label sentenceLabel;

    /** The screen for one failure; {@code details} is for whoever is asked for help, never shown. */
    public FailureView(String sentence, String details, Runnable retry, Runnable quit) {
        this.sentence = sentence;
        this.details = details;
        this.retry = retry;
        this.quit = quit;
    }

    @FXML
    private void initialize() {
        sentenceLabel.setText(sentence);
    }

    @FXML
    private void retry() {
        retry.run();
    }

    @FXML
    private void quit() {
        quit.run();
    }

    @FXML
    private void copy() {
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, details));
    }
}
