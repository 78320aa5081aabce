package app.larder.sync.view;

import app.larder.fx.Badge;
import app.larder.fx.Dialogs;
import app.larder.fx.Room;
import app.larder.fx.Texts;
import app.larder.sync.Activity;
import app.larder.sync.Conflict;
import app.larder.sync.Refused;
import app.larder.sync.SyncStatus;
import app.larder.sync.SyncStatus.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The room behind the mark on the rail: how sync stands, what it could not decide, and what it did. */
public final class SyncView implements Room {

    /** So many cards stand in a list at once; the next come up as these are settled. */
    private static final int CARDS = 30;

    private final SyncViewModel model;
    private final Places places;
    private final Dialogs dialogs;
    private final Texts texts;

    @FXML
    private StackPane icon;

    @FXML
    private Label headline;

    @FXML
    private Label meaning;

    @FXML
    private VBox progressBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label counted;

    @FXML
    private FlowPane question;

    @FXML
    private Button deleteAll;

    @FXML
    private Button account;

    @FXML
    private Button now;

    @FXML
    private Button check;

    @FXML
    private Button pause;

    @FXML
    private Button save;

    @FXML
    private VBox refusedBox;

    @FXML
    private VBox refused;

    @FXML
    private VBox conflictBox;

    @FXML
    private VBox conflicts;

    @FXML
    private Label more;

    @FXML
    private VBox historyBox;

    @FXML
    private Label quiet;

    @FXML
    private VBox history;

    @FXML
    private VBox settledBox;

    @FXML
    private VBox settled;

    /** The room of an exchange. */
    public SyncView(SyncViewModel model, Places places, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.places = places;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        model.badgeProperty().subscribe(_ -> stand());
        model.panelProperty().subscribe(this::list);
    }

    private void stand() {
        Badge badge = model.standing();
        SyncStatus status = model.statusProperty().get();
        State state = status.state();
        icon.getChildren().setAll(new FontIcon(badge.icon()));
        icon.getStyleClass().removeAll("good", "calls");
        switch (badge.tone()) {
            case GOOD -> icon.getStyleClass().add("good");
            case CALLS -> icon.getStyleClass().add("calls");
            case QUIET -> {}
        }
        headline.setText(model.headline());
        meaning.setText(model.meaning());
        boolean paused = model.pausedProperty().get();
        boolean asks = state == State.MANY_DELETIONS;
        boolean stopped = state == State.SIGN_IN_AGAIN || state == State.COMPUTER_REFUSED;
        boolean goes = model.connected() && !asks && !stopped && state != State.ON_THIS_COMPUTER_ONLY;
        present(progressBox, state == State.SYNCING && !paused);
        progress.setProgress(
                status.of() > 0 ? (double) status.done() / status.of() : ProgressIndicator.INDETERMINATE_PROGRESS);
        counted.setText(model.words().counted(status));
        present(question, asks);
        deleteAll.setText(texts.get("sync.many.delete", model.panelProperty().get().deletions()));
        present(account, !goes && !asks);
        account.setText(texts.get(stopped ? "sync.account.signin" : "sync.account"));
        // Also for somebody who has just signed in again.
        present(now, (goes || stopped) && model.connected() && !paused);
        now.setDisable(state == State.SYNCING);
        present(check, goes && !paused && state == State.UP_TO_DATE);
        present(pause, goes);
        pause.setText(texts.get(paused ? "sync.goon" : "sync.pause"));
        pause.setGraphic(new FontIcon(paused ? "fth-play" : "fth-pause"));
        present(save, model.connected() && status.waiting() > 0);
    }

    private void list(Panel panel) {
        stand();
        fill(refusedBox, refused, panel.refused(), this::refusedCard);
        fill(conflictBox, conflicts, panel.open(), conflict -> conflictCard(conflict, true));
        present(more, panel.open().size() > CARDS);
        more.setText(texts.get("sync.more", panel.open().size() - CARDS));
        fill(settledBox, settled, panel.settled(), conflict -> conflictCard(conflict, false));
        present(historyBox, model.connected());
        present(quiet, panel.activity().isEmpty());
        present(history, !panel.activity().isEmpty());
        history.getChildren().setAll(panel.activity().stream().map(this::line).toList());
    }

    private static <T> void fill(VBox box, Pane cards, List<T> things, Function<T, Node> card) {
        present(box, !things.isEmpty());
        cards.getChildren().setAll(things.stream().limit(CARDS).map(card).toList());
    }

    private Node conflictCard(Conflict conflict, boolean open) {
        return new ConflictCard(conflict, model, texts, open);
    }

    private Node refusedCard(Refused one) {
        return new RefusedCard(one, model, places, texts);
    }

    private Node line(Activity activity) {
        Label said = new Label(model.words().line(activity, model.name(activity.key())));
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        Label when = new Label(model.words().when(activity.at(), model.now()));
        when.getStyleClass().add("caption");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(12, new FontIcon(SyncWords.icon(activity.kind())), said, between, when);
        line.getStyleClass().add("sync-line");
        return line;
    }

    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void keepAll() {
        model.answerDeletions(false);
    }

    @FXML
    private void deleteAll() {
        model.answerDeletions(true);
    }

    @FXML
    private void account() {
        places.account();
    }

    @FXML
    private void now() {
        model.syncNow();
    }

    @FXML
    private void check() {
        model.check();
    }

    @FXML
    private void pause() {
        model.pause(!model.pausedProperty().get());
    }

    @FXML
    private void save() {
        List<Path> folder = dialogs.chooseFolder(texts.get("sync.save.folder"));
        if (!folder.isEmpty()) {
            model.saveUnsent(folder.getFirst());
        }
    }

    @Override
    public void enter() {
        model.load();
        model.tick();
        if (now.isVisible()) {
            now.requestFocus();
        }
    }

    @Override
    public void newItem() {}

    @Override
    public void search() {}

    @Override
    public boolean back() {
        return false;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Button button : List.of(now, check, pause, save, account)) {
            if (button.isVisible() && !button.isDisabled()) {
                commands.add(new Command(button.getText(), ((FontIcon) button.getGraphic()).getIconLiteral(), "", button::fire));
            }
        }
        return commands;
    }

    @Override
    public void find(String typed, Consumer<List<Command>> found) {}
}
