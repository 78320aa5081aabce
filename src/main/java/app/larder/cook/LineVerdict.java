package app.larder.cook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is at home of one line of a recipe, and why it is judged so. The three amounts share one unit: the recipe's.
 *
 * @param index place of the line in {@link app.larder.recipes.Recipe#ingredients()}
 * @param text the line as the recipe has it
 * @param food what the line asks for, without amount and preparation
 * @param reason why; the state follows from it
 * @param about whether the comparison is a rough one (a density, a usual weight, a guess at home)
 * @param need what the recipe asks; null if it names no amount that can be measured
 * @param have what is at home of it, no more than is left by the lines before; null if it cannot be said in that unit
 * @param missing what is missing; null if nothing is, or if it cannot be said
 * @param uses the rows it would use, in the order they are used; empty for staples that are in no row
 */
public record LineVerdict(
        int index,
        String text,
        String food,
        Reason reason,
        boolean about,
        @Nullable Measured need,
        @Nullable Measured have,
        @Nullable Measured missing,
        List<Use> uses) {

    public LineVerdict {
        uses = List.copyOf(uses);
    }

    /** Whether it is at home. */
    public LineState state() {
        return reason.state();
    }

    /** Why, as one English sentence without a full stop: "needs 300 g flour, you have 200 g". */
    public String sentence() {
        return EnglishSentence.of(this);
    }
}
