package app.larder.chat.view;

import app.larder.fx.Texts;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Shows pieces of a message one below the other. Of a message that grows only the piece that changed is touched. */
final class MarkdownPane extends VBox {

    private final Texts texts;
    private final Consumer<URI> follow;
    private List<Block> shown = List.of();

    /** An empty one; {@code follow} is given an address that was pressed. */
    MarkdownPane(Texts texts, Consumer<URI> follow) {
        this.texts = texts;
        this.follow = follow;
        getStyleClass().add("markdown");
    }

    void show(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i >= shown.size()) {
                getChildren().add(node(block));
            } else if (!block.equals(shown.get(i)) && !changed(getChildren().get(i), shown.get(i), block)) {
                getChildren().set(i, node(block));
            }
        }
        if (getChildren().size() > blocks.size()) {
            getChildren().remove(blocks.size(), getChildren().size());
        }
        shown = blocks;
    }

    /** Lets a node show the changed piece, if it can. */
    private static boolean changed(Node node, Block before, Block now) {
        if (node instanceof RunsFlow flow && before instanceof Block.Prose was && now instanceof Block.Prose is) {
            if (was.level() == is.level()) {
                flow.show(is.runs());
                return true;
            }
        } else if (node instanceof MarkdownPane quote && now instanceof Block.Quote is) {
            quote.show(is.blocks());
            return true;
        } else if (node instanceof ItemsBox box && now instanceof Block.Items is) {
            box.show(is);
            return true;
        } else if (node instanceof RunsFlow flow && before instanceof Block.Code && now instanceof Block.Code is) {
            flow.show(is.runs());
            return true;
        }
        return false;
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Prose prose -> {
                RunsFlow flow = new RunsFlow(texts, follow, prose.level() == 0 ? "paragraph" : "heading-" + Math.min(prose.level(), 4));
                flow.show(prose.runs());
                yield flow;
            }
            case Block.Code code -> {
                RunsFlow flow = new RunsFlow(texts, follow, "code-block");
                flow.show(code.runs());
                yield flow;
            }
            case Block.Quote quote -> {
                MarkdownPane inner = new MarkdownPane(texts, follow);
                inner.getStyleClass().add("quote");
                inner.show(quote.blocks());
                yield inner;
            }
            case Block.Items items -> {
                ItemsBox box = new ItemsBox();
                box.show(items);
                yield box;
            }
            case Block.Table table -> table(table);
            case Block.Rule _ -> {
                Region line = new Region();
                line.getStyleClass().add("rule");
                yield line;
            }
        };
    }

    private Node table(Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("markdown-table");
        for (int y = 0; y < table.rows().size(); y++) {
            RowConstraints row = new RowConstraints();
            row.setValignment(VPos.TOP);
            grid.getRowConstraints().add(row);
            for (int x = 0; x < table.rows().get(y).size(); x++) {
                RunsFlow cell = new RunsFlow(texts, follow, y == 0 ? "table-head" : "table-cell");
                cell.show(table.rows().get(y).get(x));
                grid.add(cell, x, y);
            }
        }
        return grid;
    }

    /** A list, item below item. */
    private final class ItemsBox extends VBox {

        private ItemsBox() {
            getStyleClass().add("items");
        }

        private void show(Block.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                if (i >= getChildren().size()) {
                    getChildren().add(row());
                }
                HBox row = (HBox) getChildren().get(i);
                Integer first = items.first();
                ((Label) row.getChildren().getFirst()).setText(first == null ? "•" : first + i + ".");
                ((MarkdownPane) row.getChildren().getLast()).show(items.items().get(i));
            }
            if (getChildren().size() > items.items().size()) {
                getChildren().remove(items.items().size(), getChildren().size());
            }
        }

        private HBox row() {
            Label marker = new Label();
            marker.setMinWidth(Region.USE_PREF_SIZE);
            marker.getStyleClass().add("marker");
            MarkdownPane content = new MarkdownPane(texts, follow);
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox row = new HBox(marker, content);
            row.getStyleClass().add("item");
            return row;
        }
    }
}
