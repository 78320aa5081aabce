package app.larder.cli;

import java.util.List;
import java.util.OptionalInt;

/** Hands a command line over to the Larder that has its data open already. */
@FunctionalInterface
public interface HandOver {

    /** There is no other Larder. */
    HandOver NOBODY = (_, _) -> OptionalInt.empty();

    /**
     * Lets the other one run a command on this process's streams.
     *
     * @param arguments the whole command line
     * @return its exit code; empty if there is no other one, or it does not have that data open
     */
    OptionalInt run(Whose whose, List<String> arguments);
}
