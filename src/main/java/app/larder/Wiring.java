package app.larder;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.Membership;
import app.larder.account.Person;
import app.larder.account.SignIn;
import app.larder.account.User;
import app.larder.backup.BackupShelf;
import app.larder.backup.Backups;
import app.larder.backup.Unlocking;
import app.larder.backup.view.BackupView;
import app.larder.backup.view.BackupViewModel;
import app.larder.chat.ChatRoom;
import app.larder.chat.view.ChatView;
import app.larder.cli.OpenLarder;
import app.larder.cook.CookNow;
import app.larder.cook.CookRules;
import app.larder.exchange.Importer;
import app.larder.exchange.SampleRecipes;
import app.larder.exchange.input.AddressRule;
import app.larder.exchange.input.LinkReader;
import app.larder.exchange.output.Exporter;
import app.larder.fx.Chime;
import app.larder.fx.StayAwake;
import app.larder.pantry.Pantry;
import app.larder.pantry.view.PantryView;
import app.larder.pantry.view.PantryViewModel;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeDesk;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.view.AtHome;
import app.larder.recipes.view.CookView;
import app.larder.recipes.view.CookViewModel;
import app.larder.recipes.view.CookedIt;
import app.larder.recipes.view.EditorView;
import app.larder.recipes.view.EditorViewModel;
import app.larder.recipes.view.ImportView;
import app.larder.recipes.view.ImportViewModel;
import app.larder.recipes.view.PhotoAlbum;
import app.larder.recipes.view.RecipeActions;
import app.larder.recipes.view.RecipeDetailView;
import app.larder.recipes.view.RecipeDetailViewModel;
import app.larder.recipes.view.RecipeExports;
import app.larder.recipes.view.RecipeListView;
import app.larder.recipes.view.RecipeListViewModel;
import app.larder.recipes.view.RecipesPages;
import app.larder.recipes.view.RecipesView;
import app.larder.recipes.view.Timers;
import app.larder.recipes.view.TrashView;
import app.larder.recipes.view.TrashViewModel;
import app.larder.settings.BackupSettings;
import app.larder.settings.Settings;
import app.larder.settings.SettingsFile;
import app.larder.settings.view.SettingsView;
import app.larder.settings.view.SettingsViewModel;
import app.larder.settings.view.ThisComputer;
import app.larder.shell.RoomEntry;
import app.larder.shell.Whereabouts;
import app.larder.store.Database;
import app.larder.store.DatabaseUrl;
import app.larder.store.LarderOpenException;
import app.larder.store.UserStore;
import app.larder.sync.Exchange;
import app.larder.sync.view.SyncView;
import app.larder.words.ProgramVersion;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one place where the program is put together: plain constructor calls, no JavaFX. */
public final class Wiring implements OpenLarder {

    /** The rooms in the order of the rail, settings last. */
    static final List<RoomEntry> ROOMS = List.of(
            new RoomEntry("recipes", "fth-book-open", RecipesView.class),
            new RoomEntry("pantry", "fth-archive", PantryView.class),
            new RoomEntry("chat", "fth-message-circle", ChatView.class),
            new RoomEntry("settings", "fth-settings", SettingsView.class));

    private static final Clock CLOCK = Clock.systemUTC();

    private final Entered entered;
    private final Database database;
    private final UserStore rows;
    private final @Nullable FamilySync sync;
    private final RecipeBook recipeBook;
    private final Pantry pantry;
    private final Importer importer;
    private final Backups backups;
    private final AtomicReference<CookRules> cookRules;
    private final CookNow cookNow;
    private final ChatWiring chat;
    private final ChatScreens chatScreens;
    private volatile Supplier<Settings> chosen;
    private @Nullable RecipesPages pagesBefore;
    private @Nullable SyncRoom syncRoom;
    private Runnable showPantry = () -> {};
    private @Nullable Timers timers;

    /** The program for a person over the database on this computer; it closes both. */
    Wiring(Entered entered, Database database) {
        this(entered, database, database.localUser(entered.person().name()));
    }

    private Wiring(Entered entered, Database database, User user) {
        this(entered, database, user, null);
    }

