package app.larder.exchange.input;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Something that may hold recipes or be a recipe's photo: a file, or an entry of an archive. Opened anew at every call. */
public interface Piece {

    /** Most bytes of one piece, unpacked. */
    int LARGEST = 64_000_000;

    /** What a report calls it; never used as a path. */
    String label();

    /** Its name without the folders it is in. */
    default String name() {
        return label().substring(Math.max(label().lastIndexOf('/'), label().lastIndexOf('\\')) + 1);
    }

    /**
     * Its first bytes, as many as asked for or all there are.
     *
     * @throws Unreadable if they can't be read, with the reason
     */
    byte[] start(int most) throws Unreadable;

    /**
     * All its bytes, at most {@link #LARGEST}.
     *
     * @param cancelled asked between pieces; once true, reading stops
     * @throws Unreadable if they can't be read, are too many or are damaged, with the reason
     */
    byte[] bytes(BooleanSupplier cancelled) throws Unreadable;

    /** The piece whose place is told from the folder this one is in ("images/original.webp"); empty if there is none. */
    Optional<Piece> beside(String place);
}
