package app.larder.account;

/** The cellar's ways to a family's database, as far as accounts go. */
public interface FamilyServers {

    /**
     * Accounts at an address; connects at the first need.
     *
     * @throws RuntimeException with a sentence for people, if the address can't be used
     */
    AccountServer accounts(ServerAddress address);

    /** Tries an address. */
    ServerCheck check();

    /** What the owner does. */
    ServerSetUp setUp();

    /** Server and database of an address, nothing secret. */
    String shown(ServerAddress address);
}
