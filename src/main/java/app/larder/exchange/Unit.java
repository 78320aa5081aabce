package app.larder.exchange;

import app.larder.exchange.input.Archive;
import app.larder.exchange.input.Piece;
import app.larder.exchange.input.Reason;
import app.larder.exchange.input.Unreadable;

/** One thing to read at a time. */
sealed interface Unit {

    String label();

    /** A file, or an entry of an archive, or an entry of an archive in an archive. */
    sealed interface OfPiece extends Unit {

        /** Opens it anew; it holds no bytes until then. */
        Piece open() throws Unreadable;

        /** How many archives it is in. */
        int depth();

        @Override
        String label();
    }

    /** One that can be opened at once. */
    record Plain(Piece piece, int depth) implements OfPiece {
        @Override
        public Piece open() {
            return piece;
        }

        @Override
        public String label() {
            return piece.label();
        }
    }

    /** An entry of an archive that is itself an entry. */
    record Nested(OfPiece outer, String label) implements OfPiece {
        @Override
        public Piece open() throws Unreadable {
            Archive archive = Archive.of(outer.open().bytes(() -> false), outer.label());
            return archive.pieces().stream()
                    .filter(piece -> piece.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> Unreadable.because(Reason.Kind.ENTRY_DAMAGED, label));
        }

        @Override
        public int depth() {
            return outer.depth() + 1;
        }
    }

    /** A page on the web. */
    record Link(String address) implements Unit {
        @Override
        public String label() {
            return address;
        }
    }

    /** Text from the clipboard. */
    record Pasted(String text, String label) implements Unit {}
}
