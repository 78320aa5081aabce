package app.larder.recipes;

import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the editor: an ingredient, a step or a heading, as typed. What an ingredient line says is read from the
 * text; where a person has set a part right, theirs counts for as long as the text says what it said then.
 *
 * @param text the line as typed
 * @param heading whether it was made a heading; one that {@link Heading} knows needs no such mark
 * @param id the ingredient's stable line id; null for a line not stored yet
 * @param corrections the parts set right
 * @param others keys of other programs
 */
public record DraftLine(
        String text,
        boolean heading,
        @Nullable String id,
        Map<Part, Correction> corrections,
        Map<String, Object> others) {

    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*[-–—]\\s*(.+)");

    /** A part of an ingredient line that can be set right. */
    public enum Part {
        AMOUNT,
        UNIT,
        NAME,
        NOTE,
        OPTIONAL
    }

    /**
     * A part set right.
     *
     * @param read what the text was understood to say; once it says something else, the correction rests
     * @param meant what it means
     */
    public record Correction(String read, String meant) {}

    public DraftLine {
        corrections = Collections.unmodifiableMap(
                corrections.isEmpty() ? new EnumMap<>(Part.class) : new EnumMap<>(corrections));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** A line just typed. */
    public static DraftLine of(String text) {
        return new DraftLine(text, false, null, Map.of(), Map.of());
    }

    /** A line made a heading. */
    public static DraftLine headed(String words) {
        return new DraftLine(words, true, null, Map.of(), Map.of());
    }

    /** A stored ingredient: its line, and as corrections whatever the line alone would not be read as. */
    public static DraftLine of(Ingredient stored) {
        DraftLine line = new DraftLine(stored.line(), false, stored.id(), Map.of(), stored.others());
        String max = stored.quantityMax();
        String note = stored.note();
        Map<Part, String> meant = new EnumMap<>(Part.class);
        meant.put(Part.AMOUNT, max == null || max.isBlank() ? stored.quantity() : stored.quantity() + "-" + max);
        meant.put(Part.UNIT, stored.unit());
        meant.put(Part.NAME, stored.name());
        meant.put(Part.NOTE, note == null ? "" : note);
        meant.put(Part.OPTIONAL, stored.optional() ? "true" : "");
        return line.with(meant);
    }

    /** The words of a heading; empty if the line is not one. */
    public Optional<String> headingWords() {
        return heading ? Optional.of(Heading.words(text)).filter(s -> !s.isEmpty()) : Heading.of(text);
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    public DraftLine withText(String newText) {
        return new DraftLine(newText, heading, id, corrections, others);
    }

    public DraftLine withHeading(boolean newHeading) {
        return new DraftLine(newHeading ? text : bare(), newHeading, id, corrections, others);
    }

    private String bare() {
        return Heading.of(text).isPresent() ? Heading.words(text) : text;
    }

    /** This line with a part set to {@code meant}; if that is what the text says anyway, with nothing set right. */
    public DraftLine with(Part part, String meant) {
        return with(Map.of(part, meant));
    }

    private DraftLine with(Map<Part, String> meant) {
        Map<Part, String> read = parts();
        Map<Part, Correction> changed = new EnumMap<>(Part.class);
        changed.putAll(corrections);
        meant.forEach((part, value) -> {
            String said = read.getOrDefault(part, "");
            if (value.strip().equals(said)) {
                changed.remove(part);
            } else {
                changed.put(part, new Correction(said, value.strip()));
            }
        });
        return new DraftLine(text, heading, id, changed, others);
    }

    /** What a part means: as set right, else as read. Empty if the line says nothing of it. */
    public String part(Part part) {
        return meaning(parts(), part);
    }

    /** Whether a part is as a person set it right, and not as the text is read. */
    public boolean corrected(Part part) {
        Correction correction = corrections.get(part);
        return correction != null && correction.read().equals(parts().getOrDefault(part, ""));
    }

    /** What all parts mean, read once. */
    public Map<Part, String> meanings() {
        Map<Part, String> read = parts();
        Map<Part, String> meant = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            meant.put(part, meaning(read, part));
        }
        return meant;
    }

    /** The ingredient this line stands for, under a heading. */
    public Ingredient ingredient(@Nullable String section) {
        Map<Part, String> meant = meanings();
        String amount = meant.getOrDefault(Part.AMOUNT, "");
        String max = null;
        Matcher range = RANGE.matcher(amount);
        if (Quantity.parse(amount).isEmpty()
                && range.matches()
                && Quantity.parse(range.group(1)).isPresent()
                && Quantity.parse(range.group(2)).isPresent()) {
            amount = range.group(1);
            max = range.group(2);
        }
        String note = meant.getOrDefault(Part.NOTE, "");
        return new Ingredient(
                meant.getOrDefault(Part.NAME, ""),
                amount,
                meant.getOrDefault(Part.UNIT, ""),
                id,
                text.strip(),
                note.isEmpty() ? null : note,
                section,
                max,
                meant.getOrDefault(Part.OPTIONAL, "").equals("true"),
                others);
    }

    private String meaning(Map<Part, String> read, Part part) {
        String said = read.getOrDefault(part, "");
        Correction correction = corrections.get(part);
        return correction != null && correction.read().equals(said) ? correction.meant() : said;
    }

    private Map<Part, String> parts() {
        ParsedLine line = IngredientLineParser.parse(text);
        Quantity from = line.quantity();
        Quantity to = line.quantityMax();
        String amount = from == null ? "" : to == null ? from.toString() : from + "-" + to;
        Map<Part, String> parts = new EnumMap<>(Part.class);
        parts.put(Part.AMOUNT, amount);
        parts.put(Part.UNIT, line.unit());
        parts.put(Part.NAME, line.name());
        parts.put(Part.NOTE, line.note());
        parts.put(Part.OPTIONAL, line.optional() ? "true" : "");
        return parts;
    }
}
