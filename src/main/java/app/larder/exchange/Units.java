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
import java.util.stream.Stream;

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
                case ImportSource.Entry(Path archive, String label) -> {
                    List<Unit> within = new ArrayList<>();
                    List<ImportFailure> broken = new ArrayList<>();
                    add(archive, within, broken);
                    List<Unit> asked = within.stream().flatMap(unit -> entry(unit, label)).toList();
                    all.addAll(asked);
                    failures.addAll(asked.isEmpty() ? broken(broken, archive, label) : List.of());
                }
                case ImportSource.Link(String address) -> all.add(new Unit.Link(address));
                case ImportSource.Pasted(String text, String name) -> all.add(new Unit.Pasted(text, name));
            }
        }
        return new Units(all, failures, skipped);
    }

    /** The unit itself, or the entry asked for of the archive it is. */
    private static Stream<Unit> entry(Unit unit, String label) {
        if (unit.label().equals(label)) {
            return Stream.of(unit);
        }
        return unit instanceof Unit.OfPiece outer && label.startsWith(unit.label() + Archive.INSIDE)
                ? Stream.of(new Unit.Nested(outer, label))
                : Stream.empty();
    }

    /** Why an entry is not there any more: its own reason, else the archive's, which is said of the entry. */
    private static List<ImportFailure> broken(List<ImportFailure> found, Path archive, String label) {
        Reason reason = found.stream()
                .filter(one -> one.file().equals(label) || one.file().equals(archive.toString()))
                .findFirst()
                .map(ImportFailure::reason)
                .orElseGet(() -> Reason.of(Reason.Kind.MISSING, label));
        return List.of(new ImportFailure(label, reason));
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
