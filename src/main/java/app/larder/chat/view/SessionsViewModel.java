package app.larder.chat.view;

import app.larder.chat.ChatRoom;
import app.larder.chat.SessionSummary;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The list of conversations. Used on the JavaFX thread only. */
public final class SessionsViewModel {

    /** What the list shows. */
    public enum State {
        LOADING,
        FAILED,
        EMPTY,
        NOTHING_FOUND,
        READY
    }

    private static final int FOUND = 5;

    private final ChatRoom room;
    private final Background background;
    private final Background.Lane loading;
    private final Notices notices;
    private final Texts texts;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<List<SessionSummary>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private boolean loaded;

    /** The conversations of a room; nothing is read before {@link #load}. */
    public SessionsViewModel(ChatRoom room, Background background, Notices notices, Texts texts) {
        this.room = room;
        this.background = background;
        this.loading = background.lane();
        this.notices = notices;
        this.texts = texts;
        search.addListener((_, _, _) -> load());
    }

    /** Reads the list afresh; what is shown stays until it is here. */
    public void load() {
        String typed = search.get();
        loading.run(
                () -> room.sessions(typed),
                found -> {
                    loaded = true;
                    rows.set(found);
                    State bare = typed.isBlank() ? State.EMPTY : State.NOTHING_FOUND;
                    state.set(found.isEmpty() ? bare : State.READY);
                },
                failure -> {
                    if (loaded) {
                        failed(failure);
                    } else {
                        state.set(State.FAILED);
                    }
                });
    }

    /** Gives a conversation another title; a blank one leaves the old. */
    void rename(UUID session, String title) {
        background.run(
                () -> {
                    room.rename(session, title);
                    return session;
                },
                _ -> load(),
                this::failed);
    }

    /**
     * Moves a conversation to the trash, with Undo.
     *
     * @param gone told when it is there
     * @param back told when it has been brought back
     */
    void delete(SessionSummary row, Runnable gone, Runnable back) {
        List<UUID> ids = List.of(row.session().id());
        background.run(
                () -> room.delete(ids),
                _ -> {
                    load();
                    gone.run();
                    notices.undoable(
                            texts.get("chat.session.deleted", title(row)),
                            texts.get("shell.undo"),
                            () -> background.run(
                                    () -> room.restore(ids),
                                    _ -> {
                                        load();
                                        back.run();
                                    },
                                    this::failed));
                },
                this::failed);
    }

    /** Hands over the conversations that fit typed words best. */
    void find(String typed, Consumer<List<SessionSummary>> found) {
        background.run(
                () -> room.sessions(typed).stream().limit(FOUND).toList(), found, _ -> found.accept(List.of()));
    }

    /** What a conversation is called. */
    String title(SessionSummary row) {
        String title = row.session().title();
        return title == null || title.isBlank() ? texts.get("chat.session.untitled") : title;
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "chat.failed.change"));
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The conversations found, latest first; a new list at every change. */
    ReadOnlyObjectProperty<List<SessionSummary>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
