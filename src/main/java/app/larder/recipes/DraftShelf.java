package app.larder.recipes;

import app.larder.account.KeptFile;
import app.larder.account.Seal;
import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is being typed in the editor, one JSON file a recipe and one for the new recipe, until it is saved or
 * thrown away. Each file is always whole, and sealed if the person has a password. Thread-safe.
 */
public final class DraftShelf {

    private final Path folder;
    private final Seal seal;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Drafts in that folder, which is made when the first is kept. */
    public DraftShelf(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
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
        KeptFile file = file(recipe);
        try {
            if (draft == null) {
                file.delete();
                return;
            }
            Files.createDirectories(folder);
            file.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(draft));
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
        KeptFile file = file(recipe);
        try {
            return file.read().map(text -> json.readValue(text, RecipeDraft.class));
        } catch (IOException e) {
            throw new FileFailure(Sentence.of("editor.draft-unread", file.path().toString()), e);
        } catch (JacksonException | NullPointerException e) {
            putAside(file.path());
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

    private KeptFile file(@Nullable UUID recipe) {
        return new KeptFile(folder.resolve(recipe == null ? "new.json" : recipe + ".json"), seal);
    }
}
