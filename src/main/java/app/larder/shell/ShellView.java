package app.larder.shell;

import app.larder.fx.Keys;
import app.larder.fx.Notices;
import app.larder.fx.Room;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame: a rail of rooms on the left, the room beside it, notices and the command palette above. */
public final class ShellView {

    /** Below that many em of window, which takes large text in a small window, the rail shows no words. */
    private static final double WORDS_FIT = 50;

    /** Size of the words of the badge, in em, as the style sheet has it. */
    private static final double BADGE_EM = 0.75;

    /** The room behind the badge, which the rail does not list. */
    private static final String BADGE = "sync";

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final Views views;
    private final Texts texts;
    private final Notices notices;
    private final List<RoomEntry> entries;
    private final Who who;
    private final Whereabouts where;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, Node> screens = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private @Nullable String current;
    private @Nullable String listed;

    @FXML
    private StackPane root;

    @FXML
    private VBox rail;

    @FXML
    private VBox roomButtons;

    @FXML
    private VBox lowerButtons;

    @FXML
    private PersonMenu person;

    @FXML
    private BadgeButton badge;

    @FXML
    private StackPane stage;

    @FXML
    private NoticeBar noticeBar;

    @FXML
    private CommandPalette palette;

    @FXML
    private KeysCard keysCard;

    /** The frame around these rooms; the last one (settings) stands at the foot of the rail. */
    public ShellView(
            Views views, Texts texts, Notices notices, List<RoomEntry> entries, Who who, Whereabouts where) {
        this.views = views;
        this.texts = texts;
        this.notices = notices;
        this.entries = List.copyOf(entries);
        this.who = who;
        this.where = where;
    }

    @FXML
    private void initialize() {
        rail.managedProperty().bind(rail.visibleProperty());
        for (RoomEntry entry : entries) {
            boolean last = entry.equals(entries.getLast());
            (last ? lowerButtons : roomButtons).getChildren().add(button(entry));
        }
        person.use(texts, who, () -> enter(entries.getLast().key()));
        badge.setUserData(BADGE);
        badge.setToggleGroup(group);
        badge.use(where, () -> enter(BADGE));
        noticeBar.show(notices, texts.get("shell.dismiss"));
        palette.use(texts, this::commands, this::find);
        keysCard.use(texts);
        root.widthProperty().subscribe(this::compact);
        badge.fontProperty().subscribe(this::compact);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        root.getProperties().put(ShellView.class, this);
    }

    private void compact() {
        double em = badge.getFont().getSize() / BADGE_EM;
        rail.pseudoClassStateChanged(COMPACT, root.getWidth() > 0 && root.getWidth() < WORDS_FIT * em);
    }

    /** Shows a room, loading its screen the first time. */
    public void enter(String key) {
        Room room = rooms.get(key);
        if (room == null) {
            Class<? extends Room> controller = key.equals(BADGE) ? where.room() : entry(key).controller();
            Views.Loaded<? extends Room> loaded = views.load(controller);
            room = loaded.controller();
            rooms.put(key, room);
            screens.put(key, loaded.root());
        }
        current = key;
        listed = key.equals(BADGE) ? listed : key;
        stage.getChildren().setAll(Objects.requireNonNull(screens.get(key)));
        group.getToggles().stream().filter(t -> key.equals(t.getUserData())).forEach(group::selectToggle);
        rail.visibleProperty().bind(room.fillsWindow().map(full -> !full));
        noticeBar.translateYProperty().bind(room.footHeight().map(high -> -high.doubleValue()));
        room.enter();
    }

    /** The window closes or is built anew: every room keeps at once what was typed and not saved. */
    public void leave() {
        rooms.values().forEach(Room::leave);
        noticeBar.leave();
        badge.leave();
    }

    /** The room on screen; null before the first one is entered. */
    public @Nullable Room room() {
        return current == null ? null : rooms.get(current);
    }

