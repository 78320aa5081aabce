package app.larder.sync;

/** A person's exchange with the family's server, for whoever sets it going: a window or a command. */
public interface Exchange {

    /**
     * Exchanges rows once; {@link Step#more} says whether to go on.
     *
     * @throws ServerTroubleException if there was no answer; the same is sent again the next time
     */
    Step step();

    /** As {@link #step}, and compares everything with the server's sums; what differs is mended by the steps that follow. */
    Step check();

    /** How it stands, without asking the server. */
    Step standing();

    /**
     * Answers {@link Step.Kind#MANY_DELETIONS}.
     *
     * @param delete whether the rows may go; else they are kept and sent to the server again
     */
    void answerDeletions(boolean delete);
}
