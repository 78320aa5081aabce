package app.larder.chat.view;

import app.larder.chat.view.Block.Mark;
import app.larder.chat.view.Block.Run;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown, CommonMark 0.31 with tables, as pieces of plain text. HTML stays the text it is, a picture is its
 * description, a link leads to http or https or nowhere, and marks that turn or hide text are left out. Thread-safe.
 */
final class MarkdownReader {

    /** Longer texts are shown as they were written. */
    private static final int LONGEST = 200_000;

    private static final int DEEPEST = 12;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    /** The pieces of a text, in order. */
    List<Block> read(String markdown) {
        String text = visible(markdown);
        if (text.length() > LONGEST) {
            return List.of(new Block.Code(text));
        }
        return blocks(parser.parse(text));
    }

    /** Without marks that turn or hide text and without control characters but tabs and line breaks. */
    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c == 0x200D
                        || !(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Block block = block(node);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static @Nullable Block block(Node node) {
        return switch (node) {
            case Paragraph paragraph -> new Block.Prose(0, runs(paragraph));
            case Heading heading -> new Block.Prose(heading.getLevel(), runs(heading));
            case FencedCodeBlock code -> new Block.Code(code.getLiteral().stripTrailing());
            case IndentedCodeBlock code -> new Block.Code(code.getLiteral().stripTrailing());
            case HtmlBlock html -> new Block.Prose(0, List.of(new Run(html.getLiteral(), Set.of(), null)));
            case BlockQuote quote -> new Block.Quote(blocks(quote));
            case BulletList list -> new Block.Items(null, items(list));
            case OrderedList list -> new Block.Items(first(list), items(list));
            case TableBlock table -> new Block.Table(rows(table));
            case ThematicBreak _ -> new Block.Rule();
            // Definitions of links have been used where they are.
            default -> null;
        };
    }

    private static int first(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        return first == null ? 1 : first;
    }

    private static List<List<Block>> items(Node list) {
        List<List<Block>> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem) {
                items.add(blocks(node));
            }
        }
        return items;
    }

    private static List<List<List<Run>>> rows(TableBlock table) {
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    List<List<Run>> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells.add(runs(cell));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private static List<Run> runs(Node parent) {
        List<Run> runs = new ArrayList<>();
        collect(parent, EnumSet.noneOf(Mark.class), null, runs);
        return runs;
    }

    private static void collect(Node parent, EnumSet<Mark> marks, @Nullable URI link, List<Run> runs) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(text.getLiteral(), marks, link, runs);
                case SoftLineBreak _ -> add(" ", marks, link, runs);
                case HardLineBreak _ -> add("\n", marks, link, runs);
                case HtmlInline html -> add(html.getLiteral(), marks, link, runs);
                case org.commonmark.node.Code code -> add(code.getLiteral(), with(marks, Mark.CODE), link, runs);
                case StrongEmphasis strong -> collect(strong, with(marks, Mark.BOLD), link, runs);
                case Emphasis emphasis -> collect(emphasis, with(marks, Mark.ITALIC), link, runs);
                case Link to -> collect(to, marks, address(to.getDestination()), runs);
                case Image image -> collect(image, with(marks, Mark.PICTURE), null, runs);
                default -> collect(node, marks, link, runs);
            }
        }
    }

    private static EnumSet<Mark> with(EnumSet<Mark> marks, Mark one) {
        EnumSet<Mark> more = EnumSet.copyOf(marks);
        more.add(one);
        return more;
    }

    private static void add(String text, EnumSet<Mark> marks, @Nullable URI link, List<Run> runs) {
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.marks().equals(marks) && java.util.Objects.equals(last.link(), link)) {
            runs.set(runs.size() - 1, new Run(last.text() + text, marks, link));
        } else {
            runs.add(new Run(text, marks, link));
        }
    }

    /** An address a browser may be sent to; null for anything else, also for one that hides its host behind a name. */
    static @Nullable URI address(String destination) {
        try {
            URI uri = new URI(destination.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? uri : null;
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }
}
