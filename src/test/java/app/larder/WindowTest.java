package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.larder.shell.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tour does to the folder its pictures go to. */
final class WindowTest {

    @TempDir
    private Path folder;

    @Test
    void aTourRemovesTheLastToursPicturesAndNobodyElses() throws IOException {
        for (String name : Tour.PICTURES) {
            Files.writeString(folder.resolve(name), "old");
        }
        Files.writeString(folder.resolve("holiday.png"), "mine");
        Files.writeString(folder.resolve("8-grandma.png"), "mine too");
        Window.clear(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("8-grandma.png", "holiday.png"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aFolderThatIsNotThereYetIsNoProblem() throws IOException {
        Window.clear(folder.resolve("pictures"));
        assertFalse(Files.exists(folder.resolve("pictures")));
    }
}
