package app.larder.recipes.view;

import app.larder.exchange.Duplicates;
import app.larder.fx.Dialogs;
import app.larder.fx.GrowingArea;
import app.larder.fx.Texts;
import app.larder.recipes.view.ImportViewModel.State;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The import screen: what to read, what was found in it, and one button to keep it. */
public final class ImportView implements RoomPage<RecipesPages.Import> {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final ImportViewModel model;
    private final Dialogs dialogs;
    private final Texts texts;
    private final ImportDetail detail;

    @FXML
    private BorderPane page;

    @FXML
    private ScrollPane start;

    @FXML
    private VBox target;

    @FXML
    private Button chooseFiles;

    @FXML
    private GrowingArea pasted;

    @FXML
    private Button readPasted;

    @FXML
    private StatePane state;

    @FXML
    private HBox preview;

    @FXML
    private VBox listSide;

    @FXML
    private VBox readingBar;

    @FXML
    private Label readingText;

    @FXML
    private ProgressBar readingProgress;

    @FXML
    private Button stop;

    @FXML
    private CheckBox all;

    @FXML
    private ChoiceBox<Duplicates> duplicates;

    @FXML
    private Label count;

    @FXML
    private Button retryFailed;

    @FXML
    private ListView<ImportEntry> list;

    @FXML
    private ScrollPane detailScroll;

    @FXML
    private StatePane failure;

    @FXML
    private Button startOver;

    @FXML
    private Button keep;

    /** The screen of that model. */
    @SuppressWarnings("NullAway.Init") // FXML fields are set by the loader before initialize()
    public ImportView(ImportViewModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
        this.detail = new ImportDetail(texts);
    }

    /** The box before all is ticked if there are some and all of them are chosen. */
    private void tickAll() {
        int chosen = model.chosenProperty().get();
        all.setSelected(chosen > 0 && chosen == model.foundProperty().get());
    }

