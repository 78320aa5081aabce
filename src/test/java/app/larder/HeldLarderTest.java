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
        return Wiring.open(new ProfileFolder(home));
    }

    @Test
    void itCanBeOpenedAgainAfterAFailureOnTheWay() {
        try (HeldLarder larder = new HeldLarder(this::opened)) {
            larder.open();
            larder.open();
            larder.letGo();
            assertEquals(List.of(), larder.open().pantry().all());
        }
    }

    @Test
    void aLarderThatArrivesAfterTheWindowHasGoneIsClosed() {
        HeldLarder[] window = new HeldLarder[1];
        HeldLarder larder = new HeldLarder(() -> {
            Wiring late = opened();
            window[0].close();
            return late;
        });
        window[0] = larder;
        assertThrows(CancellationException.class, larder::open);
        try (Wiring again = opened()) {
            assertEquals(List.of(), again.pantry().all());
        }
    }
}
