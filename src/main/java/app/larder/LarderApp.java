package app.larder;

import app.larder.account.Entered;
import app.larder.account.Person;
import app.larder.account.ProfileFolder;
import app.larder.account.view.Doors;
import app.larder.account.view.PeopleView;
import app.larder.account.view.PeopleViewModel;
import app.larder.fx.Background;
import app.larder.fx.DesktopDialogs;
import app.larder.fx.Notices;
import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.handover.Door;
import app.larder.logs.Crash;
import app.larder.logs.Crashes;
import app.larder.logs.LogFiles;
import app.larder.settings.Settings;
import app.larder.settings.SettingsFile;
import app.larder.shell.CrashView;
import app.larder.shell.CrashWindow;
import app.larder.shell.FailureView;
import app.larder.shell.OpeningView;
import app.larder.shell.ShellView;
import app.larder.shell.Tour;
import app.larder.shell.WelcomeView;
import app.larder.shell.Who;
import app.larder.store.FailureCodes;
import app.larder.store.LarderOpenException;
import app.larder.store.Rescue;
import app.larder.updates.UpdateCheck;
import app.larder.words.ProgramVersion;
import app.larder.words.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window's life: opens the larder in the background, shows the rooms or says why not, closes in order. Parameters:
 * {@code --home=DIR} for the data folder and what to look into for recipes, or {@code --tour=DIR} to show itself around
 * with the recipe pages named after it and leave pictures there.
 */
public final class LarderApp extends Application implements Doors {

    private static final System.Logger LOG = System.getLogger(LarderApp.class.getName());

    private final Background background = Background.threads();
    private final Notices notices = new Notices();
    private final StackPane root = new StackPane();
    private final HeldLarder larder = new HeldLarder();
    private final Crashes crashes = new Crashes(
            ProgramVersion.current(), FailureCodes::of, crash -> background.onScreen(() -> show(crash)));
    private final StartTimes start = StartTimes.ofThisProcess();
    private final ReadOnlyStringWrapper whoIsThere = new ReadOnlyStringWrapper("");
    private @Nullable Wiring wiring;
    private @Nullable ShellView shell;
    private Stage stage;
    private ShownSettings shown;
    private ProfileFolder folder;
    private AccountWiring accounts;
    private @Nullable Arrival early;
    private @Nullable Entered again;
    private volatile @Nullable Door door;
    private List<String> places = List.of();
    private boolean restart;

    /** Made by JavaFX; {@link #start} is where it begins. */
    @SuppressWarnings("NullAway.Init")
    public LarderApp() {}

    @Override
    public void init() {
        ProfileFolder home = new ProfileFolder(Path.of(Objects.requireNonNull(getParameters().getNamed().get("home"), "--home")));
        use(home);
        early = Arrival.begin(accounts, larder, background);
    }

    @Override
    public void start(Stage primary) {
        Window.releaseStandardError();
        Map<String, String> named = getParameters().getNamed();
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        String pictures = named.get("tour");
        places = pictures == null ? getParameters().getUnnamed() : List.of();
        open(primary);
        if (pictures != null) {
            new Tour(stage.getScene(), Path.of(pictures), getParameters().getUnnamed(), stage::close).begin();
        }
    }

    /** Opens the window on a stage and a data folder. */
    void open(Stage primary, ProfileFolder home) {
        use(home);
        open(primary);
    }

    private void use(ProfileFolder home) {
        folder = home;
        accounts = new AccountWiring(folder);
    }

