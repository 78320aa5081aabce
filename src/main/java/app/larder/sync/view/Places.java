package app.larder.sync.view;

import app.larder.sync.RowKey;

/** Where the room of sync sends people. JavaFX thread only. */
public interface Places {

    /** Whether a row can be looked at and edited somewhere. */
    boolean has(RowKey row);

    /** Goes where that row is edited. */
    void edit(RowKey row);

    /** Goes to the person's account. */
    void account();
}
