package app.larder.recipes.view;

import app.larder.fx.Room;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.recipes.RecipeSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Recipes room: the list and its recipe, and the pages that take their place. */
public final class RecipesView implements Room {

    /** Width of the list: a share of the room, within bounds in em, and never more than part of a small room. */
    private static final double LIST_SHARE = 0.3;

    private static final double LIST_LEAST = 21;
    private static final double LIST_MOST = 26.6;
    private static final double LIST_OF_SMALL = 0.45;

    private final RecipesPages pages;
    private final RecipeListViewModel list;
    private final RecipeActions actions;
    private final Timers timers;
    private final Views views;
    private final Texts texts;
    private final Map<Class<?>, Views.Loaded<?>> loaded = new HashMap<>();
    private @Nullable RoomPage<?> front;
    private boolean entered;

    @FXML
    private StackPane room;

    @FXML
    private HBox home;

    @FXML
    private Region listPane;

    @FXML
    private RecipeListView listPaneController;

    @FXML
    private RecipeDetailView detailController;

    @FXML
    private StatePane empty;

    @FXML
    private TimersBar timersBar;

    public RecipesView(
            RecipesPages pages,
            RecipeListViewModel list,
            RecipeActions actions,
            Timers timers,
            Views views,
            Texts texts) {
        this.pages = pages;
        this.list = list;
        this.actions = actions;
        this.timers = timers;
        this.views = views;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        timersBar.use(timers, texts);
        listPaneController.on(detailController::focus, detailController::delete);
        room.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        room.widthProperty().subscribe(this::narrow);
        list.stateProperty().subscribe(this::state);
        pages.currentProperty().subscribe(this::turn);
    }

    private void key(KeyEvent event) {
        if (front == null && detailController.hasRecipe() && event.isShortcutDown() && !event.isAltDown()) {
            switch (event.getCode()) {
                case E -> detailController.edit();
                case P -> detailController.print();
                case ENTER -> detailController.cook();
                default -> {
                    return;
                }
            }
            event.consume();
        }
    }

    private void narrow() {
        double em = listPaneController.em();
        double width = room.getWidth();
        double wanted = Math.clamp(width * LIST_SHARE, LIST_LEAST * em, LIST_MOST * em);
        double given = Math.floor(Math.min(wanted, width * LIST_OF_SMALL));
        listPane.setMinWidth(given);
        listPane.setMaxWidth(given);
    }

    private void state(RecipeListViewModel.State state) {
        boolean bare = state == RecipeListViewModel.State.EMPTY;
        empty.setVisible(bare);
        home.setVisible(!bare);
        if (bare) {
            Button bring = button("recipes.import", "fth-download", () -> pages.importFrom(List.of()));
            Button write = button("recipes.new", "fth-plus", this::newItem);
            Button samples = button("recipes.samples", "fth-gift", actions::addSamples);
            bring.getStyleClass().add("primary");
            bring.setId("recipes-import");
            write.setId("recipes-first");
            samples.setId("recipes-samples");
            empty.say(
                    "fth-book-open",
                    texts.get("recipes.empty.title"),
                    texts.get("recipes.empty.text"),
                    bring,
                    write,
                    samples);
        }
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(texts.get(key), new FontIcon(icon));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void turn(RecipesPages.Page page) {
        RoomPage<?> before = front;
        front = null;
        if (before != null) {
            before.left();
        }
        switch (page) {
            case RecipesPages.Home _ -> {
                bring(null);
                if (entered) {
                    listPaneController.focusList();
                }
            }
            case RecipesPages.Editor editor -> open(EditorView.class, editor);
            case RecipesPages.Import sources -> open(ImportView.class, sources);
            case RecipesPages.Cook cook -> open(CookView.class, cook);
            case RecipesPages.Trash trash -> open(TrashView.class, trash);
        }
    }

    private <P extends RecipesPages.Page, C extends RoomPage<P>> void open(Class<C> type, P page) {
        Views.Loaded<?> screen = loaded.computeIfAbsent(type, views::load);
        C controller = type.cast(screen.controller());
        bring(screen.root());
        front = controller;
        controller.open(page);
    }

    /** Puts a page over the list, or (null) takes it away. The list stays in the scene and keeps its place. */
    private void bring(@Nullable Node screen) {
        List<Node> shown = room.getChildren();
        shown.subList(2, shown.size()).clear();
        if (screen != null) {
            shown.add(screen);
        }
        boolean bare = list.stateProperty().get() == RecipeListViewModel.State.EMPTY;
        home.setVisible(screen == null && !bare);
        empty.setVisible(screen == null && bare);
    }

    @Override
    public void enter() {
        if (!entered) {
            entered = true;
            list.reload();
        }
        list.atHome().refresh();
        if (front == null) {
            listPaneController.search();
        }
    }

    @Override
    public void leave() {
        if (front != null) {
            front.preserve();
        }
        timersBar.leave();
    }

    @Override
    public ObservableValue<Boolean> fillsWindow() {
        return pages.cookingProperty();
    }

    @Override
    public void newItem() {
        pages.edit(null);
    }

    @Override
    public void search() {
        if (front != null) {
            pages.home();
        }
        listPaneController.search();
    }

    @Override
    public boolean back() {
        if (front == null) {
            return detailController.back() || listPaneController.back();
        }
        if (!front.back()) {
            pages.home();
        }
        return true;
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        all.add(command("recipes.new", "fth-plus", keys("N"), this::newItem));
        all.add(command("recipes.import", "fth-download", () -> pages.importFrom(List.of())));
        if (front == null && detailController.hasRecipe()) {
            all.add(command("recipes.command.cook", "fth-play", keys("Enter"), detailController::cook));
            all.add(command("recipes.detail.cooked", "fth-check-square", detailController::cooked));
            all.add(command("recipes.command.edit", "fth-edit-2", keys("E"), detailController::edit));
            all.add(command("recipes.command.print", "fth-printer", keys("P"), detailController::print));
            all.add(command("recipes.command.duplicate", "fth-copy", detailController::duplicate));
            all.add(command("recipes.command.delete", "fth-trash-2", detailController::delete));
        }
        if (list.atHome().lookProperty().get().stocked()) {
            all.add(command("recipes.command.cookNow", "fth-home", () -> {
                pages.home();
                list.wantAtHome(null);
            }));
        }
        all.add(command("recipes.nothing.clear", "fth-filter", () -> {
            pages.home();
            list.filters().clear();
        }));
        all.add(command("recipes.trash", "fth-trash-2", pages::trash));
        return all;
    }

    private Command command(String key, String icon, Runnable run) {
        return command(key, icon, "", run);
    }

    private Command command(String key, String icon, String keys, Runnable run) {
        return new Command(texts.get(key), icon, keys, run);
    }

    private static String keys(String key) {
        return KeyCombination.keyCombination("Shortcut+" + key).getDisplayText();
    }

    @Override
    public void find(String typed, Consumer<List<Command>> found) {
        actions.find(typed, recipes -> found.accept(recipes.stream().map(this::goTo).toList()));
    }

    private Command goTo(RecipeSummary recipe) {
        return new Command(recipe.name().text(), "fth-book-open", "", () -> pages.show(recipe.id()));
    }

    @Override
    public boolean drop(List<String> sources) {
        pages.importFrom(sources);
        return true;
    }
}
