package app.larder.store;

import app.larder.account.Computer;
import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck.Role;
import app.larder.account.ServerCheck.Tables;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblem.Kind;
import app.larder.account.ServerProblemException;
import app.larder.account.ServerSetUp;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sets up a family's Postgres with its owner's address, which is forgotten at the end of every call. */
public final class RemoteSetUp implements ServerSetUp {

    @Override
    public void migrate(ServerAddress owner) {
        asOwner(owner, (connection, url, tables) -> {
            if (tables == Tables.OTHERS) {
                throw problem(Kind.OTHER_TABLES, String.join(", ", RemoteTables.others(connection)));
            }
            Migrations.own().migrateServer(RemotePool.forMigration(url), "keep");
            return true;
        });
    }

    @Override
    public Invitation invite(ServerAddress owner, String computerName) {
        return asOwner(owner, (connection, url, tables) -> {
            mustBeSetUp(tables);
            if (!RemoteTables.rowSecurity(connection)) {
                throw problem(Kind.ROWS_NOT_APART);
            }
            return Invitations.invite(connection, url, computerName);
        });
    }

    @Override
    public boolean revoke(ServerAddress owner, String login) {
        return asOwner(owner, (connection, url, tables) -> {
            mustBeSetUp(tables);
            return Invitations.revoke(connection, login);
        });
    }

    @Override
    public List<Computer> computers(ServerAddress owner) {
        return asOwner(owner, (connection, url, tables) -> {
            mustBeSetUp(tables);
            return Invitations.computers(connection);
        });
    }

    @Override
    public List<String> verify(ServerAddress owner) {
        return asOwner(owner, (connection, url, tables) -> {
            mustBeSetUp(tables);
            DatabaseUrl direct = url.forMigration();
            return Verification.differences(
                    connection, Migrations.own().scripts(new ConnectionSource(() -> RemoteLogin.connect(direct))));
        });
    }

    @Override
    public Adoption look(ServerAddress owner) {
        return asOwner(owner, (connection, url, tables) -> AdoptionPlan.of(connection).report());
    }

    @Override
    public void adopt(ServerAddress owner, RowSecurity rows) {
        asOwner(owner, (connection, url, tables) -> {
            new Adopting(AdoptionPlan.of(connection), rows).run(url);
            return true;
        });
    }

    /** Work with the owner's connection. */
    private interface Work<T> {
        T with(Connection connection, DatabaseUrl url, Tables tables) throws SQLException;
    }

    private static <T> T asOwner(ServerAddress owner, Work<T> work) {
        DatabaseUrl url;
        try {
            url = DatabaseUrl.parse(owner);
        } catch (UnusableAddressException e) {
            throw new ServerProblemException(e.problem(), e);
        }
        try (Connection connection = RemoteLogin.connect(url.forMigration())) {
            if (Poolers.handOn(connection, url.forMigration())) {
                throw problem(Kind.TRANSACTION_POOLER);
            }
            RemoteTables.Found found = RemoteTables.look(connection);
            if (found.role() != Role.OWNER) {
                throw problem(Kind.NO_RIGHT_TO_SET_UP, url.user());
            }
            return work.with(connection, url, found.tables());
        } catch (UnusableAddressException e) {
            throw new ServerProblemException(e.problem(), e);
        } catch (SQLException | RuntimeException e) {
            throw ServerFailures.of(e, url);
        }
    }

    private static void mustBeSetUp(Tables tables) {
        if (tables == Tables.NONE || tables == Tables.OTHERS) {
            throw problem(Kind.NOT_SET_UP);
        }
    }

    private static ServerProblemException problem(Kind kind, String... facts) {
        return new ServerProblemException(ServerProblem.of(kind, facts));
    }
}
