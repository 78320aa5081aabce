package app.larder.kitchen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the word lists a cook can edit: {@code [section]} headings, comma-separated words or {@code key = value} lines
 * under them, {@code #} before a remark.
 */
final class WordFile {

    private WordFile() {}

    /** The lines under each heading, in the order of the file, without blanks and remarks. */
    static Map<String, List<String>> sections(String name) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String raw : text(name).lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1).strip(), k -> new ArrayList<>());
            } else {
                current.add(line);
            }
        }
        return sections;
    }

    /** The comma-separated words of one line. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(",", -1)) {
            String stripped = word.strip();
            if (!stripped.isEmpty()) {
                words.add(stripped);
            }
        }
        return words;
    }

    /** All words under one heading; none if the file has no such heading. */
    static List<String> words(Map<String, List<String>> sections, String heading) {
        List<String> words = new ArrayList<>();
        for (String line : sections.getOrDefault(heading, List.of())) {
            words.addAll(words(line));
        }
        return words;
    }

    private static String text(String name) {
        try (InputStream in = WordFile.class.getResourceAsStream("/kitchen/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the word list kitchen/" + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
