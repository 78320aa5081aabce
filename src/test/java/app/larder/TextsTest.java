package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text is missing, none is left over, in every language. */
class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z][A-Za-z0-9.-]*)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9-]+)*\\.?)\"");
    private static final Pattern WHOLE_KEY = Pattern.compile("[(\\s]\"([a-z]+\\.[a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"[,;)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void everyLanguageHasTheSameTexts() throws IOException {
        Set<String> english = load("texts.properties").stringPropertyNames();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                assertEquals(
                        new TreeSet<>(english),
                        new TreeSet<>(load(file.getFileName().toString()).stringPropertyNames()),
                        file.toString());
            }
        }
    }

    @Test
    void everyLanguageFillsTheSamePlaces() throws IOException {
        Properties english = load("texts.properties");
        Properties german = load("texts_de.properties");
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
            for (String pattern : List.of(english.getProperty(key), german.getProperty(key))) {
                if (!places(pattern).isEmpty()) {
                    String filled = new MessageFormat(pattern).format(new Object[] {1, 2, 3, 4, 5});
                    assertFalse(filled.contains("{"), key + " leaves a place unfilled: " + filled);
                }
            }
        }
    }

    @Test
    void noKeyIsGivenTwice() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Set<String> seen = new HashSet<>();
                List<String> twice = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .toList();
                assertEquals(List.of(), twice, file.toString());
            }
        }
    }

    @Test
    void everyTextAScreenAsksForExists() throws IOException {
        Set<String> known = load("texts.properties").stringPropertyNames();
        Set<String> asked = matches(Path.of("fxml"), ".fxml", IN_FXML);
        assertTrue(asked.size() > 10, "the screens name texts");
        asked.removeAll(known);
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyTextTheProgramNamesExists() throws IOException {
        Set<String> known = load("texts.properties").stringPropertyNames();
        Set<String> rooms = known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> unknown = matches(Path.of("src/main/java"), ".java", WHOLE_KEY).stream()
                .filter(key -> !key.endsWith(".json") && rooms.contains(key.substring(0, key.indexOf('.'))) && !known.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    /** A key counts as used if the source names it, or names its beginning up to a dot ("shell." + room). */
    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = matches(Path.of("fxml"), ".fxml", IN_FXML);
        Set<String> named = matches(Path.of("src/main/java"), ".java", IN_JAVA);
        Set<String> prefixes = named.stream().filter(n -> n.endsWith(".")).collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>(load("texts.properties").stringPropertyNames());
        unused.removeAll(used);
        unused.removeAll(named);
        unused.removeIf(key -> prefixes.stream().anyMatch(p -> key.startsWith(p) && key.indexOf('.', p.length()) < 0));
        assertEquals(Set.of(), unused);
    }

    private static Set<String> places(String pattern) {
        Matcher m = PLACE.matcher(pattern);
        Set<String> found = new TreeSet<>();
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    private static Set<String> matches(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                Matcher m = pattern.matcher(Files.readString(file));
                while (m.find()) {
                    found.add(m.group(1));
                }
            }
        }
        return found;
    }

    private static Properties load(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }
}
