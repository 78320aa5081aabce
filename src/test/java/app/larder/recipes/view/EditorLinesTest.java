package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.DraftLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typing in lines. Lines are written with bars between them, the caret as ^. */
class EditorLinesTest {

    private int changes;
    private final EditorLines lines = new EditorLines(EditorLines.BULLET, () -> changes++);

    private EditorLines.Place write(String state) {
        List<String> texts = Arrays.asList(state.replace("^", "").split("\\|", -1));
        lines.fill(texts.stream().map(DraftLine::of).toList());
        String[] parts = state.split("\\|", -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].contains("^")) {
                return new EditorLines.Place(lines.lines().get(i), parts[i].indexOf('^'));
            }
        }
        return new EditorLines.Place(lines.lines().getFirst(), 0);
    }

    private String read() {
        EditorLines.Place caret = lines.caretProperty().get();
        return lines.lines().stream()
                .map(line -> caret != null && caret.line().equals(line)
                        ? line.text().substring(0, caret.position()) + "^" + line.text().substring(caret.position())
                        : line.text())
                .collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            salt^            > salt|^
            ^salt            > |^salt
            sal^t            > sal|^t
            1 egg^ 2 eggs    > 1 egg|^2 eggs
            ^                > |^
            a^|b             > a|^|b
            """)
    void enterDividesALine(String before, String after) {
        EditorLines.Place caret = write(before);
        lines.split(caret.line(), caret.position());
        assertEquals(after, read());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            salt|^           > salt^
            salt|^pepper     > salt^pepper
            |^pepper         > ^pepper
            a|b|^            > a|b^
            """)
    void backspaceAtTheStartJoinsALineToTheOneBefore(String before, String after) {
        assertTrue(lines.joinToPrevious(write(before).line()));
        assertEquals(after, read());
    }

    @Test
    void backspaceAtTheVeryStartDoesNothing() {
        assertFalse(lines.joinToPrevious(write("^salt").line()));
    }

    @Test
    void backspaceAtTheStartOfAMadeHeadingMakesItPlain() {
        EditorLine line = write("^Sauce").line();
        lines.toggleHeading(line);
        assertTrue(line.get().heading());
        assertTrue(lines.joinToPrevious(line));
        assertFalse(line.get().heading());
        assertEquals("^Sauce", read());
    }

    @Test
    void deleteAtTheEndTakesTheNextLineIn() {
        assertTrue(lines.joinNext(write("salt^|pepper").line()));
        assertEquals("salt^pepper", read());
        assertFalse(lines.joinNext(write("salt^").line()));
    }

    @Test
    void pastedLinesBecomeLines() {
        EditorLines.Place caret = write("x^y");
        lines.paste(caret.line(), 1, 1, "• 1 egg\r\n\n - 200 g flour \n* salt\n");
        assertEquals("x1 egg|200 g flour|salt^y", read());
    }

    @Test
    void pastedTextTakesThePlaceOfTheSelection() {
        EditorLines.Place caret = write("^old");
        lines.paste(caret.line(), 0, 3, "a\nb");
        assertEquals("a|b^", read());
    }

    @Test
    void pastedStepsLoseTheirNumbers() {
        EditorLines steps = new EditorLines(EditorLines.NUMBER, () -> {});
        steps.paste(steps.lines().getFirst(), 0, 0, "1. Stir.\n2) Bake 20 minutes.\nStep 3: Eat.\n4 eggs go in last.");
        assertEquals(
                List.of("Stir.", "Bake 20 minutes.", "Eat.", "4 eggs go in last."),
                steps.drafts().stream().map(DraftLine::text).toList());
    }

    @Test
    void linesMoveAndKeepTheirIds() {
        lines.fill(List.of(line("a"), line("b"), line("c")));
        EditorLine first = lines.lines().getFirst();
        lines.moveBy(first, 1);
        assertEquals(List.of("b", "a", "c"), ids());
        lines.move(first, 2);
        assertEquals(List.of("b", "c", "a"), ids());
        lines.moveBy(first, 1);
        assertEquals(List.of("b", "c", "a"), ids());
    }

    @Test
    void editsKeepTheIdsOfTheLinesTheyAreIn() {
        lines.fill(List.of(line("a"), line("b")));
        EditorLine first = lines.lines().getFirst();
        lines.type(first, "something else");
        lines.split(first, 0);
        assertEquals(Arrays.asList(null, "a", "b"), ids());
        lines.joinToPrevious(first);
        assertEquals(List.of("a", "b"), ids());
    }

    @Test
    void aRemovedLineComesBackWhereItWas() {
        lines.fill(List.of(line("a"), line("b"), line("c")));
        Runnable back = lines.remove(lines.lines().get(1));
        assertEquals(List.of("a", "c"), ids());
        back.run();
        assertEquals(List.of("a", "b", "c"), ids());
    }

    @Test
    void thereIsAlwaysALineToTypeIn() {
        write("salt");
        lines.remove(lines.lines().getFirst());
        assertEquals("^", read());
        assertEquals(List.of(), lines.drafts());
    }

    @Test
    void blankLinesAtTheEndAreNotKept() {
        write("salt||");
        assertEquals(1, lines.drafts().size());
        write("|salt");
        assertEquals(2, lines.drafts().size());
    }

    @Test
    void everyChangeIsToldOnce() {
        write("salt");
        changes = 0;
        lines.type(lines.lines().getFirst(), "salt and pepper");
        assertEquals(1, changes);
        lines.type(lines.lines().getFirst(), "salt and pepper");
        assertEquals(1, changes);
    }

    /** Whatever is done, no character is lost but line marks and blanks at the places where lines are divided. */
    @Test
    void noCommandLosesText() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            write("one^|two|three|four");
            StringBuilder expected = new StringBuilder("onetwothreefour");
            for (int step = 0; step < 20; step++) {
                EditorLine line = lines.lines().get(random.nextInt(lines.lines().size()));
                int position = random.nextInt(line.text().length() + 1);
                switch (random.nextInt(5)) {
                    case 0 -> lines.split(line, position);
                    case 1 -> lines.joinToPrevious(line);
                    case 2 -> lines.joinNext(line);
                    case 3 -> lines.moveBy(line, random.nextBoolean() ? 1 : -1);
                    default -> {
                        lines.paste(line, position, position, "x\ny");
                        expected.append("xy");
                    }
                }
            }
            assertEquals(sorted(expected.toString()), sorted(read().replaceAll("[|^]", "")));
        }
    }

    private static String sorted(String text) {
        return text.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static DraftLine line(String id) {
        return new DraftLine("line " + id, false, id, Map.of(), Map.of());
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        lines.lines().forEach(line -> ids.add(Objects.toString(line.get().id(), null)));
        return ids;
    }
}
