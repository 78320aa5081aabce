package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password opens the key it locked, and no other one does. */
class PadlockTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyTheRightPasswordOpensIt() {
        FileKey key = FileKey.random();
        Padlock padlock = Padlock.of(key, "quince jelly".toCharArray());

        assertArrayEquals(
                key.digits(), padlock.open("quince jelly".toCharArray()).orElseThrow().digits());
        assertTrue(padlock.open("quince jam".toCharArray()).isEmpty());
        assertTrue(padlock.open(new char[0]).isEmpty());
    }

    @Test
    void theFileKeepsItAndHoldsNeitherPasswordNorKey() throws IOException {
        FileKey key = FileKey.random();
        PadlockFile file = new PadlockFile(folder);
        assertEquals(Optional.empty(), file.read());
        file.write(Padlock.of(key, "quince jelly".toCharArray()));

        String text = Files.readString(folder.resolve("larder.key"));
        assertFalse(text.contains("quince"));
        assertFalse(text.contains(new String(key.digits())));
        assertArrayEquals(
                key.digits(),
                file.read().orElseThrow().open("quince jelly".toCharArray()).orElseThrow().digits());
    }

    @Test
    void aDamagedKeyFileIsSaidAndNotTakenForAWrongPassword() throws IOException {
        Files.writeString(folder.resolve("larder.key"), "{\"wrapped\": \"%%%\"}");
        assertThrows(IOException.class, () -> new PadlockFile(folder).read());
    }

    @Test
    void aSealedFileIsReadOnlyWithItsKey() throws IOException {
        Path path = folder.resolve("draft");
        FileKey key = FileKey.random();
        new KeptFile(path, key.seal()).write("Marzipan");

        assertFalse(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains("Marzipan"));
        assertEquals(Optional.of("Marzipan"), new KeptFile(path, key.copy().seal()).read());
        assertThrows(IOException.class, () -> new KeptFile(path, FileKey.random().seal()).read());
        assertThrows(IOException.class, () -> new KeptFile(path, Seal.NONE).read());
    }

    @Test
    void aChangedOrCutOffSealedFileIsRefused() throws IOException {
        Path path = folder.resolve("draft");
        FileKey key = FileKey.random();
        KeptFile file = new KeptFile(path, key.seal());
        file.write("Marzipan");
        byte[] stored = Files.readAllBytes(path);
        stored[stored.length - 1] ^= 1;
        Files.write(path, stored);
        assertThrows(IOException.class, file::read);
        Files.write(path, java.util.Arrays.copyOf(stored, 20));
        assertThrows(IOException.class, file::read);
    }

    @Test
    void whatWasWrittenBeforeThereWasAPasswordCanStillBeRead() throws IOException {
        Path path = folder.resolve("draft");
        new KeptFile(path, Seal.NONE).write("Marzipan");
        assertEquals(Optional.of("Marzipan"), new KeptFile(path, FileKey.random().seal()).read());
    }
}
