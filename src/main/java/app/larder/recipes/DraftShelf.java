package app.larder.recipes;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is being typed in the editor, one JSON file a recipe and one for the new recipe, until it is saved or
 * thrown away. Each file is written beside, forced to disk and moved over, so that it is always whole. Thread-safe.
 */
public final class DraftShelf {

    private final Path folder;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Drafts in that folder, which is made when the first is kept. */
    public DraftShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the draft of a recipe, or (null) of a new one, in place of the one before. The draft is asked for only when
     * its turn has come, so of several calls at once none writes older words over newer ones.
     *
     * @param latest the draft as it is now; null if there is nothing to keep, which removes the one before
     * @throws FileFailure with a sentence for people, if it cannot be written; the one before stays
     */
    public synchronized void keep(@Nullable UUID recipe, Supplier<@Nullable RecipeDraft> latest) {
        RecipeDraft draft = latest.get();
        Path file = file(recipe);
        try {
            if (draft == null) {
                Files.deleteIfExists(file);
                return;
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.createDirectories(folder);
            write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsString(draft));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("editor.draft-unkept", folder.toString()), e);
        }
    }

    /**
     * The draft of a recipe, or (null) of a new one. A file that cannot be understood is put aside under another name
     * and counts as none.
     *
     * @throws FileFailure with a sentence for people, if the file is there but cannot be read
     */
    public synchronized Optional<RecipeDraft> find(@Nullable UUID recipe) {
        Path file = file(recipe);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Files.readString(file), RecipeDraft.class));
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("editor.draft-unread", file.toString()), e);
        } catch (JacksonException | NullPointerException e) {
            putAside(file);
            return Optional.empty();
        }
    }

    private void putAside(Path file) {
        System.Logger log = System.getLogger(DraftShelf.class.getName());
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            log.log(System.Logger.Level.WARNING, "a draft could not be understood and was put aside");
        } catch (IOException e) {
            log.log(System.Logger.Level.WARNING, "a draft could not be understood");
        }
    }

    private Path file(@Nullable UUID recipe) {
        return folder.resolve(recipe == null ? "new.json" : recipe + ".json");
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
