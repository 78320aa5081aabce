package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.view.RecipeListViewModel.State;
import atlantafx.base.controls.CustomTextField;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The recipe list: search, filters, order, and the cards. */
public final class RecipeListView {

    /** Card heights in em: name and one line below it, or two while a text search shows what it found. */
    private static final double CARD = 4.75;

    private static final double CARD_WITH_FOUND = 6.25;
    private static final int SKELETONS = 12;
    /** Least width of the search field, in em, that has room for its key. */
    private static final double KEYCAP_FITS = 18;

    /** Least width of the search field, in em, that has room for the whole prompt. */
    private static final double PROMPT_FITS = 12;

    private final RecipeListViewModel model;
    private final RecipesPages pages;
    private final RecipeExports exports;
    private final Texts texts;
    private final Label keycap = new Label();
    private Runnable entered = () -> {};
    private Runnable deleted = () -> {};
    private @Nullable Wanted shown;
    private boolean syncing;

    @FXML
    private CustomTextField search;

    @FXML
    private FilterChips chips;

    @FXML
    private Label found;

    @FXML
    private SortMenu sort;

    @FXML
    private ListView<RecipeCard> list;

    @FXML
    private Menu exportAll;

    @FXML
    private Menu exportOne;

    @FXML
    private StatePane nothing;

    @FXML
    private SuggestPopover popover;

    public RecipeListView(RecipeListViewModel model, RecipesPages pages, RecipeExports exports, Texts texts) {
        this.model = model;
        this.pages = pages;
        this.exports = exports;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        exportAll.getItems().setAll(exports.items(exports::all));
        exportOne.getItems().setAll(exports.items(format -> {
            UUID chosen = model.selectedProperty().get();
            if (chosen != null) {
                exports.one(chosen, format);
            }
        }));
        exportOne.disableProperty().bind(model.selectedProperty().isNull());
        keycap.getStyleClass().add("keycap");
        keycap.setText(KeyCombination.keyCombination("Shortcut+F").getDisplayText());
        search.rightProperty().bind(search.widthProperty().map(w -> w.doubleValue() > KEYCAP_FITS * em() ? keycap : null));
        search.textProperty().addListener((_, _, typed) -> model.filters().text(typed));
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);
        chips.use(
                model.filters(),
                model.atHome(),
                texts,
                button -> popover.open(
                        button, texts.get("recipes.filter.askWith"), model::suggest, model.filters()::with),
                button -> popover.open(
                        button, texts.get("recipes.filter.askWithout"), model::suggest, model.filters()::without));
        sort.use(model.filters(), texts);
        list.setCellFactory(_ -> new RecipeCell(texts, this::searching, model.atHome(), model.album().covers(), model::want));
        model.album().changesProperty().addListener((_, _, _) -> list.refresh());
        list.setOnKeyPressed(this::key);
        list.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> chosen(index.intValue()));
        search.fontProperty().subscribe(this::cardHeight);
        model.filters().wantedProperty().subscribe(wanted -> asked(wanted.query()));
        model.atHome().lookProperty().addListener((_, _, _) -> list.refresh());
        model.cardsProperty().subscribe(this::show);
        model.selectedProperty().subscribe(_ -> mark(true));
        model.totalProperty().subscribe(this::prompt);
        search.widthProperty().subscribe(this::prompt);
        model.stateProperty().subscribe(this::state);
    }

    /** The prompt says how many there are to search, where there is room to. */
    private void prompt() {
        boolean wide = search.getWidth() > PROMPT_FITS * em();
        search.setPromptText(texts.get(wide ? "recipes.search" : "recipes.search.short", model.totalProperty().get()));
    }

    /** Puts the focus into the search field, its text selected. */
    void search() {
        search.requestFocus();
        search.selectAll();
    }

    /** Says what Enter and Delete do on the chosen recipe. */
    void on(Runnable enter, Runnable delete) {
        entered = enter;
        deleted = delete;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            entered.run();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && list.getSelectionModel().getSelectedIndex() >= 0) {
            deleted.run();
            event.consume();
        }
    }

    /** Puts the focus onto the list. */
    void focusList() {
        list.requestFocus();
    }

    /** The size of plain text, in pixels. */
    double em() {
        return search.getFont().getSize();
    }

    /** Esc: closes what is open, else clears the search; false if there is nothing to do. */
    boolean back() {
        if (popover.close()) {
            return true;
        }
        if (!search.getText().isEmpty()) {
            search.clear();
            return true;
        }
        return false;
    }

    private void asked(RecipeQuery query) {
        if (!search.getText().equals(query.text())) {
            search.setText(query.text());
        }
    }

    private void cardHeight() {
        list.setFixedCellSize(search.getFont().getSize() * (searching() ? CARD_WITH_FOUND : CARD));
    }

    private boolean searching() {
        return !model.filters().query().text().isBlank();
    }

    private void show(RecipeCards cards) {
        Wanted wanted = model.filters().wanted();
        syncing = true;
        cardHeight();
        list.setItems(cards);
        syncing = false;
        cards.addListener((ListChangeListener<RecipeCard>) _ -> counted(cards));
        counted(cards);
        if (!wanted.equals(shown)) {
            shown = wanted;
            list.scrollTo(0);
        }
    }

    private void counted(RecipeCards cards) {
        State state = model.stateProperty().get();
        boolean known = state != State.LOADING && state != State.FAILED;
        String key = model.filters().wanted().narrows() ? "recipes.found" : "recipes.all";
        found.setText(known ? texts.get(key, cards.size()) : "");
        if (list.getSelectionModel().getSelectedIndex() < 0) {
            mark(false);
        }
    }

    /** Marks the chosen recipe in the list and, if it was chosen elsewhere, scrolls to it. */
    private void mark(boolean reveal) {
        if (syncing) {
            return;
        }
        int index = model.cardsProperty().get().indexOf(model.selectedProperty().get());
        int marked = list.getSelectionModel().getSelectedIndex();
        if (index == marked) {
            return;
        }
        syncing = true;
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(index);
            if (reveal && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.scrollTo(index);
            }
        }
        syncing = false;
    }

    private void chosen(int index) {
        if (syncing || index < 0) {
            return;
        }
        UUID id = list.getItems().get(index).id();
        if (id != null) {
            model.select(id);
        }
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            if (list.getSelectionModel().getSelectedIndex() < 0 && !list.getItems().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    private void state(State state) {
        counted(model.cardsProperty().get());
        nothing.setVisible(false);
        list.setVisible(state == State.READY || state == State.LOADING);
        switch (state) {
            case READY, EMPTY -> {}
            case LOADING -> list.setItems(
                    new RecipeCards(SKELETONS, List.of(), Collections.emptyList()));
            case NOTHING_FOUND -> {
                Button clear = new Button(texts.get("recipes.nothing.clear"));
                clear.setId("clear-filters");
                clear.setOnAction(_ -> {
                    model.filters().clear();
                    search();
                });
                nothing.say(
                        "fth-search", texts.get("recipes.nothing.title"), texts.get("recipes.nothing.text"), clear);
            }
            case FAILED -> {
                Button retry = new Button(texts.get("recipes.failed.retry"));
                retry.setOnAction(_ -> model.reload());
                nothing.say(
                        "fth-alert-triangle",
                        texts.get("recipes.failed.title"),
                        texts.why(model.failureProperty().get(), "failure.unexpected"),
                        retry);
            }
        }
    }

    @FXML
    private void newRecipe() {
        pages.edit(null);
    }

    @FXML
    private void importRecipes() {
        pages.importFrom(List.of());
    }

    @FXML
    private void trash() {
        pages.trash();
    }
}
