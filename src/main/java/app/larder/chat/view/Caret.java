package app.larder.chat.view;

import app.larder.chat.view.Block.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Marks where an answer is being written. */
final class Caret {

    private static final Run CARET = new Run("▍", Set.of(), null);

    private Caret() {}

    /** The pieces with the mark after the last of them. */
    static List<Block> after(List<Block> blocks) {
        List<Block> marked = new ArrayList<>(blocks);
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last instanceof Block.Prose prose) {
            List<Run> runs = new ArrayList<>(prose.runs());
            runs.add(CARET);
            marked.set(blocks.size() - 1, new Block.Prose(prose.level(), runs));
        } else if (last instanceof Block.Quote quote) {
            marked.set(blocks.size() - 1, new Block.Quote(after(quote.blocks())));
        } else if (last instanceof Block.Items list && !list.items().isEmpty()) {
            List<List<Block>> items = new ArrayList<>(list.items());
            items.set(items.size() - 1, after(items.getLast()));
            marked.set(blocks.size() - 1, new Block.Items(list.first(), items));
        } else {
            marked.add(new Block.Prose(0, List.of(CARET)));
        }
        return marked;
    }
}