    private Wiring(Entered entered, Database database, User user, @Nullable FamilyAccount account) {
        this.entered = entered;
        this.database = database;
        this.rows = database.openFor(user);
        this.sync = account == null ? null : new FamilySync(account, database, rows, ProgramVersion.current(), CLOCK);
        this.recipeBook = new RecipeBook(rows.recipes(), CLOCK);
        this.pantry = new Pantry(rows.pantry(), CLOCK);
        this.backups = new Backups(
                rows.backup().orElse(null),
                new BackupShelf(entered.folder(), entered.key()),
                new Unlocking(entered.key(), null),
                Database.NEWEST_TABLES,
                CLOCK);
        this.importer = importer(rows::recipes, rows::photos);
        this.cookRules = new AtomicReference<>(rules(settingsFile().load()));
        this.cookNow = new CookNow(recipeBook, pantry, cookRules::get, CLOCK);
        this.chosen = () -> settingsFile().load();
        this.chat = new ChatWiring(
                entered,
                rows.chats(),
                new ChatWiring.Rooms(recipeBook, pantry, cookNow),
                () -> chosen.get(),
                importer,
                CLOCK);
        this.chatScreens = new ChatScreens(entered, chat, pantry, cookNow, CLOCK);
    }

    /**
     * Opens what a person keeps on this computer, making it at the first start, and takes them over.
     *
     * @throws LarderOpenException with a sentence for people; the key is forgotten then
     */
    static Wiring open(Entered entered) {
        return open(
                entered,
                () -> Database.local(entered.folder(), entered.key()),
                (person, database) -> {
                    person.sealLeftovers();
                    return new Wiring(person, database);
                });
    }

    /**
     * As {@link #open(Entered)}, for somebody who may be connected: then what is here becomes the copy of their account,
     * and is exchanged with it.
     */
    static Wiring open(Entered entered, FamilyAccount account) {
        Optional<Membership> membership = account.membership();
        return open(entered, () -> Database.local(entered.folder(), entered.key()), (person, database) -> {
            person.sealLeftovers();
            User user = database.localUser(person.person().name());
            if (membership.isEmpty()) {
                database.disconnect();
                return new Wiring(person, database, user);
            }
            User owner = database.connect(
                    user, membership.get().userId(), membership.get().username(), new SampleRecipes(CLOCK)::untouched);
            return new Wiring(person, database, owner, account);
        });
    }

    /**
     * Opens what a person keeps in the family's database, without the copy here.
     *
     * @throws app.larder.account.ServerProblemException if it can't be reached
     */
    static Wiring open(Entered entered, FamilyAccount.Direct direct) {
        SignIn signIn = direct.signIn();
        User user = new User(signIn.userId(), signIn.username(), signIn.expires(), signIn.expires());
        return open(
                entered,
                () -> Database.remote(DatabaseUrl.parse(direct.address()), _ -> signIn.token()),
                (person, database) -> {
                    Wiring wiring = new Wiring(person, database, user);
                    // The first question: a server that can't be reached is said before any room is shown.
                    wiring.recipeBook.ids(RecipeQuery.ALL, 0, 1);
                    return wiring;
                });
    }

    private static Wiring open(
            Entered entered, Supplier<Database> opening, BiFunction<Entered, Database, Wiring> program) {
        Database database = null;
        try {
            database = opening.get();
            Wiring wiring = program.apply(entered, database);
            wiring.chat.recover();
            return wiring;
        } catch (RuntimeException e) {
            if (database != null) {
                database.close();
            }
            entered.close();
            throw e;
        }
    }

    /** Empties the trash of what has been there too long, and lets photos go that nothing shows. Nobody waits for it. */
    void tidy() {
        recipeBook.purge();
        rows.photos().collect();
        pantry.purge();
        chat.purge();
    }

    /** Who is there. */
    Person person() {
        return entered.person();
    }

    /** As whom the larder is open. */
    Entered entered() {
        return entered;
    }

    /** Where what they choose is kept. */
    SettingsFile settingsFile() {
        return new SettingsFile(entered.home().settings(), entered.settings());
    }

    /** An importer that keeps what it reads where {@code recipes} says, which a dry run never asks. */
    static Importer importer(Supplier<RecipeRepository> recipes, Supplier<PhotoRepository> photos) {
        return new Importer(
                CLOCK,
                () -> new LinkReader(AddressRule.PUBLIC, LinkReader.Limits.USUAL),
                recipes,
                photos);
    }

