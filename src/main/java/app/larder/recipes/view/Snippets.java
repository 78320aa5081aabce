package app.larder.recipes.view;

import app.larder.recipes.Highlighted;
import java.util.List;

/** Cuts a long text so that its first found place stands in the line. */
final class Snippets {

    private Snippets() {}

    /** The text in one line, from at most {@code lead} characters before the first found place. */
    static Highlighted around(Highlighted found, int lead) {
        String text = found.text().replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        int first = found.spans().isEmpty() ? 0 : found.spans().getFirst().start();
        if (first <= lead) {
            return new Highlighted(text, found.spans());
        }
        int space = text.indexOf(' ', first - lead);
        int from = space < 0 || space >= first ? first : space + 1;
        int moved = from - 2;
        List<Highlighted.Span> spans = found.spans().stream()
                .map(s -> new Highlighted.Span(s.start() - moved, s.end() - moved))
                .toList();
        return new Highlighted("… " + text.substring(from), spans);
    }
}
