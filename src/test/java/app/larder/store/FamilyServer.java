package app.larder.store;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.account.ServerAddress;
import java.nio.file.Path;
import java.time.Clock;

/** A family's real Postgres for tests of the whole program, reached over a cable that can be cut. */
public final class FamilyServer implements AutoCloseable {

    private final Family family = Family.fresh();
    private final Cable cable = new Cable(TestPostgres.port());

    /** The address of a computer that was invited, which gives up on a server after a second. */
    public String address() {
        return family.invitation().address().replace(":" + TestPostgres.port() + "/", ":" + cable.port() + "/")
                + "?connect_timeout=1";
    }

    /** Lets one person sign up. */
    public String code() {
        return family.invitation().code();
    }

    /** Signs somebody up on a computer whose data lies in that folder. */
    public void signUp(Path home, String name, String password) {
        try (Entered entered = new People(new ProfileFolder(home), new CipherChange(), _ -> {}).enterAtOnce().orElseThrow()) {
            new FamilyAccount(
                            entered,
                            new RemoteServers(),
                            new SecretShelves(entered, SecretShelf.session()),
                            Clock.systemUTC())
                    .signUp(
                            new ServerAddress(address(), null),
                            true,
                            code(),
                            name,
                            password.toCharArray(),
                            SecretShelf.Place.FILE);
        }
    }

    /** From now on the server can't be reached. */
    public void cut() {
        cable.close();
    }

    @Override
    public void close() {
        cable.close();
        family.close();
    }
}