    private void open(Stage primary) {
        stage = primary;
        stage.setScene(new Scene(root, 1200, 800));
        shown = new ShownSettings(
                new Theme(stage.getScene()), background, notices, new SettingsFile(folder.settings()));
        stage.setTitle(shown.texts().get("app.name"));
        stage.setMinWidth(820);
        stage.setMinHeight(560);
        arrive(early == null ? Arrival.begin(accounts, larder, background) : early);
        early = null;
        stage.show();
        start.reached("first window");
        Reception reception = new Reception(
                larder,
                accounts.people(),
                given -> background.onScreen(() -> front(given)),
                (open, recipes) -> background.onScreen(() -> open.written(recipes)));
        background.run(
                () -> {
                    door = Door.open(folder.path(), reception).orElse(null);
                    return reception;
                },
                _ -> {},
                failure -> LOG.log(System.Logger.Level.WARNING, "nobody answers a second start", failure));
        stage.focusedProperty().subscribe(focused -> {
            if (focused && wiring != null) {
                wiring.noticed();
            }
        });
    }

    /** Lets the only person of this computer in without a question, or asks who is cooking. */
    private void arrive() {
        arrive(Arrival.begin(accounts, larder, background));
    }

    private void arrive(Arrival arrival) {
        show(OpeningView.class, OpeningView::new);
        background.run(
                arrival::entered,
                entered -> entered.ifPresentOrElse(
                        who -> openLarder(who, arrival::opened), () -> ask(PeopleViewModel.Page.WHO)),
                this::failed);
    }

    private void ask(PeopleViewModel.Page first) {
        Views views = new Views(
                accounts.entrance(background, shown.texts(), this::openLarder, first), shown.texts());
        root.getChildren().setAll(views.load(PeopleView.class).root());
    }

    private void openLarder(Entered entered) {
        show(OpeningView.class, OpeningView::new);
        openLarder(entered, () -> larder.open(() -> accounts.open(entered)));
    }

    private void openLarder(Entered entered, Callable<Wiring> opening) {
        again = entered.again();
        background.run(opening, open -> opened(open, Wiring.ROOMS.getFirst().key()), this::failed);
    }

    private void opened(Wiring open, String room) {
        wiring = open;
        forgetAgain();
        whoIsThere.set(open.person().name());
        shown.use(open.settingsFile());
        open.keepInStep();
        open.backUpDaily();
        background.run(
                () -> {
                    open.tidy();
                    return open;
                },
                _ -> {},
                failure -> LOG.log(System.Logger.Level.WARNING, "not everything old was cleared away", failure));
        if (shown.now().start().welcomed()) {
            showRooms(room);
        } else {
            showWelcome(open);
        }
        lookForNewVersion();
    }

    /** If that is allowed, and not at the price of a window that closes later. */
    private void lookForNewVersion() {
        if (shown.now().start().newVersions()) {
            UpdateCheck check = new UpdateCheck(UpdateCheck.ADDRESS, folder.path(), Clock.systemUTC());
            Thread.ofVirtual().start(() -> check.newer(ProgramVersion.current())
                    .ifPresent(version -> background.onScreen(() -> notices.offer(
                            shown.texts().get("shell.newer", version),
                            shown.texts().get("shell.newer.open"),
                            () -> getHostServices().showDocument(UpdateCheck.PAGE.toString())))));
        }
    }

    private void showWelcome(Wiring open) {
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        Views views = new Views(controllers, shown.texts());
        controllers.putAll(accounts.welcome(open.entered(), parts(views), this::welcome, this::welcomeConnected));
        root.getChildren().setAll(views.load(WelcomeView.class).root());
    }

    private void welcome(boolean samples) {
        Wiring open = Objects.requireNonNull(wiring);
        background.run(
                () -> {
                    if (samples) {
                        try {
                            open.addSamples(shown.texts().locale());
                        } catch (RuntimeException e) {
                            // "Try again" opens the larder, which nobody else may hold open then.
                            larder.letGo();
                            throw e;
                        }
                    }
                    return samples;
                },
                _ -> goInside(),
                this::failed);
    }

    private void welcomeConnected(String said) {
        goInside();
        notices.done(said);
    }

    private void goInside() {
        change(shown.now().withWelcomed(true));
        showRooms(Wiring.ROOMS.getFirst().key());
    }

