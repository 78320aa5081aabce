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
        TRASHED,
        PHOTO,
        /** Something unfinished in the editor; one that is here stays, whatever it says, and counts as the same. */
        DRAFT
    }

    /** How a thing in the backup is here. */
    public enum State {
        /** It is not here. */
        NEW,
        DIFFERENT,
        SAME,
        /** It is damaged in the backup, and stays out. */
        DAMAGED
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
                case DAMAGED -> this;
            };
        }

        /** One that looked the same is different after all. */
        Counts sameIsDifferent() {
            return new Counts(fresh, different + 1, same - 1);
        }
    }

    /** A thing that is new, different or damaged; a photo goes by the name of its recipe. */
    public record Named(Thing thing, State state, String name) {}

    public Comparison {
        counts = Map.copyOf(counts);
        names = List.copyOf(names);
    }

    /** The same with counts of other kinds of things. */
    Comparison with(Map<Thing, Counts> others) {
        Map<Thing, Counts> all = new EnumMap<>(Thing.class);
        all.putAll(counts);
        all.putAll(others);
        return new Comparison(all, names);
    }

    /** The names of what is damaged in the backup. */
    public List<String> damaged() {
        return names.stream().filter(one -> one.state() == State.DAMAGED).map(Named::name).distinct().toList();
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
        private final List<Named> damaged = new java.util.ArrayList<>();

        /** One thing of that name. */
        public void add(Thing thing, State state, String name) {
            count(thing, state);
            name(thing, state, name);
        }

        /** One thing that has no name of its own. */
        public void count(Thing thing, State state) {
            counts.merge(thing, Counts.NONE.and(state), (before, _) -> before.and(state));
        }

        /** A photo that is damaged in the backup, of the recipe of that name. */
        public void damaged(String name) {
            damaged.add(new Named(Thing.PHOTO, State.DAMAGED, name));
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
            List<Named> all = new java.util.ArrayList<>(damaged);
            all.addAll(names);
            return new Comparison(counts, all);
        }
    }
}
