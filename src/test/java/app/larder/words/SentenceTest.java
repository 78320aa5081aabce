package app.larder.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.larder.account.Seal;
import app.larder.fx.Texts;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.RecipeDraft;
import app.larder.store.Database;
import app.larder.store.LarderOpenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceTest {

    private static final Texts GERMAN = Texts.in(Locale.GERMAN);

    @TempDir
    private Path folder = Path.of("");

    private Path taken = Path.of("");

    @BeforeEach
    void aFileInTheWay() throws IOException {
        taken = Files.writeString(folder.resolve("it's {taken}"), "a file");
    }

    @Test
    void aFailureToOpenIsSaidInThePersonsLanguage() {
        LarderOpenException failure = assertThrows(LarderOpenException.class, () -> Database.local(taken));

        assertEquals("A file stands where Larder's folder " + taken + " belongs.", failure.getMessage());
        assertEquals(
                "Wo Larders Ordner " + taken + " hingehört, liegt eine Datei.", GERMAN.why(failure, "failure.unexpected"));
    }

    @Test
    void aDraftThatCantBeKeptIsSaidInThePersonsLanguage() {
        Path drafts = taken.resolve("drafts");
        FileFailure failure =
                assertThrows(FileFailure.class, () -> new DraftShelf(drafts, Seal.NONE).keep(UUID.randomUUID(), () -> RecipeDraft.NEW));

        assertEquals("What you are typing could not be kept in " + drafts + ".", failure.getMessage());
        assertEquals(
                "Was gerade getippt wird, ließ sich in " + drafts + " nicht aufheben.",
                GERMAN.why(failure, "failure.unexpected"));
    }

    @Test
    void aMessageForProgrammersIsNotShown() {
        assertEquals(
                GERMAN.get("failure.unexpected"),
                GERMAN.why(new IllegalStateException("index 3 of 2"), "failure.unexpected"));
        assertEquals(GERMAN.get("failure.unexpected"), GERMAN.why(null, "failure.unexpected"));
    }
}
