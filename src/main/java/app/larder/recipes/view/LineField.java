package app.larder.recipes.view;

import app.larder.fx.PasteTaker;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/** A text field that lets someone else deal with pasted text, which a field would otherwise press into one line. */
public final class LineField extends TextField {

    private @Nullable PasteTaker pasteTaker;

    /** Asks {@code taker} first what to do with pasted text. */
    void setPasteTaker(PasteTaker taker) {
        pasteTaker = taker;
    }

    @Override
    public void paste() {
        if (pasteTaker == null || !pasteTaker.take(Clipboard.getSystemClipboard().getString())) {
            super.paste();
        }
    }
}
