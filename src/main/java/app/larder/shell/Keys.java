package app.larder.shell;

/** How keys are written on this platform. */
final class Keys {

    private Keys() {}

    /** A key with the platform's shortcut key: "Ctrl+K", or "⌘K" on macOS. */
    static String shortcut(String key) {
        return app.larder.fx.Keys.shortcut(key);
    }
}