    @FXML
    private void initialize() {
        list.setItems(model.entries());
        list.setCellFactory(view -> new ImportCell(texts, list.widthProperty(), model::retry));
        list.getSelectionModel().selectedItemProperty().subscribe(this::select);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::toggle);
        model.entries().addListener((ListChangeListener<ImportEntry>) change -> selectFirst());
        readPasted.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> pasted.getText().isBlank(), pasted.textProperty()));
        keep.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("import.keep", model.chosenProperty().get()), model.chosenProperty()));
        count.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("import.count", model.foundProperty().get(), failures()),
                model.foundProperty(), model.entries()));
        model.chosenProperty().subscribe(this::tickAll);
        model.foundProperty().subscribe(this::tickAll);
        all.setOnAction(e -> model.chooseAll(all.isSelected()));
        ListShare.keep(preview, listSide, keep);
        duplicates.getItems().setAll(Duplicates.values());
        duplicates.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Duplicates what) {
                return what == null ? "" : texts.get("import.duplicates." + what.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Duplicates fromString(String words) {
                return Duplicates.SKIP;
            }
        });
        duplicates.setOnAction(_ -> {
            if (duplicates.getValue() != null) {
                model.duplicates(duplicates.getValue());
            }
        });
        model.progressProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        target.addEventHandler(DragEvent.DRAG_ENTERED, e -> target.pseudoClassStateChanged(OVER, true));
        target.addEventHandler(DragEvent.DRAG_EXITED, e -> target.pseudoClassStateChanged(OVER, false));
    }

    private void show(State now) {
        boolean found = model.foundProperty().get() > 0;
        boolean previews = now == State.PREVIEW || now == State.SAVING || (now == State.READING && found);
        shown(start, now == State.IDLE);
        shown(preview, previews || now == State.NOTHING);
        shown(readingBar, now == State.READING || now == State.SAVING);
        shown(stop, now == State.READING || now == State.SAVING);
        shown(keep, previews && now != State.SAVING);
        all.setDisable(now == State.SAVING);
        duplicates.setDisable(now == State.SAVING);
        shown(all, previews);
        shown(duplicates, previews && model.known() > 0);
        if (now == State.IDLE) {
            duplicates.setValue(Duplicates.SKIP);
        }
        int again = model.toTryAgain().size();
        retryFailed.setText(texts.get("import.retry-failed", again));
        shown(retryFailed, again > 0 && (now == State.PREVIEW || now == State.NOTHING));
        shown(startOver, now == State.PREVIEW || now == State.NOTHING || now == State.FAILED);
        keep.disableProperty().bind(model.chosenProperty().isEqualTo(0).or(model.stateProperty().isNotEqualTo(State.PREVIEW)));
        state.setVisible(false);
        switch (now) {
            case READING -> {
                if (!found) {
                    state.say("fth-book-open", texts.get("import.reading"), texts.get("import.reading.text"));
                }
            }
            case NOTHING -> nothing();
            case FAILED -> state.say(
                    "fth-alert-triangle", texts.get("import.failed"), model.messageProperty().get(),
                    button("import.retry", model::retry));
            case SAVING -> show(model.progressProperty().get());
            case IDLE, PREVIEW -> {}
        }
    }

    private void nothing() {
        shown(preview, failures() > 0);
        if (failures() == 0) {
            state.say("fth-search", texts.get("import.nothing"), texts.get("import.nothing.text"));
        }
    }

    private void show(ImportViewModel.Progress now) {
        boolean saving = model.stateProperty().get() == State.SAVING;
        if (now.total() == 0) {
            readingProgress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            readingText.setText(texts.get(saving ? "import.saving" : "import.reading"));
        } else {
            readingProgress.setProgress((double) now.done() / now.total());
            readingText.setText(texts.get(saving ? "import.saved" : "import.progress", now.done(), now.total()));
        }
        if (model.stateProperty().get() == State.READING && model.foundProperty().get() > 0 && !preview.isVisible()) {
            show(State.READING);
        }
    }

    private long failures() {
        return model.entries().stream().filter(ImportEntry.Failed.class::isInstance).count();
    }

    private void selectFirst() {
        if (list.getSelectionModel().isEmpty() && !model.entries().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void select(@Nullable ImportEntry entry) {
        failure.setVisible(false);
        detailScroll.setContent(null);
        switch (entry) {
            case null -> {}
            case ImportEntry.Found found -> {
                detail.show(found);
                detailScroll.setContent(detail);
                detailScroll.setVvalue(0);
            }
            case ImportEntry.Failed failed -> failure.say(
                    "fth-alert-circle", new ImportWords(texts).reason(failed.failure().reason()), failed.failure().file(),
                    failed.canRetry() ? new Button[] {button("import.retry", () -> model.retry(failed))} : new Button[0]);
        }
    }

    private void toggle(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE
                && list.getSelectionModel().getSelectedItem() instanceof ImportEntry.Found found) {
            found.chosen().set(!found.chosen().get());
            event.consume();
        }
    }

    private void keys(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            if (model.stateProperty().get() == State.IDLE) {
                readPasted();
            } else {
                keep();
            }
            event.consume();
        }
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Button button(String text, Runnable run) {
        Button button = new Button(texts.get(text));
        button.setOnAction(e -> run.run());
        return button;
    }

    @FXML
    private void chooseFiles() {
        model.readPaths(dialogs.chooseFiles(texts.get("import.files.title")));
    }

    @FXML
    private void chooseFolder() {
        model.readPaths(dialogs.chooseFolder(texts.get("import.folder.title")));
    }

    @FXML
    private void readPasted() {
        model.readPasted(pasted.getText());
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void retryFailed() {
        model.retryFailed();
    }

    @FXML
    private void startOver() {
        model.forget();
        chooseFiles.requestFocus();
    }

    @FXML
    private void keep() {
        model.importChosen();
    }

    @FXML
    private void close() {
        model.close();
    }

    @Override
    public void open(RecipesPages.Import sources) {
        pasted.clear();
        model.forget();
        model.readAll(List.copyOf(sources.sources()));
        (sources.sources().isEmpty() ? chooseFiles : list).requestFocus();
    }

    @Override
    public boolean back() {
        if (model.stateProperty().get() == State.IDLE) {
            return false;
        }
        startOver();
        return true;
    }

    @Override
    public void left() {
        model.forget();
    }
}