    /** Puts the sample recipes of a language on the shelf and returns their batch. */
    UUID addSamples(Locale language) {
        return importer.commit(new SampleRecipes(CLOCK).in(language)).id();
    }

    /**
     * The controllers of one window's screens, each made when its screen is loaded. A window that is built anew, as for
     * another language, keeps the timers of the one before. JavaFX thread only.
     */
    Map<Class<?>, Supplier<?>> screens(WindowParts window) {
        RecipesPages pages = new RecipesPages();
        if (pagesBefore != null) {
            // What is undone now may have been done in the window before.
            pagesBefore.handOver(pages);
        }
        pagesBefore = pages;
        // What was chosen a moment ago may not have reached the file.
        chosen = window.settings();
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        AtHome atHome = new AtHome(
                cookNow, pantry, () -> cookRules.updateAndGet(_ -> rules(window.settings().get())), pages, window.background());
        PantryViewModel pantryRoom = new PantryViewModel(
                pantry, window.background(), window.notices(), window.texts(), CLOCK, this::pantryChanged);
        CookedIt cookedIt = new CookedIt(
                cookNow, atHome, window.background(), window.notices(), window.texts(), this::pantryChanged);
        showPantry = () -> {
            atHome.refresh();
            pantryRoom.pantryChanged();
        };
        recipesRoom(window, pages, atHome, cookedIt, controllers);
        RecipeDesk desk = new RecipeDesk(recipeBook, new DraftShelf(entered.drafts(), entered.seal()), CLOCK);
        recipePages(window, pages, desk, controllers);
        chatScreens.put(window, new ChatDoors(window, pages, this::pantryChanged), controllers);
        SyncRoom room = new SyncRoom(sync, rows, window, recipeBook, pages, pantryRoom);
        room.listen(this::pantryChanged, chatScreens::changedElsewhere);
        syncRoom = room;
        controllers.put(SyncView.class, room::view);
        controllers.put(PantryView.class, () -> new PantryView(pantryRoom, window.texts()));
        controllers.put(BackupView.class, () -> new BackupView(
                new BackupViewModel(
                        backups,
                        window.settings().get().backups(),
                        changed -> window.change().accept(window.settings().get().withBackups(changed)),
                        window.background(),
                        window.notices(),
                        window.texts()),
                window.dialogs(),
                window.texts()));
        ThisComputer here = new ThisComputer(ProgramVersion.current(), entered.home().path());
        controllers.put(
                SettingsView.class,
                () -> new SettingsView(
                        new SettingsViewModel(
                                window.settings().get(), allButChat(window), here, window.notices(), window.texts()),
                        window.dialogs(),
                        window.texts()));
        return controllers;
    }

    /** Keeps what the settings' own cards change; the chat's and the backups' are chosen in cards that keep it themselves. */
    private static Consumer<Settings> allButChat(WindowParts window) {
        return changed -> window.change().accept(changed.withChat(window.settings().get().chat())
                .withBackups(window.settings().get().backups()));
    }

    /** A command that was lent this larder has ended, and wrote these recipes: the window looks again. JavaFX thread only. */
    void written(List<UUID> recipes) {
        if (syncRoom != null) {
            syncRoom.written(recipes, this::pantryChanged, chatScreens::changedElsewhere);
        }
    }

    /** Looks into files, folders and web addresses for recipes, in the Recipes room. JavaFX thread only. */
    void importFrom(List<String> places) {
        if (pagesBefore != null) {
            pagesBefore.importFrom(places);
        }
    }

    /** The mark on the rail of the window whose {@link #screens} were made last. */
    Whereabouts whereabouts() {
        return Objects.requireNonNull(syncRoom, "screens() comes first").whereabouts();
    }

