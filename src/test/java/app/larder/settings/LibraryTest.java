package app.larder.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of libraries is what the build gathers into target/lib, no more and no less. */
class LibraryTest {

    @Test
    void everyJarThatTravelsWithLarderIsListedOnceWithItsLicence() throws IOException {
        List<String> listed = Library.all().stream().flatMap(l -> l.jars().stream()).toList();
        assertEquals(listed.size(), Set.copyOf(listed).size(), "a jar is listed twice");
        assertEquals(gathered(), new TreeSet<>(listed));
        assertTrue(Library.all().stream().noneMatch(l -> l.name().isBlank() || l.licence().isBlank()));
    }

    @Test
    void theListIsInOrder() {
        List<String> names = Library.all().stream().map(Library::name).toList();
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    }

    private static Set<String> gathered() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "lib"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replaceFirst("-[0-9][^/]*\\.jar$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
