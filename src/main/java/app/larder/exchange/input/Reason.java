package app.larder.exchange.input;

import app.larder.words.English;
import java.util.List;
import java.util.Locale;

/**
 * Why a source gave no recipe.
 *
 * @param kind what stood in the way
 * @param facts what its sentence names, texts and numbers in the order of its places
 */
public record Reason(Kind kind, List<Object> facts) {

    /**
     * What can stand in the way. The English sentence of each is the text of its {@link #key()}; the fact of most is the
     * name of the file or host.
     */
    public enum Kind {
        /** Facts: the source's name. */
        NO_RECIPE,
        /** The reader gave up on how it is built. */
        STRANGE,
        /** Facts: the source's name, the most seconds spent on one. */
        TOO_LONG,
        /** The person stopped it. */
        STOPPED,
        /** A folder inside the one chosen is closed. */
        FOLDER_CLOSED,
        /** Facts: the file's name. */
        FOLDER,
        /** Neither file nor folder: a device or a pipe. Facts: its name. */
        NO_FILE,
        /** Facts: the file's name. */
        MISSING,
        /** The rights are missing. Facts: the file's name. */
        FORBIDDEN,
        /** Facts: the file's name. */
        DISK,
        /** Facts: the file's name, its size in MB, the most MB read. */
        FILE_TOO_LARGE,
        /** Larder's own backup, which is restored and not read in. Facts: the file's name. */
        OWN_BACKUP,
        /** Facts: the file's name. */
        EMPTY,
        /** Facts: the file's name. */
        NO_TEXT,
        /** A web archive without a page. */
        ARCHIVE_EMPTY,
        /** A web archive that can't be unpacked. */
        ARCHIVE_DAMAGED,
        /** The end of a ZIP archive is missing; what is there was read. Facts: its name. */
        ARCHIVE_CUT_OFF,
        /** Facts: the archive's name, the most entries read. */
        TOO_MANY_ENTRIES,
        /** Cut off, changed on the way, or sharing its bytes with another entry. Facts: the entry's name. */
        ENTRY_DAMAGED,
        /** Facts: the entry's name, the most MB it may have unpacked. */
        ENTRY_TOO_LARGE,
        /** Its name would lead out of its folder. Facts: the entry's name. */
        ENTRY_OUTSIDE,
        /** A symbolic link. Facts: the entry's name. */
        ENTRY_LINK,
        /** Encrypted. Facts: the entry's name. */
        ENTRY_LOCKED,
        /** Packed in another way than ZIP's usual one. Facts: the entry's name. */
        ENTRY_PACKING,
        /** Another entry before it has the same name. Facts: the entry's name. */
        ENTRY_TWICE,
        /** Packed inside something packed, once too often. Facts: the entry's name. */
        PACKED_TWICE,
        /** Another scheme than http and https. */
        NO_WEB_LINK,
        /** Facts: the start of what was given. */
        NO_LINK,
        /** The link has no host in it. */
        NO_HOST,
        /** Facts: the host. */
        UNKNOWN_HOST,
        /** The address is not of the open internet. Facts: the host. */
        INSIDE,
        /** Facts: the host. */
        SENT_NOWHERE,
        /** Facts: the host. */
        SENT_ASTRAY,
        /** Facts: the host, the most redirects followed. */
        SENT_ON,
        /** Facts: the host. */
        NO_ANSWER,
        /** Facts: the host. */
        NO_CONNECTION,
        /** Facts: the host. */
        BROKEN_OFF,
        /** Facts: the host, the HTTP status. */
        NO_PROGRAMS,
        /** Facts: the host, the HTTP status. */
        NO_PAGE,
        /** Facts: the host, the HTTP status. */
        NOT_DELIVERED,
        /** Facts: the media type. */
        OTHER_TYPE,
        /** Facts: the host, the content encoding. */
        OTHER_PACKING,
        /** Facts: the host. */
        DAMAGED,
        /** Facts: the host, the most read with its unit. */
        PAGE_TOO_LARGE;

        /** Whether it may be gone when the same is tried again: a disk, a right, a connection, a server. */
        public boolean mayPass() {
            return switch (this) {
                case STOPPED, FOLDER_CLOSED, MISSING, FORBIDDEN, DISK, ENTRY_DAMAGED, UNKNOWN_HOST, NO_ANSWER, NO_CONNECTION,
                        BROKEN_OFF, NO_PROGRAMS, NO_PAGE, NOT_DELIVERED, DAMAGED -> true;
                default -> false;
            };
        }

        /** The key of its sentence among the window's texts. */
        public String key() {
            return "import.unreadable." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reason {
        facts = List.copyOf(facts);
    }

    /** A reason of a kind; the facts as the kind takes them. */
    public static Reason of(Kind kind, Object... facts) {
        return new Reason(kind, List.of(facts));
    }

    /** The reason as one plain English sentence. */
    public String sentence() {
        return English.of(kind.key(), facts);
    }
}
