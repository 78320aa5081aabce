package app.larder.sync;

import app.larder.sync.Wire.Cursor;
import app.larder.sync.Wire.Position;
import app.larder.sync.Wire.WalkPlace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What sync notes for itself between two exchanges.
 *
 * @param cursor up to where everything the server told is applied here
 * @param staged where the next page begins while pages are staged; null if none are
 * @param walk the walk over all rows that is under way; null if none is
 * @param offset how far the server's clock is ahead of this computer's
 * @param synced when everything was last applied, by the server's clock; null if never
 * @param asks whether somebody must say if as many rows may be deleted as the staged pages would
 * @param mayDelete whether somebody said so
 */
record SyncState(
        Cursor cursor,
        @Nullable Position staged,
        @Nullable Walk walk,
        Duration offset,
        @Nullable Instant synced,
        boolean asks,
        boolean mayDelete) {

    /**
     * A walk over all rows of the server.
     *
     * @param why what it is for
     * @param head where the server stood when it began; null before the first answer. Rows newer than that come again
     * @param place where its next page begins
     */
    record Walk(Why why, @Nullable Cursor head, WalkPlace place) {}

    /** What a walk is for. */
    enum Why {
        /** The first time: nothing is known of the server. */
        FIRST,
        /** The server is not the one it was: a backup was restored, or it was made anew. */
        FORK,
        /** What is known here is not what is there, and nobody knows why. */
        REPAIR
    }

    static final SyncState NEW = new SyncState(
            Cursor.NOWHERE, null, new Walk(Why.FIRST, null, WalkPlace.BEGIN), Duration.ZERO, null, false, false);

    static SyncState of(Replica.Transaction tx) {
        return tx.note(Replica.Slot.STATE)
                .map(json -> Wire.JSON.readValue(json, SyncState.class))
                .orElse(NEW);
    }

    void keep(Replica.Transaction tx) {
        tx.note(Replica.Slot.STATE, Wire.write(this));
    }

    SyncState walking(Why why) {
        return new SyncState(cursor, null, new Walk(why, null, WalkPlace.BEGIN), offset, synced, false, false);
    }

    SyncState walkedTo(Cursor head, WalkPlace place) {
        Walk now = walk;
        return now == null
                ? this
                : new SyncState(cursor, staged, new Walk(now.why(), head, place), offset, synced, asks, mayDelete);
    }

    SyncState arrivedAt(Cursor head, @Nullable Instant at) {
        return new SyncState(head, null, null, offset, at == null ? synced : at, false, false);
    }

    SyncState stagedTo(@Nullable Position place) {
        return new SyncState(cursor, place, walk, offset, synced, asks, mayDelete);
    }

    SyncState withOffset(Duration measured) {
        return new SyncState(cursor, staged, walk, measured, synced, asks, mayDelete);
    }

    SyncState asking(boolean asking, boolean may) {
        return new SyncState(cursor, staged, walk, offset, synced, asking, may);
    }
}
