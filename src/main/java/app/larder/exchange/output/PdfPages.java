package app.larder.exchange.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/**
 * Lays text out on A4 pages from top to bottom. The font is Liberation Sans (SIL Open Font License), which comes with
 * PDFBox, is embedded in part, and has Latin, Greek and Cyrillic; a character it has not is shown as a question mark.
 */
final class PdfPages {

    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 9;
    private static final float HEADING = 12;
    private static final float TITLE = 20;
    private static final float LEADING = 1.4f;
    private static final float INDENT = 18;
    private static final float PHOTO_HEIGHT = 200;

    private final PDDocument document;
    private final PDFont font;
    private @Nullable PDPageContentStream stream;
    private PDPage page = new PDPage();
    private float y;

    /** A recipe's name, the page it begins on, and that page's number from 1. */
    record Entry(String name, PDPage page, int number) {}

    PdfPages(PDDocument document) throws IOException {
        this.document = document;
        try (InputStream in = Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            this.font = PDType0Font.load(document, in, true);
        }
    }

    /** A new page for a recipe. */
    Entry begin(String name) throws IOException {
        begin();
        return new Entry(name, page, document.getNumberOfPages());
    }

    private void begin() throws IOException {
        end();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    void end() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    void title(String text) throws IOException {
        lines(text, TITLE, 0, "");
        y -= 4;
    }

    void heading(String text) throws IOException {
        y -= 4;
        lines(text, HEADING, 0, "");
    }

    void small(String text) throws IOException {
        lines(text, SMALL, 0, "");
    }

    void paragraph(String text) throws IOException {
        y -= 4;
        for (String line : text.lines().toList()) {
            lines(line, TEXT, 0, "");
        }
    }

    void item(String mark, String text) throws IOException {
        lines(text, TEXT, INDENT, mark);
        y -= 2;
    }

    void gap() {
        y -= 10;
    }

    /** A photo as wide as the text at most; none where PDFBox can't read its kind (WebP). */
    void photo(Photos.Shot shot) throws IOException {
        PDImageXObject image;
        try {
            image = PDImageXObject.createFromByteArray(document, shot.bytes(), "photo." + shot.ending());
        } catch (IOException | IllegalArgumentException e) {
            return;
        }
        float scale = Math.min(WIDTH / image.getWidth(), PHOTO_HEIGHT / image.getHeight());
        float height = image.getHeight() * scale;
        room(height);
        Objects.requireNonNull(stream).drawImage(image, MARGIN, y - height, image.getWidth() * scale, height);
        y -= height + 8;
    }

    /** Pages with a link to every recipe, and the same as the document's outline. */
    void contents(List<Entry> entries) throws IOException {
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        begin();
        for (Entry entry : entries) {
            PDPageFitDestination place = new PDPageFitDestination();
            place.setPage(entry.page());
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(entry.name());
            item.setDestination(place);
            outline.addLast(item);
            room(TEXT * LEADING);
            float top = y;
            lines(entry.name() + "   " + entry.number(), TEXT, 0, "");
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionGoTo go = new PDActionGoTo();
            go.setDestination(place);
            link.setAction(go);
            link.setRectangle(new PDRectangle(MARGIN, y, WIDTH, Math.max(top - y, TEXT)));
            page.getAnnotations().add(link);
        }
    }

    private void room(float height) throws IOException {
        if (y - height < MARGIN) {
            begin();
        }
    }

    private void lines(String text, float size, float indent, String mark) throws IOException {
        String before = mark;
        for (String line : wrapped(shown(text), size, WIDTH - indent)) {
            room(size * LEADING);
            y -= size * LEADING;
            if (!before.isEmpty()) {
                show(before, size, MARGIN);
                before = "";
            }
            show(line, size, MARGIN + indent);
        }
    }

    private void show(String line, float size, float x) throws IOException {
        PDPageContentStream out = Objects.requireNonNull(stream);
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(line);
        out.endText();
    }

    private List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** What the font has of a text. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isWhitespace(c) ? ' ' : has(c) ? c : '?'));
        return shown.toString();
    }

    private boolean has(int character) {
        try {
            font.encode(Character.toString(character));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
