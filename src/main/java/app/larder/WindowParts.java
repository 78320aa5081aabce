package app.larder;

import app.larder.fx.Background;
import app.larder.fx.Dialogs;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.settings.Settings;
import java.util.function.Consumer;

/**
 * What one window lends to the screens in it.
 *
 * @param settings what was chosen when the window's rooms were put together
 * @param change keeps changed settings and shows them at once
 */
record WindowParts(
        Views views,
        Texts texts,
        Background background,
        Notices notices,
        Dialogs dialogs,
        Settings settings,
        Consumer<Settings> change) {}