    private ToggleButton button(RoomEntry entry) {
        ToggleButton button = new ToggleButton(texts.get("shell." + entry.key()), new FontIcon(entry.icon()));
        button.setId("room-" + entry.key());
        button.setUserData(entry.key());
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        int number = entries.indexOf(entry) + 1;
        String keys = Keys.shortcut(number < entries.size() ? String.valueOf(number) : ",");
        button.setTooltip(new Tooltip(button.getText() + "  " + keys));
        button.setOnAction(_ -> enter(entry.key()));
        return button;
    }

    private RoomEntry entry(String key) {
        return entries.stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
    }

    private void key(KeyEvent event) {
        if (handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        Room room = room();
        if (event.getCode() == KeyCode.F1) {
            keysCard.open();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            return palette.close() || keysCard.close() || (room != null && room.back()) || leaveBadge();
        }
        if (!event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        switch (event.getCode()) {
            case K -> palette.open();
            case N -> {
                if (room != null) {
                    room.newItem();
                }
            }
            case F -> {
                if (room != null) {
                    room.search();
                }
            }
            case Z -> {
                // A text field undoes its own typing, and no more than that while there are words in it.
                if (event.getTarget() instanceof javafx.scene.control.TextInputControl field
                        && (field.isUndoable() || field.getLength() > 0)) {
                    return false;
                }
                undo();
            }
            case COMMA -> enter(entries.getLast().key());
            default -> {
                return number(event.getCode());
            }
        }
        return true;
    }

    private boolean leaveBadge() {
        if (!BADGE.equals(current) || listed == null) {
            return false;
        }
        enter(listed);
        return true;
    }

    private void undo() {
        String undone = notices.undo();
        if (undone != null && notices.currentProperty().get() == null) {
            notices.done(texts.get("shell.undone", undone));
        }
    }

    private boolean number(KeyCode code) {
        if (!code.isDigitKey() || code.getName().length() != 1) {
            return false;
        }
        int index = code.getName().charAt(0) - '1';
        if (index < 0 || index >= entries.size() - 1) {
            return false;
        }
        enter(entries.get(index).key());
        return true;
    }

    private List<Room.Command> commands() {
        List<Room.Command> all = new ArrayList<>();
        Room room = room();
        if (room != null) {
            all.addAll(room.commands());
        }
        for (RoomEntry entry : entries) {
            int number = entries.indexOf(entry) + 1;
            String keys = Keys.shortcut(number < entries.size() ? String.valueOf(number) : ",");
            String text = texts.get("shell.goto", texts.get("shell." + entry.key()));
            all.add(new Room.Command(text, entry.icon(), keys, () -> enter(entry.key())));
        }
        String sync = texts.get("shell.goto", texts.get("sync.title"));
        all.add(new Room.Command(sync, "fth-refresh-cw", "", () -> enter(BADGE)));
        all.addAll(person.commands());
        all.add(new Room.Command(texts.get("shell.undo"), "fth-corner-up-left", Keys.shortcut("Z"), this::undo));
        all.add(new Room.Command(texts.get("shell.keys"), "fth-help-circle", "F1", () -> keysCard.open()));
        return all;
    }

    private void find(String typed, Consumer<List<Room.Command>> found) {
        for (RoomEntry entry : entries) {
            Room room = rooms.get(entry.key());
            if (room != null) {
                room.find(typed, commands -> found.accept(commands.stream()
                        .map(c -> new Room.Command(c.text(), c.icon(), c.keys(), () -> {
                            enter(entry.key());
                            c.run().run();
                        }))
                        .toList()));
            }
        }
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasUrl()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        List<String> sources = board.hasFiles()
                ? board.getFiles().stream().map(java.io.File::getPath).toList()
                : List.of(board.getUrl());
        event.setDropCompleted(offer(sources));
        event.consume();
    }

    /** Hands files or addresses to the room on screen, else to the first room that has a use for them. */
    boolean offer(List<String> sources) {
        Room room = room();
        if (room != null && room.drop(sources)) {
            return true;
        }
        String first = entries.getFirst().key();
        enter(first);
        return Objects.requireNonNull(rooms.get(first)).drop(sources);
    }
}
