package app.larder.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** Shown when Larder cannot open its data: what happened in one sentence, and a way on. */
public final class FailureView {

    private final String sentence;
    private final Throwable failure;
    private final Runnable retry;
    private final Runnable quit;
    private @Nullable Runnable here;

    @FXML
    private Label sentenceLabel;

    @FXML
    private Button hereButton;

    /** The screen for one failure, whose own words are for whoever is asked for help, never shown. */
    public FailureView(String sentence, Throwable failure, Runnable retry, Runnable quit) {
        this.sentence = sentence;
        this.failure = failure;
        this.retry = retry;
        this.quit = quit;
    }

    /** Offers, before it is shown, to work on this computer instead of in the family's database. */
    public void offerHere(Runnable work) {
        here = work;
    }

    @FXML
    private void initialize() {
        sentenceLabel.setText(sentence);
        hereButton.setVisible(here != null);
        hereButton.setManaged(here != null);
    }

    @FXML
    private void workHere() {
        if (here != null) {
            here.run();
        }
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
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details));
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, details.toString()));
    }
}
