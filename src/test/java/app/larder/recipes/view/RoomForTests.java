package app.larder.recipes.view;

import app.larder.recipes.Pictures;
import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.StayAwake;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.exchange.output.Exporter;
import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Kitchen;
import app.larder.pantry.Pantry;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeSummary;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.util.concurrent.Callable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Node;

/** The Recipes room put together over a real database in memory, as {@code Wiring} does it. */
public final class RoomForTests implements AutoCloseable {

    /** The time it is in these tests. */
    public static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private final Database database = Database.memory("room-" + UUID.randomUUID());

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private boolean broken;

    private final UserStore person = database.openFor(database.localUser("cook"));

    /** The recipes behind the room. */
    public final RecipeRepository repository = person.recipes();

    public final RecipesPages pages = new RecipesPages();
    public final Notices notices = new Notices();
    public final PaperDialogs dialogs = new PaperDialogs();
    public final Texts texts;
    public final RecipeBook book;
    public final Pantry pantry;
    public final AtHome atHome;
    final CookNow cookNow;
    final CookedIt cookedIt;

    /** How often the Pantry room was told that the pantry has changed. */
    int pantryChanges;

    public final PhotoAlbum album;
    public final RecipeListViewModel list;
    public final RecipeDetailViewModel detail;
    public final RecipeActions actions;
    public final Timers timers;
    public final CookViewModel cook;
    public final TrashViewModel trash;
    public final Views views;

    /** A room in a language that does its work so, with these recipes on the shelf. */
    public RoomForTests(Locale locale, Background background, List<Recipe> recipes) {
        repository.add(recipes);
        texts = Texts.in(locale);
        book = new RecipeBook(repository, clock);
        pantry = new Pantry(person.pantry(), clock);
        cookNow = new CookNow(book, pantry, () -> CookRules.DEFAULTS, clock);
        atHome = new AtHome(cookNow, pantry, () -> CookRules.DEFAULTS, pages, background);
        cookedIt = new CookedIt(cookNow, atHome, background, notices, texts, () -> {
            pantryChanges++;
            atHome.refresh();
        });
        album = new PhotoAlbum(person.photos(), background, notices, texts);
        list = new RecipeListViewModel(book, pages, atHome, album, background);
        detail = new RecipeDetailViewModel(
                book, list, pages, cookedIt, background,
                () -> new Kitchen(CupStandard.US, Kitchen.Measures.AS_WRITTEN, locale));
        actions = new RecipeActions(book, list, this::samples, background, notices, texts);
        timers = new Timers(clock, notices, texts, () -> {});
        cook = new CookViewModel(timers, cookedIt);
        trash = new TrashViewModel(book, pages, background, notices, texts);
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        controllers.put(RecipesView.class, this::room);
        controllers.put(RecipeListView.class, () -> new RecipeListView(
                list, pages,
                new RecipeExports(new Exporter(person::recipes, person::photos), dialogs, background, notices, texts), texts));
        controllers.put(
                RecipeDetailView.class, () -> new RecipeDetailView(detail, actions, pages, timers, dialogs, texts));
        controllers.put(CookView.class, () -> new CookView(cook, pages, new StayAwake("none", _ -> null), texts));
        controllers.put(TrashView.class, () -> new TrashView(trash, pages, texts));
        views = new Views(controllers, texts);
    }

    /** Gives some recipes photos, the first of the list three. */
    public void photograph() {
        List<UUID> ids = repository.ids(RecipeQuery.ALL, 0, 6);
        for (int i = 0; i < ids.size(); i += 2) {
            album.add(ids.get(i), plate(800, 600, 40 * i));
        }
        album.add(ids.getFirst(), plate(600, 900, 150));
        album.add(ids.getFirst(), plate(1200, 500, 250));
    }

    private static Callable<byte[]> plate(int width, int height, int hue) {
        return () -> Pictures.plate(width, height, hue, "jpg");
    }

    private RecipesView room() {
        return new RecipesView(pages, list, actions, timers, views, texts);
    }

    private UUID samples() {
        UUID batch = UUID.randomUUID();
        repository.add(ShelfOfRecipes.dozen().stream()
                .map(r -> ShelfOfRecipes.inBatch(r, batch))
                .toList());
        return batch;
    }

    /** Puts lines into the pantry that came home so many days ago. */
    public void stock(int daysAgo, String... lines) {
        Pantry then = new Pantry(person.pantry(), Clock.offset(clock, Duration.ofDays(-daysAgo)));
        for (String line : lines) {
            then.add(line);
        }
    }

    /** The id of the recipe with this name. */
    public UUID idOf(String name) {
        return repository.summaries(repository.ids(RecipeQuery.ALL, 0, 1000), "").stream()
                .filter(card -> card.name().text().equals(name))
                .map(RecipeSummary::id)
                .findFirst()
                .orElseThrow();
    }

    /** From now on the database does not answer. */
    public void breakDatabase() {
        broken = true;
        database.close();
    }

    @Override
    public void close() {
        if (!broken) {
            database.close();
        }
    }

    /** Dialogs that keep what would have been printed or opened. */
    public static final class PaperDialogs implements Dialogs {
        public final List<Node> printed = new ArrayList<>();
        public final List<URI> opened = new ArrayList<>();

        @Override
        public List<Path> chooseFiles(String title) {
            return List.of();
        }

        @Override
        public List<Path> chooseFolder(String title) {
            return List.of();
        }

        @Override
        public boolean print(String job, PageLayouter pages) {
            printed.addAll(pages.pages(482, 728));
            return true;
        }

        @Override
        public void open(URI address) {
            opened.add(address);
        }
    }
}
