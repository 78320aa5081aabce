package app.larder.exchange.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A file as a piece. */
public record FilePiece(Path path) implements Piece {

    @Override
    public String label() {
        return path.toString();
    }

    @Override
    public byte[] start(int most) throws Unreadable {
        if (!Files.isRegularFile(path)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new Unreadable(Reason.Kind.DISK, name()).from(e);
        }
    }

    @Override
    public byte[] bytes(BooleanSupplier cancelled) throws Unreadable {
        return FileReading.bytes(path, LARGEST, cancelled);
    }

    @Override
    public Optional<Piece> beside(String place) {
        try {
            Path other = path.resolveSibling(place).normalize();
            Path folder = path.toAbsolutePath().normalize().getParent();
            return other.toAbsolutePath().startsWith(folder) && Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new FilePiece(other))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
