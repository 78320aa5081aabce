package app.larder.exchange.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * One line of a page as a reader's eye meets it.
 *
 * @param kind what it looks like
 * @param level 1 to 6 for a heading, 7 for bold text standing alone, else 9
 * @param text the line, never empty
 */
record Block(Kind kind, int level, String text) {

    enum Kind {
        HEADING,
        ITEM,
        TEXT
    }

    /** Most lines looked at; real pages have a few thousand. */
    private static final int MOST = 20_000;

    private static final Set<String> SKIPPED = Set.of(
            "script", "style", "noscript", "template", "svg", "nav", "footer", "button", "textarea", "select", "iframe",
            "figcaption", "head", "video", "audio", "object", "canvas", "dialog");
    private static final Set<String> STRONG = Set.of("strong", "b", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> HOLDERS = Set.of("li", "tr", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> IN_CELL = Set.of("p", "li", "div", "br");
    private static final int LOOKED_AT_IN_CELL = 100;
    private static final Set<String> LINES = Set.of(
            "p", "div", "li", "ul", "ol", "tr", "table", "section", "article", "main", "blockquote", "dd", "dt", "dl",
            "h1", "h2", "h3", "h4", "h5", "h6", "header", "figure", "br", "hr", "body", "td", "th", "pre", "legend",
            "fieldset", "details", "summary", "address", "tbody", "thead");

    boolean isHeading() {
        return kind == Kind.HEADING;
    }

    /** The lines of a page or a part of one, without what is not its text (navigation, forms, captions). */
    static List<Block> of(Element root, Patience patience) {
        return of(root, false, patience);
    }

    /** As {@link #of(Element, Patience)}, with or without what the page sets aside: most often not of the recipe. */
    static List<Block> of(Element root, boolean asides, Patience patience) {
        Walk walk = new Walk(root, asides, patience);
        root.traverse(walk);
        walk.flush();
        return walk.blocks;
    }

    /** The lines of a plain text: bullets and numbers make items, {@code #} makes headings. */
    static List<Block> of(String text) {
        return CleanText.lines(text).stream().limit(MOST).map(Block::ofLine).toList();
    }

    private static Block ofLine(String line) {
        if (line.matches("#{1,6} .*")) {
            int level = line.indexOf(' ');
            return new Block(Kind.HEADING, level, line.substring(level).strip());
        }
        if (line.matches("(?:[•▢☐□▪●◦‣·*]|[-–—])\\s+.*")) {
            return new Block(Kind.ITEM, 9, line.substring(1).strip());
        }
        return new Block(Kind.TEXT, 9, line);
    }

    private static final class Walk implements NodeVisitor {

        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private final Element root;
        private final boolean asides;
        private final Patience patience;
        private final Deque<Element> holders = new ArrayDeque<>();
        private int strong;
        private @Nullable Element skipped;
        private Kind kind = Kind.TEXT;
        private int level = 9;
        private boolean plain;
        private boolean bold;

        Walk(Element root, boolean asides, Patience patience) {
            this.root = root;
            this.asides = asides;
            this.patience = patience;
            for (Element above = root.parent(); above != null; above = above.parent()) {
                strong += STRONG.contains(above.normalName()) ? 1 : 0;
            }
        }

        @Override
        public void head(Node node, int depth) {
            patience.check();
            if (skipped != null) {
                return;
            }
            if (node instanceof TextNode text) {
                add(text);
            } else if (node instanceof Element element && !(element instanceof Document)) {
                if (!element.equals(root) && isSkipped(element)) {
                    skipped = element;
                    return;
                }
                open(element);
                if (startsLine(element)) {
                    flush();
                    enter(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (skipped != null) {
                if (skipped.equals(node)) {
                    skipped = null;
                }
                return;
            }
            if (node instanceof Element element && !(element instanceof Document)) {
                if (startsLine(element)) {
                    flush();
                }
                close(element);
            }
        }

        private void open(Element element) {
            strong += STRONG.contains(element.normalName()) ? 1 : 0;
            if (HOLDERS.contains(element.normalName())) {
                holders.push(element);
            }
        }

        private void close(Element element) {
            strong -= STRONG.contains(element.normalName()) ? 1 : 0;
            if (HOLDERS.contains(element.normalName())) {
                holders.pop();
            }
        }

        private static boolean startsLine(Element element) {
            String name = element.normalName();
            // Cells of a row are one line: "200 g | flour".
            if (name.equals("td") || name.equals("th")) {
                return element.stream().limit(LOOKED_AT_IN_CELL).anyMatch(inner -> IN_CELL.contains(inner.normalName()));
            }
            return LINES.contains(name);
        }

        private boolean isSkipped(Element element) {
            return SKIPPED.contains(element.normalName())
                    || (!asides && element.normalName().equals("aside"))
                    || element.hasAttr("hidden")
                    || element.attr("aria-hidden").equals("true")
                    || element.className().contains("editsection")
                    || element.attr("style").replace(" ", "").contains("display:none");
        }

        private void enter(Element element) {
            String name = element.normalName();
            if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
                kind = Kind.HEADING;
                level = name.charAt(1) - '0';
            } else if (name.equals("li") || name.equals("tr")) {
                kind = Kind.ITEM;
            }
        }

        private void add(TextNode node) {
            String text = node.getWholeText();
            if (text.isBlank()) {
                line.append(' ');
                return;
            }
            Element parent = node.parent() == null ? root : node.parent();
            bold |= strong > 0;
            plain |= strong == 0;
            Element holder = holders.peek();
            if (line.isEmpty() && kind == Kind.TEXT && holder != null) {
                enter(holder);
            }
            if (parent.normalName().equals("td") || parent.normalName().equals("th")) {
                line.append(' ');
            }
            line.append(text);
        }

        private void flush() {
            String text = CleanText.blanks(line.toString());
            if (!text.isEmpty() && blocks.size() < MOST) {
                boolean title = kind == Kind.TEXT && bold && !plain && text.length() <= 80;
                blocks.add(title ? new Block(Kind.HEADING, 7, text) : kind == Kind.TEXT ? ofLine(text) : new Block(kind, level, text));
            }
            line.setLength(0);
            kind = Kind.TEXT;
            level = 9;
            plain = false;
            bold = false;
        }
    }
}
