package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the installers are made from fits together, as far as that can be seen without making one. */
class PackagingTest {

    private static final Path PACKAGING = Path.of("packaging");
    private static final Path ICONS = PACKAGING.resolve("icons");

    @Test
    void theIconIsThereInEverySize() throws IOException {
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024)) {
            BufferedImage icon = ImageIO.read(ICONS.resolve("larder-" + size + ".png").toFile());
            assertEquals(size + "x" + size, icon.getWidth() + "x" + icon.getHeight());
        }
        assertEquals(0x00000100, ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("larder.ico"))).getInt());
        byte[] apple = Files.readAllBytes(ICONS.resolve("larder.icns"));
        assertEquals(apple.length, ByteBuffer.wrap(apple).getInt(4), "the length larder.icns says it has");
    }

    @Test
    void everyFileTheArgumentsNameIsThere() throws IOException {
        int named = 0;
        Pattern path = Pattern.compile("packaging/[\\w./-]+");
        for (Path file : files(".args", ".properties")) {
            Matcher matcher = path.matcher(Files.readString(file));
            while (matcher.find()) {
                named++;
                assertTrue(Files.exists(Path.of(matcher.group())), file + " names " + matcher.group());
            }
        }
        assertTrue(named > 10, "only " + named + " files are named");
    }

    @Test
    void everyArgumentLineIsAnOptionAndOneValue() throws IOException {
        Pattern line = Pattern.compile("#.*|--?[a-z-]+( (\"[^\"]*\"|[^\\s\"]+))?");
        for (Path file : files(".args")) {
            for (String said : Files.readAllLines(file)) {
                assertTrue(line.matcher(said).matches(), file + ": " + said);
            }
        }
    }

    @Test
    void aNewerInstallerForWindowsKnowsTheOlder() throws IOException {
        Matcher code = Pattern.compile("--win-upgrade-uuid (\\S+)").matcher(Files.readString(PACKAGING.resolve("windows/msi.args")));
        assertTrue(code.find());
        assertEquals(code.group(1), UUID.fromString(code.group(1)).toString());
    }

    @Test
    void theMenuEntryOffersTheKindsOfFilesThePackageBrings() throws IOException {
        List<String> entry = Files.readAllLines(PACKAGING.resolve("linux/resources/larder.desktop"));
        assertEquals("[Desktop Entry]", entry.getFirst());
        assertTrue(entry.containsAll(List.of("Type=Application", "Name=Larder", "Exec=APPLICATION_LAUNCHER")));
        List<String> types = List.of(
                entry.stream().filter(l -> l.startsWith("MimeType=")).findFirst().orElseThrow().substring(9).split(";"));
        for (String kind : List.of("paprikarecipes", "paprikarecipe")) {
            String said = Files.readString(PACKAGING.resolve("linux/" + kind + ".properties"));
            assertTrue(types.stream().anyMatch(t -> said.contains("mime-type=" + t + "\n")), kind);
            assertTrue(said.contains("extension=" + kind + "\n"), kind);
        }
    }

    @Test
    void aReleaseUsesNoActionThatCanChange() throws IOException {
        List<String> uses = Files.readAllLines(Path.of(".github/workflows/release.yml")).stream()
                .filter(l -> l.contains("uses:"))
                .toList();
        assertFalse(uses.isEmpty());
        uses.forEach(u -> assertTrue(u.matches(".*@[0-9a-f]{40} # v\\d.*"), u));
    }

    private static List<Path> files(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(PACKAGING)) {
            all.filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith)).sorted().forEach(found::add);
        }
        assertFalse(found.isEmpty());
        return found;
    }
}
