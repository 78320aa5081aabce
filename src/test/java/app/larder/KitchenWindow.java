package app.larder;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.account.ServerAddress;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Pictures;
import app.larder.fx.Texts;
import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.gallery.NoDialogs;
import app.larder.settings.Settings;
import app.larder.shell.ShellView;
import app.larder.shell.Who;
import app.larder.store.CipherChange;
import app.larder.store.RemoteServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** The whole program of one computer in a window of its own, connected to a family's server by a cable of its own. */
final class KitchenWindow implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    final Cable cable;
    final FamilyAccount account;
    final Notices notices = new Notices();
    Wiring wiring;

    private final Entered entered;
    private final String server;
    private final Background background = Background.threads();
    private Stage stage;
    private ShellView shell;

    /**
     * A computer whose data are in that folder.
     *
     * @param address an invitation's address of a server on this machine
     */
    @SuppressWarnings("NullAway.Init")
    KitchenWindow(Path home, String address, int port) {
        cable = new Cable(port);
        server = address.replace(":" + port + "/", ":" + cable.port() + "/");
        entered = new People(new ProfileFolder(home), new CipherChange(), _ -> {}).enterAtOnce().orElseThrow();
        try {
            Files.createDirectories(entered.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        account = new FamilyAccount(
                entered, new RemoteServers(), new SecretShelves(entered, SecretShelf.session()), Clock.systemUTC());
    }

    ServerAddress server() {
        return new ServerAddress(server, null);
    }

    /** Opens what is kept here and begins to exchange it. */
    void open() {
        wiring = Wiring.open(entered, account);
        wiring.keepInStep();
    }

    /** Opens the window. */
    void show() {
        Gallery.onScreen(() -> {
            build();
            return true;
        });
    }

    private void build() {
        Texts texts = Texts.in(Locale.UK);
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        Views views = new Views(controllers, texts);
        AtomicReference<Consumer<String>> go = new AtomicReference<>(_ -> {});
        controllers.putAll(wiring.screens(new WindowParts(
                views, texts, background, notices, new NoDialogs(), () -> Settings.DEFAULTS, _ -> {}, key -> go.get().accept(key))));
        Who who = new Who(new SimpleStringProperty("Anna"), false, () -> {});
        controllers.put(ShellView.class, () -> new ShellView(views, texts, notices, Wiring.ROOMS, who, wiring.whereabouts()));
        Views.Loaded<ShellView> frame = views.load(ShellView.class);
        shell = frame.controller();
        go.set(shell::enter);
        Scene scene = new Scene(frame.root(), 1100, 720);
        new Theme(scene).apply(Settings.DEFAULTS.withAppearance(Settings.Appearance.LIGHT));
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell.enter("recipes");
    }

    void enter(String room) {
        Gallery.onScreen(() -> {
            shell.enter(room);
            return true;
        });
    }

    /** What the mark on the rail says. */
    String badge() {
        return Gallery.onScreen(() -> ((ToggleButton) node("#badge")).getText());
    }

    /** Presses a button. */
    void press(String selector) {
        Gallery.onScreen(() -> {
            ((ButtonBase) node(selector)).fire();
            return true;
        });
    }

    /** Edits a line of the method of the recipe on screen as a person does. */
    void rewrite(String step, String other) throws InterruptedException {
        enter("recipes");
        press("#recipe-edit");
        await("the editor", () -> typed(step).isPresent());
        Gallery.onScreen(() -> {
            typed(step).orElseThrow().setText(other);
            return true;
        });
        press("#save");
        await("the recipe", () -> shows(other));
    }

    private Optional<TextInputControl> typed(String text) {
        return root().lookupAll(".text-input").stream()
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(field -> text.equals(field.getText()))
                .findFirst();
    }

    /** Whether that can be read somewhere, times in a step included, which are buttons. */
    boolean shows(String text) {
        return said().contains(text);
    }

    private String said() {
        StringBuilder said = new StringBuilder();
        read(root(), said);
        return said.toString().replaceAll("\\s+", " ");
    }

    private static void read(Node node, StringBuilder said) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Labeled labeled -> said.append(labeled.getText());
            case Text part -> said.append(part.getText());
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> read(child, said));
            default -> {}
        }
    }

    Node node(String selector) {
        return Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), selector);
    }

    Parent root() {
        return stage.getScene().getRoot();
    }

    /** Waits until something is so on screen. */
    void await(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!Gallery.onScreen(so::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come; the window says " + Gallery.onScreen(this::said));
            }
            Thread.sleep(50);
        }
    }

    void picture(String name) {
        Gallery.settle();
        Gallery.onScreen(() -> {
            Pictures.save(stage.getScene(), Path.of("target", "gallery", name + ".png"));
            return true;
        });
    }

    @Override
    public void close() {
        Gallery.onScreen(() -> {
            if (stage != null) {
                shell.leave();
                stage.close();
            }
            return true;
        });
        background.close();
        if (wiring != null) {
            wiring.close();
        }
        cable.close();
    }
}
