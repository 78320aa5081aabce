package app.larder;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Theme;
import app.larder.settings.Settings;
import app.larder.settings.SettingsFile;
import java.util.concurrent.atomic.AtomicReference;

/** The settings that a window shows: whoever's it is, they hold at once and are kept in the background. */
final class ShownSettings {

    private static final System.Logger LOG = System.getLogger(ShownSettings.class.getName());

    private final Theme theme;
    private final Background background;
    private final Notices notices;
    private SettingsFile file;
    private AtomicReference<Settings> settings;
    private Texts texts;

    /** Shows what that file says, until {@link #use}. */
    ShownSettings(Theme theme, Background background, Notices notices, SettingsFile first) {
        this.theme = theme;
        this.background = background;
        this.notices = notices;
        this.file = first;
        this.settings = new AtomicReference<>(first.load());
        this.texts = Texts.in(settings.get().locale());
        theme.apply(settings.get());
    }

    /** Shows what another file says, and keeps changes there. */
    void use(SettingsFile other) {
        file = other;
        settings = new AtomicReference<>(other.load());
        texts = Texts.in(settings.get().locale());
        theme.apply(settings.get());
    }

    Settings now() {
        return settings.get();
    }

    Texts texts() {
        return texts;
    }

    /** Keeps and shows other settings. Returns whether the window's words change with them. */
    boolean change(Settings changed) {
        SettingsFile kept = file;
        AtomicReference<Settings> latest = settings;
        Settings before = latest.getAndSet(changed);
        theme.apply(changed);
        background.run(
                () -> {
                    kept.save(latest::get);
                    return changed;
                },
                _ -> {},
                failure -> {
                    LOG.log(System.Logger.Level.WARNING, "the settings were not saved", failure);
                    notices.problem(texts.get("settings.unsaved"));
                });
        texts = Texts.in(changed.locale());
        return changed.language() != before.language();
    }
}
