package app.larder.chat.view;

import app.larder.chat.SessionSummary;
import app.larder.fx.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The list of conversations on screen. */
public final class SessionsView {

    /** From that width on, in text heights, the whole prompt fits into the search field. */
    private static final double PROMPT_FITS = 14;

    private final SessionsViewModel sessions;
    private final ConversationViewModel conversation;
    private final Texts texts;
    private final Clock clock;
    private boolean syncing;

    @FXML
    private TextField search;

    @FXML
    private ListView<SessionSummary> list;

    @FXML
    private Node loading;

    @FXML
    private Node failed;

    @FXML
    private Node empty;

    @FXML
    private Node nothingFound;

    @FXML
    private Label nothingText;

    /** The list that this model holds; what is chosen in it is opened as {@code conversation}. */
    public SessionsView(SessionsViewModel sessions, ConversationViewModel conversation, Texts texts, Clock clock) {
        this.sessions = sessions;
        this.conversation = conversation;
        this.texts = texts;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(sessions.searchProperty());
        Ago ago = new Ago(texts, clock);
        list.setCellFactory(_ -> new SessionCell(sessions, texts, ago, this::delete));
        list.setEditable(true);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> chosen(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
        search.widthProperty().subscribe(width -> search.setPromptText(
                texts.get(width.doubleValue() > PROMPT_FITS * em() ? "chat.search" : "chat.search.prompt")));
        sessions.rowsProperty().subscribe(this::show);
        sessions.stateProperty().subscribe(this::show);
        conversation.stateProperty().subscribe(_ -> mark());
        conversation.changesProperty().addListener((_, _, _) -> sessions.load());
        search.textProperty().subscribe(typed -> nothingText.setText(texts.get("chat.nothing-found", typed)));
    }

    private void show(List<SessionSummary> rows) {
        syncing = true;
        list.getItems().setAll(rows);
        syncing = false;
        mark();
    }

    private void show(SessionsViewModel.State state) {
        list.setVisible(state == SessionsViewModel.State.READY);
        loading.setVisible(state == SessionsViewModel.State.LOADING);
        failed.setVisible(state == SessionsViewModel.State.FAILED);
        empty.setVisible(state == SessionsViewModel.State.EMPTY);
        nothingFound.setVisible(state == SessionsViewModel.State.NOTHING_FOUND);
    }

    /** Marks the conversation on screen. */
    private void mark() {
        syncing = true;
        Optional<UUID> open = conversation.stored();
        Optional<SessionSummary> row = list.getItems().stream()
                .filter(item -> open.equals(Optional.of(item.session().id())))
                .findFirst();
        row.ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        syncing = false;
    }

    private void chosen(SessionSummary row) {
        if (!syncing && row != null) {
            conversation.open(row.session().id());
        }
    }

    private void key(KeyEvent event) {
        SessionSummary row = list.getSelectionModel().getSelectedItem();
        if (row == null || list.getEditingIndex() >= 0) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE) {
            delete(row);
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            list.edit(list.getSelectionModel().getSelectedIndex());
            event.consume();
        }
    }

    private void delete(SessionSummary row) {
        UUID id = row.session().id();
        sessions.delete(
                row,
                () -> {
                    if (conversation.stored().equals(Optional.of(id))) {
                        conversation.fresh();
                    }
                },
                () -> conversation.open(id));
    }

    /** Deletes the conversation on screen, if it is stored. */
    void deleteOpen() {
        list.getItems().stream()
                .filter(row -> Objects.equals(conversation.stored().orElse(null), row.session().id()))
                .findFirst()
                .ifPresent(this::delete);
    }

    /** Lets the title of the conversation on screen be typed over. */
    void renameOpen() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            list.scrollTo(index);
            list.layout();
            list.edit(index);
        }
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    /** Puts the focus into the search field. */
    void search() {
        search.requestFocus();
        search.selectAll();
    }

    /** Esc: clears the search; false if there is none. */
    boolean back() {
        boolean searching = !search.getText().isEmpty();
        search.clear();
        return searching;
    }

    /** The size of plain text, in pixels. */
    double em() {
        return search.getFont().getSize();
    }

    @FXML
    private void retry() {
        sessions.load();
    }

    @FXML
    private void begin() {
        conversation.fresh();
    }
}
