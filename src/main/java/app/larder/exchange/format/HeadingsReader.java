package app.larder.exchange.format;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a page that says nothing to machines as a person would: its headings, lists and the labels before its times.
 * About one recipe page in twelve is like that.
 */
final class HeadingsReader implements RecipeReader {

    private static final int MOST_TITLES = 20;

    private final HeadingWords words;

    HeadingsReader(HeadingWords words) {
        this.words = words;
    }

    @Override
    public Draft read(Page page) {
        List<Block> blocks = Block.of(page.document().body(), page.patience());
        Outline.Parts parts = new Outline(words, blocks, page.patience()).find();
        if (page.document().selectFirst("aside") != null) {
            List<Block> more = Block.of(page.document().body(), true, page.patience());
            Outline.Parts wider = new Outline(words, more, page.patience()).find();
            if (wider != null && (parts == null || wider.worth() > parts.worth())) {
                blocks = more;
                parts = wider;
            }
        }
        List<Draft.Line> ingredients = parts == null ? List.of() : parts.ingredients();
        List<String> steps = parts == null ? List.of() : parts.steps();
        Labels labels = Labels.of(words, blocks);
        return new Draft(about(page), ingredients, steps, labels.times(), labels.portions(), List.of());
    }

    private static Draft.About about(Page page) {
        Document document = page.document();
        String name = title(document);
        String description = meta(document, "meta[property=og:description]", "meta[name=description]");
        String author = meta(document, "meta[name=author]");
        return new Draft.About(name, description, List.of(), author, null);
    }

    /** The only first-level heading, else what the page calls itself for sharing, else its title. */
    static @Nullable String title(Document document) {
        List<String> headings = document.select("h1").stream()
                .limit(MOST_TITLES)
                .map(h -> CleanText.line(h.text()))
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
        String shared = meta(document, "meta[property=og:title]", "meta[name=twitter:title]");
        String title = CleanText.line(document.title());
        String reference = shared != null ? shared : title;
        for (String heading : headings) {
            if (headings.size() == 1 || reference.contains(heading)) {
                return heading;
            }
        }
        return shared != null ? shared : title.isEmpty() ? null : title;
    }

    private static @Nullable String meta(Document document, String... queries) {
        for (String query : queries) {
            Element found = document.selectFirst(query);
            String text = found == null ? "" : CleanText.line(found.attr("content"));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /** Times and portions as pages print them: a label, then the value in the same line or the next. */
    record Labels(HeadingWords words, List<String> lines) {

        private static final Pattern BARS = Pattern.compile("\\s*[|•·/]\\s+");

        static Labels of(HeadingWords words, List<Block> blocks) {
            return new Labels(words, blocks.stream().map(Block::text).filter(s -> s.length() <= 200).flatMap(BARS::splitAsStream).toList());
        }

        Draft.Times times() {
            return new Draft.Times(minutes(words::afterPrep), minutes(words::afterCook), minutes(words::afterTotal));
        }

        Draft.Portions portions() {
            for (int i = 0; i < lines.size(); i++) {
                String value = value(i, words::afterServings);
                if (value != null && value.length() <= 40 && value.matches("\\D{0,12}\\d{1,3}\\b.*")) {
                    return Servings.of(List.of(value));
                }
            }
            return Draft.Portions.NONE;
        }

        private @Nullable Integer minutes(Function<String, @Nullable String> after) {
            for (int i = 0; i < lines.size(); i++) {
                String value = value(i, after);
                if (value != null && value.length() <= 40) {
                    Minutes.Reading reading = Minutes.of(value);
                    if (reading.minutes() != null && !value.matches("\\d+")) {
                        return reading.minutes();
                    }
                }
            }
            return null;
        }

        private @Nullable String value(int index, Function<String, @Nullable String> after) {
            String rest = after.apply(lines.get(index));
            if (rest == null || !rest.isEmpty()) {
                return rest;
            }
            return index + 1 < lines.size() ? lines.get(index + 1) : null;
        }
    }
}
