package app.larder;

import app.larder.account.NewId;
import app.larder.account.ProfileFolder;
import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.OpenLarder;
import app.larder.exchange.Importer;
import app.larder.exchange.input.AddressRule;
import app.larder.exchange.input.LinkReader;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.view.EditorView;
import app.larder.recipes.view.ImportView;
import app.larder.recipes.view.RecipesPages;
import app.larder.recipes.view.RecipesView;
import app.larder.shell.RoomEntry;
import app.larder.store.Database;
import app.larder.store.LarderOpenException;
import app.larder.store.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The one place where the program is put together: plain constructor calls, no JavaFX. */
public final class Wiring implements OpenLarder {

    /** The rooms in the order of the rail, settings last. */
    static final List<RoomEntry> ROOMS = List.of(
            new RoomEntry("recipes", "fth-book-open", RecipesView.class));

    private final Clock clock = Clock.systemUTC();
    private final ProfileFolder folder;
    private final Database database;
    private final UserStore rows;
    private final RecipeBook recipeBook;

    private Wiring(ProfileFolder folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.rows = database.openFor(database.localUser(System.getProperty("user.name", "")));
        this.recipeBook = new RecipeBook(rows.recipes(), clock);
    }

    /**
     * Opens the data in a folder, making it at the first start.
     *
     * @throws LarderOpenException with a sentence for people
     * @throws java.io.UncheckedIOException with a sentence for people, if the folder cannot be made
     */
    static Wiring open(ProfileFolder folder) {
        Database database = Database.local(folder.create().person());
        try {
            Wiring wiring = new Wiring(folder, database);
            wiring.recipeBook.purge();
            return wiring;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** As {@link #open}, with failures as the command line reports them. */
    static OpenLarder forCommands(ProfileFolder folder) {
        try {
            return open(folder);
        } catch (LarderOpenException e) {
            throw new CommandFailure(
                    e.kind() == LarderOpenException.Kind.BUSY ? Exit.BUSY : Exit.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /** An importer that keeps what it reads where {@code recipes} says. */
    static Importer importer(Supplier<RecipeRepository> recipes) {
        Clock clock = Clock.systemUTC();
        Supplier<UUID> ids = () -> NewId.at(Instant.now(clock));
        return new Importer(ids, clock, () -> new LinkReader(AddressRule.PUBLIC, LinkReader.Limits.USUAL), recipes);
    }

    @Override
    public RecipeBook recipeBook() {
        return recipeBook;
    }

    @Override
    public RecipeRepository recipes() {
        return rows.recipes();
    }

    Map<Class<?>, Supplier<?>> screens(WindowParts window) {
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        RecipesPages pages = new RecipesPages();
        controllers.put(RecipesView.class, () -> new RecipesView(pages, window.views(), window.texts()));
        controllers.put(EditorView.class, () -> new EditorView(pages));
        controllers.put(ImportView.class, () -> new ImportView(pages));
        return controllers;
    }

    int addSamples(java.util.Locale locale) {
        return folder.path().getNameCount() + locale.getLanguage().length();
    }

    @Override
    public void close() {
        database.close();
    }
}
