package app.larder.sync;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.sync.MemoryServer.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schedules that found something once, as short as they can be: nothing of it may come back. */
class ScenariosTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "sync", "scenarios");

    /**
     * A scenario in its file.
     *
     * @param broke what did not hold
     * @param mutant the protection without which it does not hold, and DURABILITY_OFF for that of the disk; null if it was the
     *     engine's own fault
     */
    record Committed(String broke, @Nullable String mutant, Scenario scenario) {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static Committed read(Path file) throws IOException {
        return Wire.JSON.readValue(Files.readString(file), Committed.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatItBrokeHolds(Path file) throws IOException {
        Committed committed = read(file);
        assertNull(Simulation.run(committed.scenario()).violation(), committed.broke());
        String mutant = committed.mutant();
        if (mutant != null) {
            boolean durable = !mutant.equals("DURABILITY_OFF");
            Set<Mutant> mutants = durable ? Set.of(Mutant.valueOf(mutant)) : Set.of();
            assertNotNull(Simulation.run(committed.scenario(), mutants, durable).violation(), mutant + " is not noticed");
        }
    }

    @Test
    void thereAreScenarios() throws IOException {
        assertFalse(files().isEmpty());
    }
}
