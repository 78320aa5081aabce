package app.larder.store;

import app.larder.account.ServerProblem;

/** An address that can't be used, whatever the server; the message never repeats it. */
public final class UnusableAddressException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient ServerProblem problem;

    UnusableAddressException(ServerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** What to change in it. */
    public ServerProblem problem() {
        return problem;
    }
}
