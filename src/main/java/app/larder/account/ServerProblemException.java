package app.larder.account;

import app.larder.words.Said;
import app.larder.words.Sentence;

/** A database that can't be used now. The message is the problem's English sentence. */
public final class ServerProblemException extends RuntimeException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient ServerProblem problem;

    /** Says what is wrong. */
    public ServerProblemException(ServerProblem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    /** Says what is wrong. */
    public ServerProblemException(ServerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** What is wrong and what to do. */
    public ServerProblem problem() {
        return problem;
    }

    @Override
    public Sentence sentence() {
        return problem.said();
    }
}