    private void recipesRoom(
            WindowParts window,
            RecipesPages pages,
            AtHome atHome,
            CookedIt cookedIt,
            Map<Class<?>, Supplier<?>> controllers) {
        PhotoAlbum album = new PhotoAlbum(rows.photos(), window.background(), window.notices(), window.texts());
        rows.whenPhotosArrive(_ -> window.background().onScreen(album::changed));
        RecipeListViewModel list = new RecipeListViewModel(recipeBook, pages, atHome, album, window.background());
        RecipeDetailViewModel detail = new RecipeDetailViewModel(
                recipeBook, list, pages, cookedIt, window.background(), () -> window.settings().get().cooking().kitchen(window.texts().locale()));
        RecipeActions actions = new RecipeActions(
                recipeBook, list, () -> addSamples(window.texts().locale()), window.background(), window.notices(),
                window.texts());
        Timers running = timers == null
                ? new Timers(CLOCK, window.notices(), window.texts(), new Chime(window.background())::ring)
                : timers;
        running.speak(window.texts());
        timers = running;
        controllers.put(
                RecipesView.class,
                () -> new RecipesView(pages, list, actions, running, window.views(), window.texts()));
        RecipeExports exports = new RecipeExports(
                new Exporter(rows::recipes, rows::photos), window.dialogs(), window.background(), window.notices(), window.texts());
        controllers.put(RecipeListView.class, () -> new RecipeListView(list, pages, exports, window.texts()));
        controllers.put(
                RecipeDetailView.class,
                () -> new RecipeDetailView(detail, actions, pages, running, window.dialogs(), window.texts()));
        controllers.put(CookView.class, () -> new CookView(
                new CookViewModel(running, cookedIt), pages, new StayAwake(), window.texts()));
    }

    /** Something was taken from the pantry or put back, maybe by an Undo from the window before: both rooms look again. */
    private void pantryChanged() {
        showPantry.run();
    }

    private void recipePages(
            WindowParts window, RecipesPages pages, RecipeDesk desk, Map<Class<?>, Supplier<?>> controllers) {
        controllers.put(
                TrashView.class,
                () -> new TrashView(
                        new TrashViewModel(recipeBook, pages, window.background(), window.notices(), window.texts()),
                        pages,
                        window.texts()));
        controllers.put(
                ImportView.class,
                () -> new ImportView(
                        new ImportViewModel(importer, window.background(), window.notices(), window.texts(), pages),
                        window.dialogs(),
                        window.texts()));
        controllers.put(
                EditorView.class,
                () -> new EditorView(
                        new EditorViewModel(desk, importer, window.background(), window.notices(), window.texts(), pages),
                        window.texts()));
    }

    private static CookRules rules(Settings settings) {
        List<String> staples = settings.cooking().staples();
        return new CookRules(
                staples == null ? CookRules.DEFAULTS.staples() : staples, settings.cooking().cups());
    }

    @Override
    public RecipeBook recipeBook() {
        return recipeBook;
    }

    @Override
    public RecipeRepository recipes() {
        return rows.recipes();
    }

    @Override
    public PhotoRepository photos() {
        return rows.photos();
    }

    @Override
    public Pantry pantry() {
        return pantry;
    }

    @Override
    public CookNow cookNow() {
        return cookNow;
    }

    @Override
    public Optional<Exchange> exchange() {
        return Optional.ofNullable(sync);
    }

    /** The use-cases on backups. */
    @Override
    public Backups backups() {
        return backups;
    }

    /** Makes the backup of the day in the background, if people want one and today has none. */
    void backUpDaily() {
        BackupSettings wanted = settingsFile().load().backups();
        if (wanted.daily() && backups.areHere()) {
            Thread.ofPlatform().daemon().name("larder-backup").start(() -> {
                try {
                    backups.daily(wanted.keep());
                } catch (RuntimeException e) {
                    System.getLogger(Wiring.class.getName())
                            .log(System.Logger.Level.WARNING, "today's backup was not made", e);
                }
            });
        }
    }

    /** Keeps the file and the account in step until this is closed, if the person is connected. */
    void keepInStep() {
        if (sync != null) {
            sync.begin();
        }
    }

    /** There may be something new: the window has come to the front, or the network has changed. */
    void noticed() {
        if (sync != null) {
            sync.noticed();
        }
    }

    /** The use-cases on conversations. */
    @Override
    public ChatRoom chatRoom() {
        return chat.room();
    }

    /** All of the chat, for its screens. */
    ChatWiring chat() {
        return chat;
    }

    @Override
    public void close() {
        if (sync != null) {
            sync.close();
        }
        chat.close();
        database.close();
        entered.close();
    }
}
