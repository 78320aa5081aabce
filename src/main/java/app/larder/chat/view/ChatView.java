package app.larder.chat.view;

import app.larder.fx.Keys;
import app.larder.fx.Room;
import app.larder.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The Chat room: conversations on the left, one of them beside. */
public final class ChatView implements Room {

    /** Width of the list: a share of the room, within bounds in em, and never more than part of a small room. */
    private static final double LIST_SHARE = 0.22;

    private static final double LIST_LEAST = 17;
    private static final double LIST_MOST = 22;
    private static final double LIST_OF_SMALL = 0.36;

    private final SessionsViewModel sessions;
    private final ConversationViewModel conversation;
    private final Texts texts;
    private boolean entered;

    @FXML
    private HBox room;

    @FXML
    private Region sessionsPane;

    @FXML
    private SessionsView sessionsPaneController;

    @FXML
    private ConversationView conversationPaneController;

    /** The room on what these models hold. */
    public ChatView(SessionsViewModel sessions, ConversationViewModel conversation, Texts texts) {
        this.sessions = sessions;
        this.conversation = conversation;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        room.widthProperty().subscribe(this::narrow);
    }

    private void narrow() {
        double em = sessionsPaneController.em();
        double wanted = Math.clamp(room.getWidth() * LIST_SHARE, LIST_LEAST * em, LIST_MOST * em);
        double given = Math.floor(Math.min(wanted, room.getWidth() * LIST_OF_SMALL));
        sessionsPane.setMinWidth(given);
        sessionsPane.setMaxWidth(given);
    }

    @Override
    public void enter() {
        sessions.load();
        conversation.look();
        conversationPaneController.entered(!entered);
        entered = true;
    }

    @Override
    public void leave() {
        conversation.typed().keepNow();
        conversationPaneController.leave();
    }

    @Override
    public ObservableValue<Number> footHeight() {
        return conversationPaneController.footHeight();
    }

    @Override
    public void newItem() {
        conversation.fresh();
        conversationPaneController.focus();
    }

    @Override
    public void search() {
        sessionsPaneController.search();
    }

    @Override
    public boolean back() {
        return conversationPaneController.back() || sessionsPaneController.back();
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        all.add(new Command(texts.get("chat.new"), "fth-plus", Keys.shortcut("N"), this::newItem));
        all.add(new Command(texts.get("chat.search"), "fth-search", Keys.shortcut("F"), this::search));
        if (conversation.live().busyProperty().get()) {
            all.add(new Command(texts.get("chat.stop"), "fth-square", "Esc", () -> conversation.live().stop()));
        }
        if (conversation.stored().isPresent()) {
            all.add(new Command(texts.get("chat.command.rename"), "fth-edit-2", "", sessionsPaneController::renameOpen));
            all.add(new Command(texts.get("chat.command.delete"), "fth-trash-2", "", sessionsPaneController::deleteOpen));
        }
        return all;
    }

    @Override
    public void find(String typed, Consumer<List<Command>> found) {
        sessions.find(typed, rows -> found.accept(rows.stream()
                .map(row -> new Command(
                        texts.get("chat.command.found", sessions.title(row)),
                        "fth-message-circle",
                        "",
                        () -> conversation.open(row.session().id())))
                .toList()));
    }
}
