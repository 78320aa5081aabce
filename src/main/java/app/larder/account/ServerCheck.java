package app.larder.account;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries a database address step by step, changes nothing, and says what to do about the first step that fails. */
public interface ServerCheck {

    /**
     * Goes through the steps in order until one fails. Blocks for some seconds at most a step, never throws for anything
     * a server or an address does.
     *
     * @param heard told of every step as soon as its result is known, on the caller's thread
     */
    Report check(ServerAddress address, Consumer<StepResult> heard);

    /** What is tried, in this order. */
    enum Step {
        /** Read the address itself. */
        ADDRESS,
        /** Look up the server's name. */
        LOOK_UP,
        /** Reach the port. */
        REACH,
        /** Agree on encryption and check the certificate. */
        ENCRYPT,
        /** Sign in with the address's user name and password. */
        SIGN_IN,
        /** Look at the tables. */
        TABLES
    }

    /**
     * What came of one step.
     *
     * @param problem what is wrong and what to do; null if the step went well
     * @param needless whether there was nothing to do: nobody listens between a program and a server on one computer, and
     *     that server offers no encryption
     */
    record StepResult(Step step, @Nullable ServerProblem problem, boolean needless) {

        /** What came of a step in which there was something to do. */
        public StepResult(Step step, @Nullable ServerProblem problem) {
            this(step, problem, false);
        }

        /** Whether the step went well. */
        public boolean done() {
            return problem == null;
        }
    }

    /** What stands in the database. */
    enum Tables {
        /** Nothing of Larder's and none of the five tables. */
        NONE,
        /** The five tables, made by another program. */
        OTHERS,
        /** Larder's, older than this program; it works with them, and their owner can bring them up to date. */
        OLDER,
        /** Larder's, just as this program needs them. */
        CURRENT
    }

    /** Who the address signs in as. */
    enum Role {
        /** A role that may set up and change the tables: for that only, not for every day. */
        OWNER,
        /** A computer that was invited. */
        COMPUTER,
        /** Neither. */
        STRANGER
    }

    /**
     * What was found when every step went well.
     *
     * @param verified whether the server's certificate was checked against its name, or the server is this computer
     * @param warnings what the person should know before going on
     */
    record Found(Tables tables, Role role, boolean verified, List<ServerProblem> warnings) {}

    /**
     * All that was tried.
     *
     * @param steps up to and including the first that failed
     * @param found null if a step failed
     */
    record Report(List<StepResult> steps, @Nullable Found found) {}
}
