package app.larder.exchange;

import app.larder.exchange.input.Archive;
import app.larder.exchange.input.FilePiece;
import app.larder.exchange.input.FileReading;
import app.larder.exchange.input.Piece;
import app.larder.exchange.input.Reason;
import app.larder.exchange.input.Unpacking;
import app.larder.exchange.input.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What some sources come down to.
 *
 * @param all what is to be read one after the other
 * @param failures what can't even be tried
 * @param skipped files of kinds that hold no recipes
 */
record Units(List<Unit> all, List<ImportFailure> failures, int skipped) {

    static Units of(List<ImportSource> sources, BooleanSupplier cancelled) {
        List<Unit> all = new ArrayList<>();
        List<ImportFailure> failures = new ArrayList<>();
        int skipped = 0;
        for (ImportSource source : sources) {
            switch (source) {
                case ImportSource.OnDisk(Path path) -> {
                    FileReading.Found files = FileReading.find(path, cancelled);
                    files.failures().forEach(f -> failures.add(new ImportFailure(f.path().toString(), f.reason())));
                    skipped += files.skipped();
                    files.files().forEach(file -> add(file, all, failures));
                }
                case ImportSource.Link(String address) -> all.add(new Unit.Link(address));
                case ImportSource.Pasted(String text, String name) -> all.add(new Unit.Pasted(text, name));
            }
        }
        return new Units(all, failures, skipped);
    }

    private static void add(Path file, List<Unit> all, List<ImportFailure> failures) {
        Piece piece = new FilePiece(file);
        try {
            if (Unpacking.isZip(piece.start(4))) {
                Archive archive = Archive.of(file);
                if (archive.isOwnBackup()) {
                    failures.add(ownBackup(piece));
                    return;
                }
                archive.refused().forEach(refused -> failures.add(new ImportFailure(refused.label(), refused.reason())));
                archive.pieces().forEach(entry -> all.add(new Unit.Plain(entry, 1)));
            } else if (Unpacking.isSealedBackup(piece)) {
                failures.add(ownBackup(piece));
            } else {
                all.add(new Unit.Plain(piece, 0));
            }
        } catch (Unreadable e) {
            failures.add(new ImportFailure(piece.label(), e.reason()));
        }
    }

    /** Read in, its recipes would lose what they are and where they belong; restored, they are what they were. */
    private static ImportFailure ownBackup(Piece piece) {
        return new ImportFailure(piece.label(), Reason.of(Reason.Kind.OWN_BACKUP, piece.name()));
    }
}
