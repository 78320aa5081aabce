package app.larder.chat.view;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of a message as it is shown: nothing but text, however it was written. Equal pieces look the same. */
sealed interface Block {

    /** How a run of text looks. */
    enum Mark {
        BOLD,
        ITALIC,
        CODE,
        /** Stands for a picture, which is never loaded: its description. */
        PICTURE
    }

    /**
     * A run of text that looks the same throughout.
     *
     * @param link where it leads, http or https; null for nowhere
     */
    record Run(String text, Set<Mark> marks, @Nullable URI link) {
        public Run {
            marks = Set.copyOf(marks);
        }

        /** Text that looks like any other. */
        static Run plain(String text) {
            return new Run(text, Set.of(), null);
        }
    }

    /**
     * A paragraph or a heading.
     *
     * @param level 1 to 6 for a heading, 0 for a paragraph
     */
    record Prose(int level, List<Run> runs) implements Block {
        public Prose {
            runs = List.copyOf(runs);
        }
    }

    /** Text kept as it was written, line by line. */
    record Code(String text) implements Block {

        /** Its text as it looks. */
        List<Run> runs() {
            return List.of(new Run(text, Set.of(Mark.CODE), null));
        }
    }

    /** What somebody else said. */
    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A list.
     *
     * @param first the number of its first item; null for one with dots
     */
    record Items(@Nullable Integer first, List<List<Block>> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Rows of cells, the first row above all others. */
    record Table(List<List<List<Run>>> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** A line across. */
    record Rule() implements Block {}
}