    private void showRooms(String room) {
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        Views views = new Views(controllers, shown.texts());
        Wiring open = Objects.requireNonNull(wiring);
        WindowParts window = parts(views);
        controllers.putAll(open.screens(window));
        controllers.putAll(accounts.account(open.entered(), window, this));
        Who who = new Who(whoIsThere.getReadOnlyProperty(), open.entered().key() != null, this::leave);
        controllers.put(ShellView.class, () -> new ShellView(
                views, shown.texts(), notices, Wiring.ROOMS, who, open.whereabouts()));
        Views.Loaded<ShellView> frame = views.load(ShellView.class);
        shell = frame.controller();
        root.getChildren().setAll(frame.root());
        frame.controller().enter(room);
        start.reached("rooms");
        lookIntoPlaces();
    }

    /** Somebody has started Larder once more, with what to look into for recipes. */
    private void front(List<String> given) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (!given.isEmpty()) {
            places = given;
            lookIntoPlaces();
        }
    }

    private void lookIntoPlaces() {
        if (shell != null && wiring != null && !places.isEmpty()) {
            shell.enter(Wiring.ROOMS.getFirst().key());
            wiring.importFrom(places);
            places = List.of();
        }
    }

    private WindowParts parts(Views views) {
        return new WindowParts(
                views, shown.texts(), background, notices, new DesktopDialogs(stage, getHostServices()), shown::now, this::change,
                this::goTo);
    }

    private void goTo(String room) {
        if (shell != null) {
            shell.enter(room);
        }
    }

    @Override
    public void leave() {
        leaveFor(PeopleViewModel.Page.WHO);
    }

    @Override
    public void leaveForNewPerson() {
        leaveFor(PeopleViewModel.Page.NEW_PERSON);
    }

    private void leaveFor(PeopleViewModel.Page first) {
        emptyWindow();
        background.run(
                () -> {
                    larder.letGo();
                    accounts.forgetSession();
                    return first;
                },
                this::ask,
                this::failed);
    }

    /** Keeps what was typed, and nothing of whoever was there on the screen. */
    private void emptyWindow() {
        if (shell != null) {
            shell.leave();
        }
        shell = null;
        wiring = null;
        notices.forget();
        show(OpeningView.class, OpeningView::new);
    }

    @Override
    public void reopen(Callable<Entered> work, String done) {
        emptyWindow();
        background.run(
                () -> {
                    larder.letGo();
                    Entered entered = work.call();
                    return larder.open(() -> accounts.open(entered));
                },
                open -> {
                    opened(open, Wiring.ROOMS.getLast().key());
                    notices.done(done);
                },
                this::stays);
    }

    private void stays(Exception failure) {
        LOG.log(System.Logger.Level.WARNING, "the larder stays as it was", failure);
        notices.problem(shown.texts().why(failure, "failure.unexpected"));
        arrive();
    }

    @Override
    public void removed(Entered removed) {
        emptyWindow();
        background.run(
                () -> {
                    larder.letGo();
                    try (removed) {
                        return shown.texts().get("account.left", removed.person().name(), accounts.remove(removed));
                    }
                },
                said -> {
                    notices.done(said);
                    arrive();
                },
                this::stays);
    }

    @Override
    public void renamed(Person person) {
        whoIsThere.set(person.name());
    }

    /** A setting was changed: keeps it, and shows it at once. */
    private void change(Settings changed) {
        boolean allowed = changed.start().newVersions() && !shown.now().start().newVersions();
        if (shown.change(changed) && shell != null) {
            shell.leave();
            showRooms(Wiring.ROOMS.getLast().key());
        }
        if (allowed) {
            lookForNewVersion();
        }
    }

    private void failed(Exception failure) {
        LOG.log(System.Logger.Level.ERROR, "the larder did not open", failure);
        FailureView view =
                new FailureView(shown.texts().why(failure, "failure.unexpected"), failure, this::retry, stage::close);
        if (again != null && accounts.worksDirectly(again)) {
            view.offerHere(this::workHere);
        }
        if (again != null
                && failure instanceof LarderOpenException open
                && open.kind() == LarderOpenException.Kind.DAMAGED) {
            view.offerRescue(this::rescue);
        }
        show(FailureView.class, () -> view);
    }

    /** Saves what can be read of the damaged file, says how much that was, and goes on. */
    private void rescue() {
        Entered entered = Objects.requireNonNull(again);
        show(OpeningView.class, OpeningView::new);
        background.run(
                () -> Rescue.run(entered.folder(), entered.key()),
                rescued -> {
                    retry();
                    notices.done(rescued.lastBackup() == null
                            ? shown.texts().get("rescue.read", rescued.recipes(), rescued.pantryItems(), rescued.messages(),
                                    rescued.damaged().toString())
                            : shown.texts().get("rescue.read.backup", rescued.recipes(), rescued.pantryItems(),
                                    rescued.messages(), rescued.fromBackup(), rescued.damaged().toString()));
                },
                this::failed);
    }

    /** Opens for whoever was let in already, or lets somebody in. */
    private void retry() {
        Entered entered = again;
        again = null;
        if (entered == null) {
            arrive();
        } else {
            openLarder(entered);
        }
    }

    /** The family's database can't be worked in now: works on this computer from now on. */
    private void workHere() {
        Entered entered = Objects.requireNonNull(again);
        background.run(
                () -> {
                    accounts.workHere(entered);
                    return entered;
                },
                _ -> retry(),
                this::failed);
    }

    private void forgetAgain() {
        if (again != null) {
            again.close();
        }
        again = null;
    }

    /** Nobody caught this. What knows its own sentence is said, anything else ends in a window of its own. */
    void uncaught(Thread thread, Throwable failure) {
        if (failure instanceof Said said) {
            LOG.log(System.Logger.Level.WARNING, "nobody said this", failure);
            background.onScreen(() -> notices.problem(shown.texts().say(said.sentence())));
        } else {
            crashes.uncaughtException(thread, failure);
        }
    }

    private void show(Crash crash) {
        CrashView.Ways ways = new CrashView.Ways(
                () -> {
                    restart = true;
                    stage.close();
                },
                () -> getHostServices().showDocument(LogFiles.folder(folder.path()).toUri().toString()),
                crashes::dismissed);
        new CrashWindow(stage, shown.texts(), shown.now(), crash, ways);
    }

    /** A room that is broken must not keep the others from being left, nor the larder from being closed. */
    private void leaveRooms() {
        try {
            if (shell != null) {
                shell.leave();
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a room could not be left", e);
        }
    }

    private <C> void show(Class<C> controller, Supplier<C> supplier) {
        root.getChildren().setAll(new Views(Map.of(controller, supplier), shown.texts()).load(controller).root());
    }

    @Override
    public void stop() {
        leaveRooms();
        background.close();
        Door answering = door;
        if (answering != null) {
            answering.close();
        }
        try {
            larder.close();
        } finally {
            forgetAgain();
            if (restart) {
                Program.start(List.of("--home", folder.path().toString()));
            }
        }
    }

    /** Opens the window on a data folder, with what to look into for recipes, and returns when it is closed. */
    static void open(Path home, List<String> places) {
        launch(LarderApp.class, Stream.concat(Stream.of("--home=" + home), places.stream()).toArray(String[]::new));
    }

    /** Shows itself around in a throw-away home on JavaFX's headless platform, leaving pictures in a folder. */
    static void tour(Path home, Path pictures, List<Path> pages) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        List<String> parameters = new ArrayList<>(List.of("--home=" + home, "--tour=" + pictures.toAbsolutePath()));
        pages.forEach(page -> parameters.add(page.toString()));
        launch(LarderApp.class, parameters.toArray(String[]::new));
    }
}
