package app.larder;

import app.larder.account.ProfileFolder;
import app.larder.account.view.PeopleViewModel;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.gallery.NoDialogs;
import app.larder.gallery.NoDoors;
import app.larder.logs.Crash;
import app.larder.settings.Settings;
import app.larder.shell.CrashView;
import app.larder.shell.FailureView;
import app.larder.shell.OpeningView;
import app.larder.shell.ShellView;
import app.larder.shell.WelcomeView;
import app.larder.shell.Who;
import app.larder.store.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;

/** The whole window's screens as the program wires them, over a database in memory, all work done at once. */
final class Rooms implements AutoCloseable {

    final Texts texts;
    final Notices notices = new Notices();
    final Wiring wiring;
    final Views views;

    Rooms(Path folder, Locale locale) {
        texts = Texts.in(locale);
        AccountWiring accounts = new AccountWiring(new ProfileFolder(folder));
        wiring = new Wiring(accounts.people().enterAtOnce().orElseThrow(), Database.memory(UUID.randomUUID().toString()));
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        views = new Views(controllers, texts);
        WindowParts window = new WindowParts(
                views, texts, Background.direct(), notices, new NoDialogs(), () -> Settings.DEFAULTS, _ -> {}, _ -> {});
        controllers.putAll(wiring.screens(window));
        controllers.put(ShellView.class, () -> new ShellView(
                views, texts, notices, Wiring.ROOMS, new Who(new SimpleStringProperty("Anna"), false, () -> {}),
                wiring.whereabouts()));
        controllers.put(WelcomeView.class, accounts.welcome(wiring.entered(), window, _ -> {}, _ -> {}).get(WelcomeView.class));
        controllers.putAll(accounts.account(wiring.entered(), window, new NoDoors()));
        controllers.putAll(accounts.entrance(Background.direct(), texts, _ -> {}, PeopleViewModel.Page.WHO));
        controllers.put(OpeningView.class, OpeningView::new);
        controllers.put(
                CrashView.class,
                () -> new CrashView(
                        new Crash("4K7M-2QXA", "details"), new CrashView.Ways(() -> {}, () -> {}, () -> {})));
        controllers.put(
                FailureView.class,
                () -> new FailureView(
                        "Larder is already open. Close the other window first, or go on there.",
                        new IllegalStateException("details"),
                        () -> {},
                        () -> {}));
    }

    @Override
    public void close() {
        wiring.close();
    }
}
