package app.larder.cli;

/** What Larder's exit codes mean to a script. */
public final class Exit {

    /** Everything asked for was done. */
    public static final int DONE = 0;

    /** Some or all of it failed; standard error says what. */
    public static final int FAILED = 1;

    /** The command line or the data on standard input makes no sense. */
    public static final int USAGE = 2;

    /** The data is in use: the window is open, or another command runs. */
    public static final int BUSY = 3;

    /** The data is protected by a password, which is missing or wrong. */
    public static final int LOCKED = 4;

    private Exit() {}
}
