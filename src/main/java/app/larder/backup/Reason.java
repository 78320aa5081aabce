package app.larder.backup;

import java.util.Locale;

/** Why a backup was made. */
public enum Reason {
    /** The first start of a day. */
    DAILY,
    /** Somebody wanted one. */
    ASKED,
    /** Tables were about to be changed, or the database's own program. */
    UPDATE,
    /** Another backup was about to be restored. */
    RESTORE,
    /** It holds what could be read in a damaged file. */
    RESCUE;

    /** Whether it was made without anybody asking, and may go when there are newer ones. */
    boolean automatic() {
        return this == DAILY || this == UPDATE || this == RESTORE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
