package app.larder.store;

import app.larder.account.AccountServer;
import app.larder.account.FamilyServers;
import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck;
import app.larder.account.ServerSetUp;

/** Families' databases on Postgres servers. */
public final class RemoteServers implements FamilyServers {

    @Override
    public AccountServer accounts(ServerAddress address) {
        return RemoteAccounts.open(DatabaseUrl.parse(address));
    }

    @Override
    public ServerCheck check() {
        return new RemoteCheck();
    }

    @Override
    public ServerSetUp setUp() {
        return new RemoteSetUp();
    }

    @Override
    public String shown(ServerAddress address) {
        return DatabaseUrl.parse(address).toString().substring("postgresql://".length());
    }
}
