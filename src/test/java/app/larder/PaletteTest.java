package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything written is readable: every pair of colours that meet stands out by 4.5 to 1 in both themes (WCAG 2.2, 1.4.3). */
class PaletteTest {

    private static final double ENOUGH = 4.5;

    /** A line or the edge of a field in use, which nobody has to read (WCAG 2.2, 1.4.11). */
    private static final double ENOUGH_FOR_EDGES = 3;

    private static final Path SHEET = Path.of("src/main/resources/css/larder.css");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern INK = Pattern.compile("-fx-text-fill:\\s*(-larder-[a-z-]+)\\s*;");
    private static final Pattern PAPER = Pattern.compile("-fx-background-color:\\s*(-larder-[a-z-]+)\\s*;");
    private static final Pattern COLOUR = Pattern.compile("(-larder-[a-z-]+):\\s*(#[0-9a-fA-F]{6})\\s*;");

    /** What is written in, and what it may be written on. */
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "-larder-text",
                    List.of("-larder-page", "-larder-panel", "-larder-rail", "-larder-selected", "-larder-hover",
                            "-larder-mark", "-larder-tomato-soft", "-larder-herb-soft", "-larder-amber-soft"),
            "-larder-muted",
                    List.of("-larder-page", "-larder-panel", "-larder-rail", "-larder-selected", "-larder-hover"),
            "-larder-tomato",
                    List.of("-larder-page", "-larder-panel", "-larder-rail", "-larder-selected", "-larder-hover",
                            "-larder-tomato-soft"),
            "-larder-herb",
                    List.of("-larder-page", "-larder-panel", "-larder-rail", "-larder-selected", "-larder-hover",
                            "-larder-herb-soft"),
            "-larder-amber", List.of("-larder-page", "-larder-panel", "-larder-amber-soft"),
            "-larder-on-tomato", List.of("-larder-tomato"),
            // A notice is the other way round.
            "-larder-page", List.of("-larder-text"));

    @Test
    void everythingWrittenIsReadableInBothThemes() throws IOException {
        for (Map<String, String> palette : palettes()) {
            List<String> faint = new ArrayList<>();
            WRITTEN.forEach((ink, papers) -> papers.forEach(paper -> {
                double contrast = contrast(palette, ink, paper);
                if (contrast < ENOUGH) {
                    faint.add(ink + " on " + paper + ": " + contrast);
                }
            }));
            assertEquals(List.of(), faint);
        }
    }

    @Test
    void whatARuleWritesOnItsOwnBackgroundIsReadable() throws IOException {
        String css = Files.readString(SHEET);
        List<String> faint = new ArrayList<>();
        int pairs = 0;
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            Matcher ink = INK.matcher(rule.group(2));
            Matcher paper = PAPER.matcher(rule.group(2));
            if (!ink.find() || !paper.find()) {
                continue;
            }
            pairs++;
            for (Map<String, String> palette : palettes()) {
                double contrast = contrast(palette, ink.group(1), paper.group(1));
                if (contrast < ENOUGH) {
                    faint.add(rule.group(1).strip() + ": " + contrast);
                }
            }
        }
        assertTrue(pairs > 5, "rules with ink and paper are found");
        assertEquals(List.of(), faint);
    }

    @Test
    void theEdgeOfWhatHasTheFocusIsSeenInBothThemes() throws IOException {
        for (Map<String, String> palette : palettes()) {
            for (String paper : List.of("-larder-page", "-larder-panel", "-larder-rail", "-larder-selected")) {
                assertTrue(contrast(palette, "-larder-tomato", paper) >= ENOUGH_FOR_EDGES, paper);
            }
        }
    }

    @Test
    void contrastIsReckonedAsTheStandardSays() {
        assertEquals(21, contrast(Map.of("a", "#000000", "b", "#ffffff"), "a", "b"), 0.001);
        assertEquals(4.54, contrast(Map.of("a", "#767676", "b", "#ffffff"), "a", "b"), 0.01);
    }

    /** Both palettes whole: the dark one names only what differs. */
    private static List<Map<String, String>> palettes() throws IOException {
        String css = Files.readString(SHEET);
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        int end = css.indexOf("/* ----", dark);
        assertTrue(dark > 0 && end > dark, "both palettes are found");
        Map<String, String> light = colours(css.substring(0, dark));
        Map<String, String> both = new HashMap<>(light);
        Map<String, String> night = colours(css.substring(dark, end));
        both.putAll(night);
        assertEquals(light.keySet(), night.keySet(), "both themes name the same colours");
        return List.of(light, both);
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> found = new HashMap<>();
        Matcher m = COLOUR.matcher(css);
        while (m.find()) {
            found.put(m.group(1), m.group(2));
        }
        return found;
    }

    /** The contrast ratio of WCAG 2.2: relative luminances, each raised by 0.05. */
    private static double contrast(Map<String, String> palette, String ink, String paper) {
        double a = luminance(Objects.requireNonNull(palette.get(ink), ink));
        double b = luminance(Objects.requireNonNull(palette.get(paper), paper));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
