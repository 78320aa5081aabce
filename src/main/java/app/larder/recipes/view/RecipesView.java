package app.larder.recipes.view;

import app.larder.fx.Room;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Recipes room: the list and its recipe, and the pages that take their place. */
public final class RecipesView implements Room {

    private final RecipesPages pages;
    private final Views views;
    private final Texts texts;
    private final Map<Class<?>, Views.Loaded<?>> loaded = new HashMap<>();
    private @Nullable RoomPage<?> front;

    @FXML
    private StackPane room;

    @FXML
    private Parent home;

    public RecipesView(RecipesPages pages, Views views, Texts texts) {
        this.pages = pages;
        this.views = views;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        pages.currentProperty().subscribe(this::turn);
    }

    private void turn(RecipesPages.Page page) {
        RoomPage<?> before = front;
        front = null;
        if (before != null) {
            before.left();
        }
        switch (page) {
            case RecipesPages.Home(var select) -> bring(home);
            case RecipesPages.Editor editor -> open(EditorView.class, editor);
            case RecipesPages.Import imported -> open(ImportView.class, imported);
            case RecipesPages.Cook cook -> throw new UnsupportedOperationException();
            case RecipesPages.Trash trash -> throw new UnsupportedOperationException();
        }
    }

    private <P extends RecipesPages.Page, C extends RoomPage<P>> void open(Class<C> type, P page) {
        Views.Loaded<?> screen = loaded.computeIfAbsent(type, views::load);
        C controller = type.cast(screen.controller());
        bring(screen.root());
        front = controller;
        controller.open(page);
    }

    private void bring(Node screen) {
        room.getChildren().setAll(screen);
    }

    @Override
    public void enter() {}

    @Override
    public void newItem() {
        pages.edit(null);
    }

    @Override
    public void search() {
        pages.home();
    }

    @Override
    public boolean back() {
        if (front == null) {
            return false;
        }
        if (!front.back()) {
            pages.home();
        }
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.get("recipes.new"), "fth-plus", "Ctrl+N", this::newItem),
                new Command(texts.get("recipes.import"), "fth-download", "", () -> pages.importFrom(List.of())));
    }

    @Override
    public void find(String typed, Consumer<List<Command>> found) {
        found.accept(List.of());
    }

    @Override
    public boolean drop(List<String> sources) {
        pages.importFrom(sources);
        return true;
    }
}
