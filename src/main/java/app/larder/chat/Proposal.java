package app.larder.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something an answer puts on the table: nothing happens to it until the person says so. */
public sealed interface Proposal {

    /** What became of it. */
    enum Fate {
        OPEN,
        SAVED,
        DISMISSED
    }

    UUID id();

    Fate fate();

    Proposal with(Fate newFate, @Nullable UUID savedAs);

    /**
     * A recipe.
     *
     * @param savedAs the recipe it became; null if it did not
     */
    record OfRecipe(UUID id, ProposedRecipe recipe, Fate fate, @Nullable UUID savedAs) implements Proposal {

        @Override
        public OfRecipe with(Fate newFate, @Nullable UUID newSavedAs) {
            return new OfRecipe(id, recipe, newFate, newSavedAs);
        }
    }

    /** Changes to the pantry, done together or not at all. */
    record OfPantry(UUID id, List<PantryMove> moves, Fate fate) implements Proposal {

        public OfPantry {
            moves = List.copyOf(moves);
        }

        @Override
        public OfPantry with(Fate newFate, @Nullable UUID savedAs) {
            return new OfPantry(id, moves, newFate);
        }
    }

    /**
     * One change to the pantry.
     *
     * @param what what is done
     * @param item the thing: for {@link What#ADD} a line as typed ("2 x 400 g tins tomatoes"), else its name
     * @param amount how much is used or is there now, as typed; empty for all of it
     */
    record PantryMove(What what, String item, String amount) {

        /** What is done to a thing at home. */
        public enum What {
            ADD,
            USE,
            SET,
            REMOVE
        }
    }
}
