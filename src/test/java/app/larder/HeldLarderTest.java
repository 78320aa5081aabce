package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.larder.account.ProfileFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window holds one larder at most, and none when it is closed. */
final class HeldLarderTest {

    @TempDir
    private Path home;

    private Wiring opened() {
        return Wiring.open(new AccountWiring(new ProfileFolder(home)).people().enterAtOnce().orElseThrow());
    }

    @Test
    void itCanBeOpenedAgainAfterAFailureOnTheWay() {
        try (HeldLarder larder = new HeldLarder()) {
            larder.open(this::opened);
            larder.open(this::opened);
            larder.letGo();
            assertEquals(List.of(), larder.open(this::opened).pantry().all());
        }
    }

    @Test
    void aLarderThatArrivesAfterTheWindowHasGoneIsClosed() {
        HeldLarder larder = new HeldLarder();
        assertThrows(CancellationException.class, () -> larder.open(() -> {
            Wiring late = opened();
            larder.close();
            return late;
        }));
        try (Wiring again = opened()) {
            assertEquals(List.of(), again.pantry().all());
        }
    }
}
