package app.larder.recipes.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;

/** Pages of paper that columns of nodes run down, from one page to the next. */
final class Sheets {

    private final double width;
    private final double height;
    private final double foot;
    private final List<Pane> pages = new ArrayList<>();

    /** Paper of this size in points, with {@code foot} points at the foot of each page kept free. */
    Sheets(double width, double height, double foot) {
        this.width = width;
        this.height = height;
        this.foot = foot;
    }

    /** A column that begins on the first page at that height, and at the top of the others. */
    Column column(double x, double columnWidth, double y) {
        return new Column(x, columnWidth, y);
    }

    /** The pages, each with a foot made from its number and the number of pages. */
    List<Node> finished(BiFunction<Integer, Integer, Node> footer) {
        for (int i = 0; i < pages.size(); i++) {
            Node line = footer.apply(i + 1, pages.size());
            line.relocate(0, height - foot + 8);
            pages.get(i).getChildren().add(line);
        }
        return List.copyOf(pages);
    }

    private Pane page(int number) {
        while (pages.size() <= number) {
            Pane page = new Pane();
            page.setPrefSize(width, height);
            page.resize(width, height);
            pages.add(page);
        }
        return pages.get(number);
    }

    /** A column of nodes. */
    final class Column {
        private final double x;
        private final double columnWidth;
        private int page;
        private double y;

        private Column(double x, double columnWidth, double y) {
            this.x = x;
            this.columnWidth = columnWidth;
            this.y = y;
        }

        /** Puts a node below the others, on a new page if it does not fit on this one. */
        void put(Node node, double gapBelow) {
            double tall = node.getLayoutBounds().getHeight();
            if (node instanceof Pane pane) {
                tall = pane.prefHeight(columnWidth);
                pane.resize(columnWidth, tall);
            }
            if (y > 0 && y + tall > height - foot) {
                page++;
                y = 0;
            }
            node.relocate(x, y);
            page(page).getChildren().add(node);
            y += tall + gapBelow;
        }

        /** Where the next node goes on its page. */
        double bottom() {
            return y;
        }

        /** A text in parts that each fit on a page; nearly always one. */
        List<String> parts(String text, Font font, double textWidth) {
            if (RecipePrint.text(text, font, textWidth).getLayoutBounds().getHeight() <= height - foot) {
                return List.of(text);
            }
            int space = text.lastIndexOf(' ', text.length() / 2);
            int middle = space > 0 ? space : text.length() / 2;
            List<String> parts = new ArrayList<>(parts(text.substring(0, middle), font, textWidth));
            parts.addAll(parts(text.substring(middle).strip(), font, textWidth));
            return parts;
        }
    }
}
