package app.larder.sync;

/** The family's server: one call, which may be sent again at any time. */
public interface Server {

    /**
     * Exchanges rows (src/site/markdown/sync.md).
     *
     * @param request JSON without the token, which whoever implements this adds
     * @return the answer as JSON
     * @throws ServerTroubleException if there is no answer; the server may have done everything or nothing
     */
    String exchange(String request);
}
