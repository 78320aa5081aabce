package app.larder.backup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A backup compared with what is here.
 *
 * @param counts for each kind of thing, how many the backup has
 * @param names of what is new or different, some of them
 */
public record Comparison(Map<Thing, Counts> counts, List<Named> names) {

    /** So many names are listed. */
    public static final int MOST_NAMES = 200;

    /** What people keep. */
    public enum Thing {
        RECIPE,
        PANTRY_ITEM,
        CONVERSATION,
        /** In the trash. */
        TRASHED
    }

    /** How a thing in the backup is here. */
    public enum State {
        /** It is not here. */
        NEW,
        DIFFERENT,
        SAME
    }

    /** How many of a kind are new here, different here, and the same. */
    public record Counts(int fresh, int different, int same) {

        /** None at all. */
        public static final Counts NONE = new Counts(0, 0, 0);

        /** With one more. */
        Counts and(State state) {
            return switch (state) {
                case NEW -> new Counts(fresh + 1, different, same);
                case DIFFERENT -> new Counts(fresh, different + 1, same);
                case SAME -> new Counts(fresh, different, same + 1);
            };
        }

        /** One that looked the same is different after all. */
        Counts sameIsDifferent() {
            return new Counts(fresh, different + 1, same - 1);
        }
    }

    /** A thing that is new or different. */
    public record Named(Thing thing, State state, String name) {}

    public Comparison {
        counts = Map.copyOf(counts);
        names = List.copyOf(names);
    }

    /** How many of a kind. */
    public Counts of(Thing thing) {
        return counts.getOrDefault(thing, Counts.NONE);
    }

    /** All kinds together. */
    public Counts total() {
        Counts sum = Counts.NONE;
        for (Counts some : counts.values()) {
            sum = new Counts(sum.fresh + some.fresh, sum.different + some.different, sum.same + some.same);
        }
        return sum;
    }

    /** Adds up things as they are found. */
    public static final class Tally {
        private final Map<Thing, Counts> counts = new EnumMap<>(Thing.class);
        private final List<Named> names = new java.util.ArrayList<>();

        /** One thing of that name. */
        public void add(Thing thing, State state, String name) {
            counts.merge(thing, Counts.NONE.and(state), (before, _) -> before.and(state));
            name(thing, state, name);
        }

        /** One that was the same so far is different. */
        public void differsAfterAll(Thing thing, String name) {
            counts.computeIfPresent(thing, (_, before) -> before.sameIsDifferent());
            name(thing, State.DIFFERENT, name);
        }

        private void name(Thing thing, State state, String name) {
            if (state != State.SAME && names.size() < MOST_NAMES) {
                names.add(new Named(thing, state, name));
            }
        }

        /** All that was added. */
        public Comparison sum() {
            return new Comparison(counts, names);
        }
    }
}
