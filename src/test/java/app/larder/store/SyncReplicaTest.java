package app.larder.store;

import app.larder.sync.Image;
import app.larder.sync.Replica;
import app.larder.sync.ReplicaContract;
import app.larder.sync.RowKey;
import org.junit.jupiter.api.AfterEach;

/** The local file keeps the promises sync builds on. */
class SyncReplicaTest extends ReplicaContract {

    private final LocalRows here = LocalRows.inMemory();

    @Override
    protected Replica replica() {
        return here.replica();
    }

    @Override
    protected void edit(RowKey key, Image image) {
        here.edit(key, image);
    }

    @Override
    protected void delete(RowKey key) {
        here.delete(key);
    }

    @AfterEach
    void close() {
        here.close();
    }
}
