package app.larder.store;

import app.larder.recipes.Highlighted;
import app.larder.recipes.Highlighted.Span;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Marks in a recipe's own words the places that a typed search found. Immutable; make one per search. */
final class TextHighlights {

    /** A longer line is shown as a window of this many UTF-16 units around the first match. */
    private static final int LONGEST_LINE = 160;

    private static final int LEAD = 40;
    private static final String CUT = "…";

    private final TypedText typed;

    /** A line that holds none of these holds nothing that was typed. */
    private final Set<String> needles = new HashSet<>();

    TextHighlights(String typed, Function<String, Set<String>> variants) {
        this.typed = TypedText.of(typed, variants);
        for (TypedWord word : this.typed.words()) {
            needles.addAll(word.forms());
            word.others().forEach(other -> needles.add(other.getFirst()));
        }
        this.typed.synonyms().forEach(synonym -> needles.add(synonym.getFirst()));
    }

    /**
     * A recipe's words, marked.
     *
     * @param name the name with its matched places
     * @param line the line outside the name that holds most of the words the name lacks (ingredients first, then
     *     description, steps, notes, tags and source); null if the name holds all of them or no line holds any
     */
    record Marks(Highlighted name, @Nullable Highlighted line) {}

    /** Marks a recipe; typos are forgiven where the words as typed are not all in it. */
    Marks of(Recipe recipe) {
        List<String> lines = lines(recipe);
        Search asTyped = new Search(recipe.name(), false);
        asTyped.through(lines);
        if (asTyped.isComplete()) {
            return asTyped.marks(recipe.name());
        }
        Search loose = new Search(recipe.name(), true);
        loose.through(lines);
        return loose.marks(recipe.name());
    }

    /** The line of a text that holds most of what was typed, marked; null if no line holds any of it. */
    @Nullable Highlighted best(String text) {
        List<String> lines = split(text).toList();
        Search asTyped = new Search("", false);
        asTyped.through(lines);
        if (asTyped.best != null) {
            return asTyped.best;
        }
        Search loose = new Search("", true);
        loose.through(lines);
        return loose.best;
    }

    /** The best line so far, and what is still missing. */
    private final class Search {

        private final boolean loose;
        private final Found name;
        private final BitSet lacking = new BitSet();
        private final BitSet missing;
        private @Nullable Highlighted best;
        private int bestCount;

        Search(String recipeName, boolean loose) {
            this.loose = loose;
            this.name = find(recipeName, loose);
            lacking.set(0, typed.words().size());
            lacking.andNot(name.words());
            missing = (BitSet) lacking.clone();
        }

        void through(List<String> lines) {
            for (String line : lines) {
                if (bestCount == lacking.cardinality()) {
                    return;
                }
                look(line);
            }
        }

        private void look(String line) {
            if (!loose && TextWords.without(line, needles)) {
                return;
            }
            Found found = find(line, loose);
            missing.andNot(found.words());
            BitSet gained = (BitSet) found.words().clone();
            gained.and(lacking);
            if (gained.cardinality() > bestCount) {
                best = window(line, found.spans());
                bestCount = gained.cardinality();
            }
        }

        boolean isComplete() {
            return missing.isEmpty();
        }

        Marks marks(String recipeName) {
            return new Marks(new Highlighted(recipeName, name.spans()), best);
        }
    }

    /** Every piece of text of a recipe that is searched, but for the name. */
    static List<String> lines(Recipe recipe) {
        return Stream.of(
                        recipe.ingredients().stream().flatMap(TextHighlights::lines),
                        split(recipe.description()),
                        split(recipe.instructions()),
                        split(recipe.details().notes()),
                        recipe.details().tags().stream(),
                        split(recipe.source()))
                .flatMap(s -> s)
                .filter(s -> !s.isBlank())
                .toList();
    }

    private static Stream<String> lines(Ingredient ingredient) {
        String line = ingredient.line();
        return Stream.of(
                        line,
                        line.contains(ingredient.name()) ? "" : ingredient.name(),
                        ingredient.note() == null || line.contains(ingredient.note()) ? "" : ingredient.note());
    }

