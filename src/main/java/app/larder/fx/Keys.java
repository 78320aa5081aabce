package app.larder.fx;

import java.util.Locale;

/** How keys are written on this platform. */
public final class Keys {

    private Keys() {}

    /** A key with the platform's shortcut key: "Ctrl+K", or "⌘K" on macOS. */
    public static String shortcut(String key) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac ? "⌘" + key : "Ctrl+" + key;
    }
}
