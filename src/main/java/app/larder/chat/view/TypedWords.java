package app.larder.chat.view;

import app.larder.chat.ChatMessage;
import app.larder.chat.TypedMessages;
import app.larder.fx.Background;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is typed and not sent, in each conversation its own; kept until it is sent. A question can be written anew in its
 * place. Used on the JavaFX thread only.
 */
public final class TypedWords {

    private final TypedMessages kept;
    private final Background background;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable ChatMessage> edited = new ReadOnlyObjectWrapper<>();
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
        edited.set(null);
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
        edited.set(null);
        keep();
    }

    /** It could not be sent: it is typed again, unless something else is by now. */
    void giveBack(String words) {
        if (text.get().isBlank() && !words.isEmpty()) {
            text.set(words);
        }
    }

    /** Begins to write a question anew; what is typed makes way for it and comes back when that is given up. */
    void edit(ChatMessage question) {
        edited.set(question);
        aside = words();
        text.set(question.content());
    }

    /** Gives up writing a question anew; false if none was. */
    boolean cancelEdit() {
        boolean editing = edited.get() != null;
        edited.set(null);
        if (editing) {
            text.set(words());
            aside = null;
        }
        return editing;
    }

    /** The question that is being written anew; null if none is. */
    ReadOnlyObjectProperty<@Nullable ChatMessage> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    private String words() {
        return aside == null ? text.get() : aside;
    }
}
