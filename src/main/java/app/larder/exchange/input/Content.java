package app.larder.exchange.input;

import app.larder.exchange.format.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text ready to be read for recipes.
 *
 * @param name what to call it in a report: a path, an address, "pasted text"
 * @param text the decoded text
 * @param address where it was fetched from after redirects; null if it was not
 * @param problems what was noticed while decoding
 */
public record Content(String name, String text, @Nullable String address, List<Problem> problems) {

    public Content {
        problems = List.copyOf(problems);
    }
}
