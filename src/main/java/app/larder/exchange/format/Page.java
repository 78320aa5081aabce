package app.larder.exchange.format;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A web page as its readers see it.
 *
 * @param document the page, not nested deeper than {@link #DEEPEST}; readers don't change it
 * @param address where it was fetched from; null for a saved page
 * @param patience how long its readers may go on
 */
record Page(Document document, @Nullable String address, Patience patience) {

    /** Deepest nesting kept; what is deeper becomes a neighbour. The deepest of 199 real pages has 37. */
    static final int DEEPEST = 128;

    /** Most tags read, as if the page ended there. The longest of 199 real pages has 7,446. */
    static final int MOST_TAGS = 200_000;

    static Page of(String html, @Nullable String address, Patience patience) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        return new Page(parser.parseInput(patience.reader(start(html)), address == null ? "" : address), address, patience);
    }

    private static String start(String html) {
        int tags = 0;
        int at = html.indexOf('<');
        while (at >= 0 && tags < MOST_TAGS) {
            tags += at + 1 < html.length() && Character.isLetter(html.charAt(at + 1)) ? 1 : 0;
            at = html.indexOf('<', at + 1);
        }
        return at < 0 ? html : html.substring(0, at);
    }
}
