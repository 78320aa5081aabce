package app.larder.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One person's rows on this computer, as sync needs them. The app edits them at any time; every edit marks its row dirty
 * in the same transaction, whoever makes it, a cascade too, except what {@link Transaction#apply} writes.
 */
public interface Replica {

    /**
     * Runs work in one transaction, alone among writers: all of it or, if it throws, none. What it wrote survives the
     * end of the process.
     *
     * @param work may be run again from its start, if people changed the same rows meanwhile: it must have no effect but
     *     through its transaction
     */
    <T> T write(Function<Transaction, T> work);

    /** Makes everything written before survive a power cut as well. */
    void barrier();

    /** What can be done inside one transaction. */
    interface Transaction {

        /** What sync noted for itself, as JSON; empty before the first time. */
        Optional<String> note(Slot slot);

        /** Notes it; an empty text forgets it. */
        void note(Slot slot, String json);

        /**
         * Rows that are dirty and not held, whole groups at a time, the longest waiting first. A group is a root (recipe,
         * message, pantry item or whatever hangs on none of these) with its details and moves.
         *
         * @param most about how many rows; a group is never cut
         */
        List<Dirty> dirty(int most);

        /** How many rows are dirty, held ones included. */
        int waiting();

        /** The rows the server refused, with its reason. */
        Map<RowKey, String> held();

        /** Lets refused rows be sent again. */
        void release(Collection<RowKey> keys);

        /** Rows as they are now; {@link LocalRow#NONE} for one nobody knows. Every key asked for is in the answer. */
        Map<RowKey, LocalRow> load(Collection<RowKey> keys);

        /** The rows that were deleted here together with that one, as hanging on it, and that the server may still have. */
        List<RowKey> deletedUnder(RowKey parent);

        /** The rows that hang on that one here, directly or not. */
        List<RowKey> under(RowKey parent);

        /** Every row that something was heard of, in order of rank and id, after that one. */
        List<RowKey> heardOf(Optional<RowKey> after, int most);

        /** Every row of an entity that is there now, with its id after that one. */
        List<RowKey> present(Optional<RowKey> after, int most);

        /** Changes rows: parents are put first, children deleted first. None of it marks a row dirty by itself. */
        void apply(List<RowChange> changes);

        /** Keeps rows that came until all have come; of one row the newest counts. */
        void stage(List<Incoming> rows);

        /** Some staged rows, in order of rank and id. */
        List<Incoming> staged(int most);

        /** Staged rows that hang on that one, as their images say. */
        List<Incoming> stagedUnder(RowKey parent);

        /** Forgets those staged rows. */
        void unstage(Collection<Incoming> rows);

        /** How many rows are staged, and how many of them are deletions. */
        Staged staged();

        /** Keeps rows of entities that only newer programs know. */
        void park(List<Incoming> rows);

        /** Hands out the parked rows whose entity this program knows, and forgets them. */
        List<Incoming> parked();

        /** How many rows there are here. */
        int size();

        /** Adds to what people can read about what sync did; old lines go. */
        void tell(List<Activity> lines);

        /** What was told, the newest first. */
        List<Activity> told(int most);
    }

    /**
     * A dirty row.
     *
     * @param group the id of the root it is sent with
     */
    record Dirty(RowKey key, UUID group) {}

    /** How much is staged. */
    record Staged(int rows, int deletions) {}

    /** A place for a note. */
    enum Slot {
        /** Cursor, clock and the like. */
        STATE,
        /** The frozen batch. */
        IN_FLIGHT,
        /** The fields this program knew when it last worked. */
        FIELDS
    }
}
