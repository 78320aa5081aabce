package app.larder.exchange;

import app.larder.exchange.format.Draft;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.Problem;
import app.larder.exchange.format.TextReader;
import app.larder.exchange.input.Archive;
import app.larder.exchange.input.Content;
import app.larder.exchange.input.FileReading;
import app.larder.exchange.input.LinkReader;
import app.larder.exchange.input.Piece;
import app.larder.exchange.input.Reason;
import app.larder.exchange.input.Unpacking;
import app.larder.exchange.input.Unreadable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what one unit holds into recipes not yet kept. */
final class UnitReader {

    /** Longest time spent on understanding one text; the largest real pages take a hundredth of a second. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** An archive, the archives in it, and no more. */
    private static final int DEEPEST = 2;

    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}]+");

    private final TextReader reader;
    private final RecipeMaker maker;

    UnitReader(TextReader reader, RecipeMaker maker) {
        this.reader = reader;
        this.maker = maker;
    }

    /** Everything a unit gives; never throws, whatever it holds. Nothing for a picture, which belongs to a recipe. */
    List<ImportItem> read(Unit unit, @Nullable LinkReader web, BooleanSupplier cancelled) {
        String label = unit.label();
        try {
            return switch (unit) {
                case Unit.OfPiece piece -> ofPiece(piece, cancelled);
                case Unit.Link(String address) -> {
                    Content page = Objects.requireNonNull(web).read(address, cancelled);
                    yield ofText(unit, page, page.address() == null ? page.name() : host(page.address()), cancelled);
                }
                case Unit.Pasted(String text, String name) -> ofText(unit, new Content(name, text, null, List.of()), name, cancelled);
            };
        } catch (CancellationException e) {
            return List.of(failure(label, Reason.Kind.TOO_LONG, label, LONGEST.toSeconds()));
        } catch (Unreadable e) {
            return List.of(new ImportFailure(label, e.reason()));
        } catch (RuntimeException | StackOverflowError e) {
            System.getLogger(Importer.class.getName()).log(System.Logger.Level.WARNING, "a source could not be read", e);
            return List.of(failure(label, Reason.Kind.STRANGE));
        }
    }

    /** The drafts of a unit read once more, for the pictures in them. */
    List<Draft> drafts(Unit.OfPiece unit) throws Unreadable {
        Piece piece = unit.open();
        return reader.read(content(piece, piece.bytes(() -> false), () -> false).text(), null);
    }

    private List<ImportItem> ofPiece(Unit.OfPiece unit, BooleanSupplier cancelled) throws Unreadable {
        Piece piece = unit.open();
        if (unit.depth() > 0 && ImageStart.isPicture(piece.start(ImageStart.LENGTH))) {
            return List.of();
        }
        byte[] bytes = piece.bytes(cancelled);
        if (Unpacking.isZip(bytes)) {
            return ofArchive(unit, bytes, cancelled);
        }
        return ofText(unit, content(piece, bytes, cancelled), shown(piece.name()), cancelled);
    }

    private static Content content(Piece piece, byte[] bytes, BooleanSupplier cancelled) throws Unreadable {
        return Unpacking.isGzip(bytes)
                ? FileReading.text(Unpacking.gunzipped(bytes, piece.name(), cancelled), piece.label(), piece.name())
                : FileReading.text(bytes, piece.label(), piece.name());
    }

    private List<ImportItem> ofArchive(Unit.OfPiece unit, byte[] bytes, BooleanSupplier cancelled) throws Unreadable {
        if (unit.depth() >= DEEPEST) {
            return List.of(failure(unit.label(), Reason.Kind.PACKED_TWICE, unit.label()));
        }
        Archive archive = Archive.of(bytes, unit.label());
        List<ImportItem> items = new ArrayList<>();
        archive.refused().forEach(refused -> items.add(new ImportFailure(refused.label(), refused.reason())));
        for (Piece inner : archive.pieces()) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            items.addAll(read(new Unit.Nested(unit, inner.label()), null, cancelled));
        }
        return items;
    }

    private List<ImportItem> ofText(Unit unit, Content content, String place, BooleanSupplier cancelled) throws Unreadable {
        long end = System.nanoTime() + LONGEST.toNanos();
        Patience patience = new Patience(() -> cancelled.getAsBoolean() || System.nanoTime() - end > 0);
        List<Draft> drafts = reader.read(content.text(), content.address(), patience);
        if (drafts.isEmpty()) {
            return List.of(failure(unit.label(), Reason.Kind.NO_RECIPE, place));
        }
        List<ImportItem> items = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            List<Problem> problems = new ArrayList<>(content.problems());
            List<PictureSource> pictures = unit instanceof Unit.OfPiece piece ? pictures(piece, i, draft, problems) : List.of();
            items.add(maker.make(unit.label(), place, draft, problems, patience).with(pictures));
        }
        return items;
    }

    private static List<PictureSource> pictures(Unit.OfPiece unit, int recipe, Draft draft, List<Problem> problems) throws Unreadable {
        List<PictureSource> found = new ArrayList<>();
        List<Draft.Picture> said = draft.extras().pictures();
        for (int i = 0; i < said.size(); i++) {
            switch (said.get(i)) {
                case Draft.Picture.Inline(String data) -> {
                    if (ImageStart.isPicture(data)) {
                        found.add(new PictureSource.Inside(unit, recipe, i));
                    } else {
                        problems.add(Problem.of(Problem.Kind.PHOTO_REFUSED, "", unit.label()));
                    }
                }
                case Draft.Picture.Beside(List<String> places) -> beside(unit, places, found, problems);
            }
        }
        return found;
    }

    private static void beside(Unit.OfPiece unit, List<String> places, List<PictureSource> found, List<Problem> problems) throws Unreadable {
        Piece recipe = unit.open();
        String bare = recipe.name().replaceFirst("\\.[A-Za-z]{1,6}$", "");
        for (String place : places) {
            String here = place.replace("*", bare);
            Optional<Piece> photo = recipe.beside(here);
            if (photo.isPresent()) {
                if (ImageStart.isPicture(photo.get().start(ImageStart.LENGTH))) {
                    found.add(new PictureSource.Beside(unit, here));
                } else {
                    problems.add(Problem.of(Problem.Kind.PHOTO_REFUSED, "", here));
                }
                return;
            }
        }
    }

    private static ImportFailure failure(String label, Reason.Kind kind, Object... facts) {
        return new ImportFailure(label, Reason.of(kind, facts));
    }

    /** A file's name without what only a file's name may hold: line ends and other control characters. */
    private static String shown(String fileName) {
        String clean = UNSHOWN.matcher(fileName).replaceAll(" ").strip();
        return clean.isEmpty() ? "?" : clean;
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? address : host;
    }
}
