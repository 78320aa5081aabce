package app.larder.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a typed search and the terms it is satisfied with. The index's term lists and the highlighter ask this
 * same class, so what is found is what is marked.
 *
 * @param forms the word as typed, in {@link TextWords} form; a term that begins with one, or holds one inside a
 *     compound ("suppe" in "kartoffelsuppe"), satisfies the word
 * @param others plurals, singulars and synonyms; each is a list of whole words that stand for the typed one together
 */
record TypedWord(List<String> forms, List<List<String>> others) {

    /** A typed word of fewer letters is looked for at the beginning of words only, and taken as it is. */
    static final int LONG = 4;

    private static final int CERTAIN = 5;

    /** The part of a term that satisfied a typed word, as indexes into the term. */
    record Part(int start, int end) {}

    TypedWord {
        forms = List.copyOf(forms);
        others = others.stream().map(List::copyOf).toList();
    }

    /** Where a term has this word, or null if it does not. Synonyms of several words are not looked at. */
    @Nullable Part in(String term) {
        for (String form : forms) {
            int at = term.startsWith(form) ? 0 : insideCompound(term, form);
            if (at >= 0) {
                return new Part(at, at + form.length());
            }
        }
        for (List<String> other : others) {
            if (other.size() == 1 && endsCompound(term, other.getFirst())) {
                return new Part(0, term.length());
            }
        }
        return null;
    }

    /** Whether a term begins with this word but for one letter added, missing, wrong or swapped with the next. */
    boolean near(String terms, int from, int to) {
        for (String form : forms) {
            if (isLong(form) && beginsNear(terms, from, to, form)) {
                return true;
            }
        }
        return false;
    }

    static boolean isLong(String form) {
        return form.length() >= LONG && form.codePointCount(0, form.length()) >= LONG;
    }

    /**
     * The first place where a form stands inside a compound, or -1. The letters before it must be enough to be a word
     * themselves, or "sage" would find "sausage" and "range" "orange".
     */
    static int insideCompound(String term, String form) {
        return isLong(form) ? term.indexOf(form, lettersBefore(form)) : -1;
    }

    /** Whether a term is a whole word or a compound that ends with it. */
    static boolean endsCompound(String term, String word) {
        return term.equals(word)
                || (isLong(word) && term.endsWith(word) && term.length() - word.length() >= lettersBefore(word));
    }

    private static int lettersBefore(String form) {
        return form.length() >= CERTAIN ? 3 : 4;
    }

    private static boolean beginsNear(String terms, int from, int to, String form) {
        int same = 0;
        while (same < form.length() && from + same < to && terms.charAt(from + same) == form.charAt(same)) {
            same++;
        }
        int at = from + same;
        return rest(terms, at, to, form, same + 1)
                || (at < to && (rest(terms, at + 1, to, form, same + 1) || rest(terms, at + 1, to, form, same)))
                || (same + 1 < form.length()
                        && at + 1 < to
                        && terms.charAt(at) == form.charAt(same + 1)
                        && terms.charAt(at + 1) == form.charAt(same)
                        && rest(terms, at + 2, to, form, same + 2));
    }

    private static boolean rest(String terms, int at, int to, String form, int done) {
        if (done >= form.length()) {
            return true;
        }
        // Nearly every term differs in the first letter already.
        return at < to
                && terms.charAt(at) == form.charAt(done)
                && at + form.length() - done <= to
                && terms.regionMatches(at, form, done, form.length() - done);
    }
}
