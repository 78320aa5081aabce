package app.larder.exchange.format;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A web page as its readers see it.
 *
 * @param document the page; readers don't change it
 * @param address where it was fetched from; null for a saved page
 */
record Page(Document document, @Nullable String address) {

    static Page of(String html, @Nullable String address) {
        return new Page(Jsoup.parse(html, address == null ? "" : address), address);
    }
}
