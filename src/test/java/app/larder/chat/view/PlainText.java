package app.larder.chat.view;

import app.larder.chat.view.Block.Run;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a message as lines of plain text, lists with dashes and numbers. */
final class PlainText {

    private PlainText() {}

    static String of(List<Block> blocks) {
        return blocks.stream().map(PlainText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Prose prose -> of(prose.runs().stream());
            case Block.Code code -> code.text();
            case Block.Quote quote -> of(quote.blocks());
            case Block.Items items -> items(items);
            case Block.Table table -> table.rows().stream()
                    .map(row -> row.stream().map(cell -> of(cell.stream())).collect(Collectors.joining("  ")))
                    .collect(Collectors.joining("\n"));
            case Block.Rule _ -> "";
        };
    }

    private static String of(java.util.stream.Stream<Run> runs) {
        return runs.map(Run::text).collect(Collectors.joining());
    }

    private static String items(Block.Items list) {
        StringBuilder lines = new StringBuilder();
        Integer first = list.first();
        for (int i = 0; i < list.items().size(); i++) {
            String text = of(list.items().get(i)).replace("\n\n", "\n");
            lines.append(first == null ? "- " : first + i + ". ").append(text).append('\n');
        }
        return lines.toString().stripTrailing();
    }
}
