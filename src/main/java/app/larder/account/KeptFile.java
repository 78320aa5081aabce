package app.larder.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A small file that is always whole: written beside, forced to disk and moved over. Sealed if its person has a password.
 *
 * @param path the file; its folder must exist when it is written
 * @param seal keeps it unreadable for others, or not
 */
public record KeptFile(Path path, Seal seal) {

    /** What the file holds; empty if there is none. */
    public Optional<String> read() throws IOException {
        try {
            return Optional.of(new String(seal.open(Files.readAllBytes(path)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Puts another text in place of what was there. */
    public void write(String text) throws IOException {
        write(text, new FileAttribute<?>[] {});
    }

    /** As {@link #write(String)}, with what the file is made with, like its permissions. */
    void write(String text, FileAttribute<?>... attributes) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                ByteBuffer bytes = ByteBuffer.wrap(seal.seal(text.getBytes(StandardCharsets.UTF_8)));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Takes the file away; fine if there is none. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
