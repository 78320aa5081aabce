package app.larder.exchange.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the recipe of a web page: JSON-LD first, then microdata and its kin, then headings and lists; what one leaves out
 * the next fills in.
 */
final class PageReader {

    private static final Pattern AMOUNT_LAST = Pattern.compile("\\P{Nd}*\\p{L}\\P{Nd}*\\s\\d{1,4}(?:[.,/]\\d{1,3})?\\s*\\p{L}{0,3}\\.?");

    /** Longer lines are no ingredients with an amount, and the pattern's time grows with the square of the length. */
    private static final int LONGEST_LINE = 200;

    private final HeadingsReader headings;
    private final List<RecipeReader> marked;

    PageReader(HeadingWords words) {
        this.headings = new HeadingsReader(words);
        this.marked = List.of(new JsonLdReader(words), new MarkupReader(words));
    }

    /** The page's recipe, which {@link Draft#isRecipe() has something to cook from}, or {@link Draft#EMPTY}. */
    Draft read(Page page) {
        Draft draft = Draft.EMPTY;
        for (RecipeReader reader : marked) {
            draft = draft.filledFrom(reader.read(page));
        }
        if (amountsLast(draft.ingredients())) {
            draft = withVisibleIngredients(draft, headings.read(page).ingredients());
        }
        boolean complete = !draft.ingredients().isEmpty() && !draft.steps().isEmpty()
                && draft.about().name() != null && !draft.times().unknown();
        if (!complete) {
            Draft seen = headings.read(page);
            boolean recipe = draft.isRecipe() || (seen.ingredients().size() >= 2 && !seen.steps().isEmpty());
            if (!recipe) {
                return Draft.EMPTY;
            }
            draft = draft.filledFrom(seen);
        }
        String address = address(page);
        return draft.filledFrom(new Draft(
                new Draft.About(null, null, List.of(), null, address),
                List.of(), List.of(), Draft.Times.NONE, Draft.Portions.NONE, List.of()));
    }

    /** Whether lines are written for a database, the amount behind the name ("butter 75gr"). */
    private static boolean amountsLast(List<Draft.Line> lines) {
        long last = lines.stream().filter(l -> l.text().length() <= LONGEST_LINE && AMOUNT_LAST.matcher(l.text()).matches()).count();
        return last >= 2 && last * 2 > lines.size();
    }

    /** The lines as the page shows them to its readers, if it shows as many and with the amounts in front. */
    private static Draft withVisibleIngredients(Draft draft, List<Draft.Line> visible) {
        if (visible.size() != draft.ingredients().size() || amountsLast(visible)) {
            return draft;
        }
        return new Draft(draft.about(), visible, draft.steps(), draft.times(), draft.portions(), draft.problems(), draft.extras());
    }

    private static @Nullable String address(Page page) {
        Document document = page.document();
        for (String[] place : new String[][] {{"link[rel=canonical]", "href"}, {"meta[property=og:url]", "content"}}) {
            Element found = document.selectFirst(place[0]);
            String text = found == null ? "" : found.absUrl(place[1]).isEmpty() ? found.attr(place[1]) : found.absUrl(place[1]);
            if (text.matches("https?://\\S+")) {
                return text;
            }
        }
        return page.address();
    }
}
