package app.larder.shell;

/** Shown for the moment the larder takes to open; its file says all there is to it. */
public final class OpeningView {}
