package app.larder;

import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.settings.Settings;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one window lends to the screens in it.
 *
 * @param settings what is chosen now
 * @param change keeps changed settings and shows them at once
 * @param goTo enters a room by its key
 */
record WindowParts(
        Views views,
        Texts texts,
        Background background,
        Notices notices,
        Dialogs dialogs,
        Supplier<Settings> settings,
        Consumer<Settings> change,
        Consumer<String> goTo) {}
