package app.larder.fx;

import app.larder.settings.Settings;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Dresses one window: AtlantaFX's Primer below, {@code css/larder.css} above it. The style sheet holds both palettes
 * behind {@code prefers-color-scheme}, which follows this scene, so light and dark are switched in one place.
 */
public final class Theme {

    /** Size of plain text at 100 percent, in pixels, as AtlantaFX is drawn for. */
    private static final int BASE_TEXT_SIZE = 14;

    private final Scene scene;
    private Settings.Appearance appearance = Settings.Appearance.SYSTEM;

    /** Dresses a window and keeps it dressed as the system's own preference changes. */
    public Theme(Scene scene) {
        this.scene = scene;
        URL sheet = Objects.requireNonNull(Theme.class.getResource("/css/larder.css"), "larder.css");
        scene.getStylesheets().add(sheet.toExternalForm());
        Platform.getPreferences().colorSchemeProperty().subscribe(this::dress);
    }

    /** Shows light, dark or the system's choice, in the chosen text size. */
    public void apply(Settings settings) {
        appearance = settings.appearance();
        scene.getRoot().setStyle(sizes(BASE_TEXT_SIZE * settings.textSizePercent() / 100.0));
        dress();
    }

    /** Sizes of text and icons, in pixels; why icons need their own stands in the style sheet. */
    private static String sizes(double text) {
        return String.format(
                Locale.ROOT,
                "-fx-font-size: %.1fpx; -larder-icon-small: %.0fpx; -larder-icon: %.0fpx; -larder-icon-big: %.0fpx;"
                        + " -larder-icon-huge: %.0fpx;",
                text,
                text * 0.93,
                text * 1.15,
                text * 1.7,
                text * 3);
    }

    private void dress() {
        ColorScheme scheme =
                switch (appearance) {
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                    case SYSTEM -> Platform.getPreferences().getColorScheme();
                };
        scene.getPreferences().setColorScheme(scheme);
        scene.setUserAgentStylesheet(
                scheme == ColorScheme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    /** Whether things should appear without motion, as the system asks. */
    public boolean reducedMotion() {
        return scene.getPreferences().isReducedMotion();
    }
}
