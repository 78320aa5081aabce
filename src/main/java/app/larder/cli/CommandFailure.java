package app.larder.cli;

import java.io.PrintWriter;

/** A command that cannot do what it was asked; the message is one plain sentence. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A failure that ends the program with one of {@link Exit}'s codes. */
    public CommandFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public CommandFailure(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** Says in one sentence why something could not be done, and answers with the exit code for it. */
    public static int say(Exception failure, PrintWriter err) {
        String said = failure.getMessage();
        err.println(said == null ? "Larder ran into something it did not expect (" + failure + ")." : said);
        return failure instanceof CommandFailure known ? known.exitCode() : Exit.FAILED;
    }
}
