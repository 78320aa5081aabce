package app.larder.handover;

import app.larder.cli.Streams;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the Larder that is open does for one that is started beside it. Called on threads of their own. */
public interface Host {

    /**
     * Brings the window to the front, soon.
     *
     * @param places absolute paths and web addresses to look into for recipes; may be empty
     */
    void front(List<String> places);

    /**
     * Whether a command for that person is run here. Decides nothing about who may: {@link #run} asks.
     *
     * @param person their name; null for the only one
     */
    boolean hasOpen(@Nullable String person);

    /**
     * Runs a command and answers with its exit code.
     *
     * @param password asks whoever has started it for a person's password
     */
    int run(List<String> arguments, Streams streams, Function<String, char[]> password);
}
