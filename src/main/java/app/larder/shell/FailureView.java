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
    private @Nullable Runnable rescue;

    @FXML
    private Label sentenceLabel;

    @FXML
    private Button hereButton;

    @FXML
    private Button rescueButton;

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

    /** Offers, before it is shown, to save what can be read of a damaged file. */
    public void offerRescue(Runnable work) {
        rescue = work;
    }

    @FXML
    private void rescue() {
        if (rescue != null) {
            rescue.run();
        }
    }

    @FXML
    private void initialize() {
        rescueButton.setVisible(rescue != null);
        rescueButton.setManaged(rescue != null);
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