    private static Stream<String> split(@Nullable String text) {
        return text == null ? Stream.of() : text.lines().map(String::strip);
    }

    /** What was found in one text: the numbers of the typed words, and the places. */
    private record Found(BitSet words, List<Span> spans) {}

    private Found find(String text, boolean loose) {
        BitSet found = new BitSet();
        BitSet marked = new BitSet();
        List<TextWords.Word> words = TextWords.of(text);
        for (int i = 0; i < typed.words().size(); i++) {
            TypedWord sought = typed.words().get(i);
            for (TextWords.Word word : words) {
                if (mark(word, sought, loose, marked)) {
                    found.set(i);
                }
            }
            for (List<String> other : sought.others()) {
                if (other.size() > 1 && markPhrase(words, other, marked)) {
                    found.set(i);
                }
            }
        }
        for (List<String> synonym : typed.synonyms()) {
            if (markPhrase(words, synonym, marked)) {
                found.set(0, typed.words().size());
            }
        }
        return new Found(found, spans(marked));
    }

    private static boolean mark(TextWords.Word word, TypedWord sought, boolean loose, BitSet marked) {
        for (int f = 0; f < word.forms().size(); f++) {
            String form = word.forms().get(f);
            TypedWord.Part part = sought.in(form);
            if (part != null && f == 0) {
                marked.set(word.indexOf(part.start()), word.indexAfter(part.end()));
                return true;
            }
            if (part != null || (loose && sought.near(form, 0, form.length()))) {
                marked.set(word.start(), word.end());
                return true;
            }
        }
        return false;
    }

    private static boolean markPhrase(List<TextWords.Word> words, List<String> phrase, BitSet marked) {
        boolean any = false;
        for (int i = 0; i + phrase.size() <= words.size(); i++) {
            boolean all = true;
            for (int k = 0; all && k < phrase.size(); k++) {
                all = words.get(i + k).forms().contains(phrase.get(k));
            }
            if (all) {
                marked.set(words.get(i).start(), words.get(i + phrase.size() - 1).end());
                any = true;
            }
        }
        return any;
    }

    private static List<Span> spans(BitSet marked) {
        List<Span> spans = new ArrayList<>();
        for (int start = marked.nextSetBit(0); start >= 0; ) {
            int end = marked.nextClearBit(start);
            spans.add(new Span(start, end));
            start = marked.nextSetBit(end);
        }
        return spans;
    }

    private static Highlighted window(String line, List<Span> spans) {
        if (line.length() <= LONGEST_LINE) {
            return new Highlighted(line, spans);
        }
        int from = wordStart(line, Math.max(0, spans.getFirst().start() - LEAD));
        int to = wordEnd(line, Math.min(line.length(), from + LONGEST_LINE));
        String before = from > 0 ? CUT : "";
        String after = to < line.length() ? CUT : "";
        int shift = before.length() - from;
        List<Span> shown = spans.stream()
                .filter(s -> s.start() < to)
                .map(s -> new Span(s.start() + shift, Math.min(s.end(), to) + shift))
                .toList();
        return new Highlighted(before + line.substring(from, to) + after, shown);
    }

    /** The beginning of a word near {@code at}, never between the halves of a surrogate pair. */
    private static int wordStart(String line, int at) {
        int space = at == 0 ? -1 : line.indexOf(' ', at);
        return space >= 0 && space < at + LEAD / 2 ? space + 1 : whole(line, at);
    }

    private static int wordEnd(String line, int at) {
        int space = at == line.length() ? -1 : line.lastIndexOf(' ', at);
        return space > at - LEAD / 2 ? space : whole(line, at);
    }

    private static int whole(String line, int at) {
        boolean split = at > 0
                && at < line.length()
                && Character.isLowSurrogate(line.charAt(at))
                && Character.isHighSurrogate(line.charAt(at - 1));
        return split ? at - 1 : at;
    }
}
