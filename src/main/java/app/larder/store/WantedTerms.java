package app.larder.store;

import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What an {@link AnyTermQuery} looks for: the terms of a list that satisfy it. Equal ones find the same. */
sealed interface WantedTerms {

    /** The numbers of the terms, ascending, each once. */
    default int[] in(TermList list) {
        IntStream.Builder found = IntStream.builder();
        each(list, found::add);
        return found.build().sorted().distinct().toArray();
    }

    /** Hands over the numbers of the terms in any order, some perhaps more than once. */
    void each(TermList list, IntConsumer found);

    /**
     * The words that satisfy a typed word of four letters or more, or its variants.
     *
     * @param loose whether one typo is forgiven
     */
    record Word(TypedWord word, boolean loose) implements WantedTerms {

        @Override
        public void each(TermList list, IntConsumer found) {
            IntConsumer keep = term -> {
                if (word.in(list.term(term)) != null) {
                    found.accept(term);
                }
            };
            for (String form : word.forms()) {
                if (TypedWord.isLong(form)) {
                    list.holding(form, keep);
                }
            }
            word.others().stream().filter(other -> other.size() == 1).forEach(other -> {
                String only = other.getFirst();
                String end = only + TermList.SEPARATOR;
                list.holding(TypedWord.isLong(only) ? end : TermList.SEPARATOR + end, keep);
            });
            if (loose) {
                IntStream.range(0, list.size()).filter(term -> list.near(term, word)).forEach(found);
            }
        }
    }

    /** The ingredients' names that contain one of some parts. */
    record Ingredient(Set<String> parts) implements WantedTerms {

        public Ingredient {
            parts = Set.copyOf(parts);
        }

        @Override
        public void each(TermList list, IntConsumer found) {
            parts.forEach(part -> list.holding(part, found));
        }
    }
}
