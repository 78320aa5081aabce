package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.recipes.Highlighted;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    @Test
    void aMatchNearTheStartLeavesTheTextWhole() {
        Highlighted text = new Highlighted("a lemon a day", List.of(new Highlighted.Span(2, 7)));

        assertEquals(text, Snippets.around(text, 20));
    }

    @Test
    void aMatchFarInBeginsAtAWordShortlyBefore() {
        String long1 = "Do what the name says and then squeeze one lemon over it";
        int at = long1.indexOf("lemon");

        Highlighted cut = Snippets.around(new Highlighted(long1, List.of(new Highlighted.Span(at, at + 5))), 20);

        assertEquals("… then squeeze one lemon over it", cut.text());
        Highlighted.Span span = cut.spans().getFirst();
        assertEquals("lemon", cut.text().substring(span.start(), span.end()));
    }

    @Test
    void aVeryLongWordIsCutAtTheMatch() {
        String text = "x".repeat(50) + "lemon";

        Highlighted cut = Snippets.around(new Highlighted(text, List.of(new Highlighted.Span(50, 55))), 10);

        assertEquals("… lemon", cut.text());
        assertEquals(List.of(new Highlighted.Span(2, 7)), cut.spans());
    }

    @Test
    void linesBecomeOneLine() {
        assertEquals("a b", Snippets.around(Highlighted.plain("a\nb"), 10).text());
    }
}
