package app.larder.store;

import app.larder.account.User;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person's rows on a computer that is connected, edited past every room. */
record LocalRows(Database database, UserStore rows) implements AutoCloseable {

    static LocalRows inMemory() {
        return connected(Database.memory("rows-" + UUID.randomUUID()));
    }

    static LocalRows inFolder(Path folder) {
        return connected(Database.local(folder));
    }

    private static LocalRows connected(Database database) {
        User owner = database.localUser("anna");
        return new LocalRows(database, database.openFor(database.connect(owner, owner.id(), "anna", () -> _ -> false)));
    }

    SyncReplica replica() {
        return (SyncReplica) rows.replica().orElseThrow();
    }

    void edit(RowKey key, Image image) {
        database.asWriter(statements -> {
            new SyncContent(statements, rows.user().id()).put(key.entity(), Map.of(key.id(), image));
            return true;
        });
    }

    void delete(RowKey key) {
        database.asWriter(statements -> {
            new SyncContent(statements, rows.user().id()).delete(key.entity(), List.of(key.id()));
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
