package app.larder;

import app.larder.account.ProfileFolder;
import app.larder.fx.Background;
import app.larder.fx.DesktopDialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.settings.Settings;
import app.larder.settings.SettingsFile;
import app.larder.shell.FailureView;
import app.larder.shell.OpeningView;
import app.larder.shell.ShellView;
import app.larder.shell.Tour;
import app.larder.shell.WelcomeView;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window's life: opens the larder in the background, shows the rooms or says why not, closes in order. Parameters:
 * {@code --home=DIR} for the data folder, {@code --tour=DIR} to show itself around
 * with the recipe pages named after it and leave pictures there.
 */
public final class LarderApp extends Application {

    private static final System.Logger LOG = System.getLogger(LarderApp.class.getName());

    private final Background background = Background.threads();
    private final Notices notices = new Notices();
    private final StackPane root = new StackPane();
    private volatile Settings settings = Settings.DEFAULTS;
    private Texts texts = Texts.in(Locale.getDefault());
    private @Nullable Wiring wiring;
    private @Nullable ShellView shell;
    private Stage stage;
    private Theme theme;
    private ProfileFolder folder;
    private HeldLarder larder;
    private SettingsFile settingsFile;

    /** Made by JavaFX; {@link #start} is where it begins. */
    @SuppressWarnings("NullAway.Init")
    public LarderApp() {}

    @Override
    public void start(Stage primary) {
        Window.releaseStandardError();
        Map<String, String> named = getParameters().getNamed();
        stage = primary;
        folder = new ProfileFolder(Path.of(Objects.requireNonNull(named.get("home"), "--home")));
        larder = new HeldLarder(() -> Wiring.open(folder.create()));
        settingsFile = new SettingsFile(folder.settings());
        settings = settingsFile.load();
        texts = Texts.in(locale(settings));
        Scene scene = new Scene(root, 1200, 800);
        theme = new Theme(scene);
        theme.apply(settings);
        stage.setScene(scene);
        stage.setTitle(texts.get("app.name"));
        stage.setMinWidth(820);
        stage.setMinHeight(560);
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> unexpected(failure));
        openLarder();
        stage.show();
        String pictures = named.get("tour");
        if (pictures != null) {
            new Tour(scene, Path.of(pictures), getParameters().getUnnamed(), this::leave).begin();
        }
    }

    private void openLarder() {
        show(OpeningView.class, OpeningView::new);
        background.run(larder::open, this::opened, this::failed);
    }

    private void opened(Wiring open) {
        wiring = open;
        if (settings.welcomed()) {
            showRooms();
        } else {
            show(WelcomeView.class, () -> new WelcomeView(this::welcome));
        }
    }

    private void welcome(boolean samples) {
        Wiring open = Objects.requireNonNull(wiring);
        background.run(
                () -> {
                    if (samples) {
                        try {
                            open.addSamples(texts.locale());
                        } catch (RuntimeException e) {
                            // "Try again" opens the larder, which nobody else may hold open then.
                            larder.letGo();
                            throw e;
                        }
                    }
                    return samples;
                },
                _ -> {
                    change(settings.withWelcomed(true));
                    showRooms();
                },
                this::failed);
    }

    private void showRooms() {
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        Views views = new Views(controllers, texts);
        Wiring open = Objects.requireNonNull(wiring);
        controllers.putAll(open.screens(new WindowParts(
                views, texts, background, notices, new DesktopDialogs(stage, getHostServices()), () -> settings, this::change)));
        controllers.put(ShellView.class, () -> new ShellView(views, texts, notices, Wiring.ROOMS));
        Views.Loaded<ShellView> frame = views.load(ShellView.class);
        shell = frame.controller();
        root.getChildren().setAll(frame.root());
        frame.controller().enter(Wiring.ROOMS.getFirst().key());
    }

    /** A setting was changed: keeps it, and shows it at once. */
    private void change(Settings changed) {
        Settings before = settings;
        settings = changed;
        theme.apply(changed);
        background.run(
                () -> {
                    settingsFile.save(() -> settings);
                    return changed;
                },
                _ -> {},
                failure -> {
                    LOG.log(System.Logger.Level.WARNING, "the settings were not saved", failure);
                    notices.problem(texts.get("settings.unsaved", folder.path()));
                });
        if (changed.language() != before.language()) {
            texts = Texts.in(locale(changed));
            if (shell != null) {
                shell.leave();
                showRooms();
                Objects.requireNonNull(shell).enter(Wiring.ROOMS.getLast().key());
            }
        }
    }

    private void failed(Exception failure) {
        LOG.log(System.Logger.Level.ERROR, "the larder did not open", failure);
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details));
        show(
                FailureView.class,
                () -> new FailureView(texts.why(failure, "failure.unexpected"), details.toString(), this::openLarder, this::leave));
    }

    private void unexpected(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "unexpected", failure);
        background.onScreen(() -> notices.problem(texts.get("failure.unexpected")));
    }

    private <C> void show(Class<C> controller, Supplier<C> supplier) {
        root.getChildren().setAll(new Views(Map.of(controller, supplier), texts).load(controller).root());
    }

    private void leave() {
        stage.close();
    }

    @Override
    public void stop() {
        if (shell != null) {
            shell.leave();
        }
        background.close();
        larder.close();
    }

    private static Locale locale(Settings settings) {
        return switch (settings.language()) {
            case SYSTEM -> Locale.getDefault();
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
    }

    /** Opens the window on a data folder and returns when it is closed. */
    static void open(Path home) {
        launch(LarderApp.class, "--home=" + home);
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
