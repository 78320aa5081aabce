package app.larder.pantry.view;

import app.larder.fx.Keys;
import app.larder.fx.Room;
import app.larder.fx.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** The Pantry room on screen: quick-add, filter, table. */
public final class PantryView implements Room {

    private static final int FOUND = 5;

    private final PantryViewModel model;
    private final Texts texts;

    @FXML
    private Label summary;

    @FXML
    private TextField quickAdd;

    @FXML
    private Label previewAmount;

    @FXML
    private Label previewName;

    @FXML
    private Label previewCategory;

    @FXML
    private Label previewMerges;

    @FXML
    private Label previewProblem;

    @FXML
    private Label previewHint;

    @FXML
    private TextField filter;

    @FXML
    private ToggleButton grouped;

    @FXML
    private PantryHeads heads;

    @FXML
    private PantryList list;

    @FXML
    private Node content;

    @FXML
    private Node table;

    @FXML
    private Node loading;

    @FXML
    private Node failed;

    @FXML
    private Node empty;

    @FXML
    private Node nothingFound;

    @FXML
    private Label nothingFoundText;

    /** The room on what this model holds. */
    public PantryView(PantryViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        quickAdd.textProperty().bindBidirectional(model.lineProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        list.use(model, texts);
        heads.use(model, texts, list::getWidth);
        list.widthProperty().subscribe(_ -> heads.getChildren().forEach(n -> ((javafx.scene.Parent) n).requestLayout()));
        model.previewProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
        model.orderProperty().subscribe(order -> grouped.setSelected(order.grouped()));
        filter.textProperty().subscribe(typed -> nothingFoundText.setText(texts.get("pantry.nothing-found", typed)));
    }

    private void show(RoomState state) {
        boolean here = state != RoomState.LOADING && state != RoomState.FAILED;
        content.setVisible(here);
        loading.setVisible(state == RoomState.LOADING);
        failed.setVisible(state == RoomState.FAILED);
        filter.setVisible(state != RoomState.EMPTY);
        grouped.setVisible(state != RoomState.EMPTY);
        table.setVisible(state == RoomState.READY);
        empty.setVisible(state == RoomState.EMPTY);
        nothingFound.setVisible(state == RoomState.NOTHING_FOUND);
    }

    private void show(Preview preview) {
        String problem = preview.problem();
        boolean blank = preview.equals(Preview.NONE);
        previewHint.setVisible(blank);
        previewHint.setManaged(blank);
        show(previewAmount, problem == null ? preview.amount() : "");
        show(previewName, problem == null ? preview.name() : "");
        show(previewCategory, problem == null ? preview.category() : "");
        show(previewMerges, problem == null ? preview.merges() : "");
        show(previewProblem, problem == null ? "" : problem);
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void retry() {
        model.load();
    }

    @FXML
    private void group() {
        model.orderProperty().set(model.orderProperty().get().withGrouped(grouped.isSelected()));
    }

    @FXML
    private void clearFilter() {
        filter.clear();
        filter.requestFocus();
    }

    @FXML
    private void addFiltered() {
        String wanted = filter.getText();
        filter.clear();
        model.lineProperty().set(wanted);
        newItem();
    }

    @Override
    public void enter() {
        model.load();
        newItem();
    }

    @Override
    public void newItem() {
        quickAdd.requestFocus();
        quickAdd.end();
    }

    @Override
    public void search() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public boolean back() {
        if (model.cancelEdit()) {
            list.requestFocus();
            return true;
        }
        if (!filter.getText().isEmpty()) {
            filter.clear();
            return true;
        }
        if (!quickAdd.isFocused()) {
            newItem();
            return true;
        }
        return false;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.get("pantry.command.add"), "fth-plus", Keys.shortcut("N"), this::newItem),
                new Command(texts.get("pantry.command.filter"), "fth-search", Keys.shortcut("F"), this::search),
                new Command(texts.get("pantry.command.group"), "fth-layers", "", grouped::fire),
                new Command(texts.get("pantry.command.newest"), "fth-clock", "", () -> order(Column.ADDED, true)),
                new Command(texts.get("pantry.command.oldest"), "fth-clock", "", () -> order(Column.ADDED, false)),
                new Command(texts.get("pantry.command.by-name"), "fth-list", "", () -> order(Column.NAME, false)));
    }

    private void order(Column column, boolean descending) {
        boolean shelves = model.orderProperty().get().grouped();
        model.orderProperty().set(new TableOrder(column, descending, shelves));
    }

    @Override
    public void find(String typed, Consumer<List<Command>> found) {
        found.accept(model.named(typed, FOUND).stream()
                .map(row -> new Command(
                        texts.get("pantry.command.found", new PantryWords(texts).thing(row)), "fth-archive", "", () -> {
                    model.reveal(row.id());
                    list.requestFocus();
                }))
                .toList());
    }
}
