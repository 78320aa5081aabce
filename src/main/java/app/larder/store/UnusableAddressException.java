package app.larder.store;

import app.larder.account.ServerProblem;
import app.larder.words.Said;
import app.larder.words.Sentence;

/** An address that can't be used, whatever the server; the message never repeats it. */
public final class UnusableAddressException extends IllegalArgumentException implements Said {

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

    @Override
    public Sentence sentence() {
        return problem.said();
    }
}
