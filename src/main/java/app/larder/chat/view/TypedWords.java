package app.larder.chat.view;

import app.larder.chat.TypedMessages;
import app.larder.fx.Background;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is typed and not sent, in each conversation its own; kept until it is sent. Used on the JavaFX thread only. */
public final class TypedWords {

    private final TypedMessages kept;
    private final Background background;
    private final StringProperty text = new SimpleStringProperty("");
    private @Nullable UUID session;
    private @Nullable String aside;

    /** Kept there. */
    public TypedWords(TypedMessages kept, Background background) {
        this.kept = kept;
        this.background = background;
    }

    StringProperty textProperty() {
        return text;
    }

    /** Shows what was typed in another conversation, or (null) in a new one. */
    void show(@Nullable UUID other) {
        session = other;
        aside = null;
        text.set("");
        background.run(() -> kept.find(other), found -> {
            if (java.util.Objects.equals(session, other) && text.get().isEmpty()) {
                text.set(found);
            }
        }, _ -> {});
    }

    /** Keeps it, soon. */
    void keep() {
        UUID where = session;
        String words = words();
        background.run(
                () -> {
                    kept.keep(where, words);
                    return words;
                },
                _ -> {},
                _ -> {});
    }

    /** Keeps it before this returns: for a window that closes. */
    void keepNow() {
        kept.keep(session, words());
    }

    /** It was sent. */
    void clear() {
        text.set(aside == null ? "" : aside);
        aside = null;
        keep();
    }

    /** It could not be sent: it is typed again, unless something else is by now. */
    void giveBack(String words) {
        if (text.get().isBlank() && !words.isEmpty()) {
            text.set(words);
        }
    }

    /** Lends the field to other words; what is typed waits. */
    void lend(String words) {
        aside = words();
        text.set(words);
    }

    /** Ends {@link #lend}. */
    void takeBack() {
        text.set(words());
        aside = null;
    }

    private String words() {
        return aside == null ? text.get() : aside;
    }
}
