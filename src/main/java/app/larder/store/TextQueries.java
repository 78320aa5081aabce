package app.larder.store;

import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what a person asks for into a question to the index. */
final class TextQueries {

    private final Function<String, Set<String>> variants;
    private final TextTerms terms;

    TextQueries(Function<String, Set<String>> variants, TextTerms terms) {
        this.variants = variants;
        this.terms = terms;
    }

    /** Reads an answer out of the index. */
    interface Reading<T> {
        T of(Query found) throws IOException;
    }

    /**
     * Answers a query. Typos are forgiven only where the words as typed find nothing, so that they never dilute a good
     * answer.
     *
     * @param nothing whether an answer says that nothing was found
     */
    <T> T answer(RecipeQuery query, IndexSearcher searcher, Predicate<T> nothing, Reading<T> reading)
            throws IOException {
        TypedText typed = TypedText.of(query.text(), variants);
        T asTyped = reading.of(of(query, typed, false));
        if (typed.isEmpty() || !nothing.test(asTyped) || searcher.count(text(typed, false)) > 0) {
            return asTyped;
        }
        return reading.of(of(query, typed, true));
    }

    /** Everything a query narrows the list by: text, ingredients, time. Its order is the caller's business. */
    private Query of(RecipeQuery query, TypedText typed, boolean loose) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!typed.isEmpty()) {
            all.add(text(typed, loose), Occur.FILTER);
        }
        ingredients(query, all);
        if (query.maxMinutes() != null) {
            all.add(IntPoint.newRangeQuery(TextDocuments.MINUTES, 0, query.maxMinutes()), Occur.FILTER);
        }
        for (String part : parts(query.without())) {
            all.add(ingredient(part), Occur.MUST_NOT);
        }
        BooleanQuery built = all.build();
        if (built.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT)) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return any(all);
    }

    private void ingredients(RecipeQuery query, BooleanQuery.Builder all) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<String> asked = parts(query.ingredients());
        for (String part : asked) {
            if (query.anyIngredient()) {
                any.add(ingredient(part), Occur.SHOULD);
            } else {
                all.add(ingredient(part), Occur.FILTER);
            }
        }
        if (query.anyIngredient() && !asked.isEmpty()) {
            all.add(any.build(), Occur.FILTER);
        }
    }

    /** Parts of names in search form; what has no letter or sign in it is left out. */
    private static List<String> parts(List<String> typed) {
        return typed.stream().map(TextDocuments::ingredient).filter(part -> !part.isEmpty()).toList();
    }

    private Query ingredient(String part) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(part);
        parts.addAll(parts(List.copyOf(variants.apply(part))));
        return new AnyTermQuery(TextDocuments.INGREDIENT, new WantedTerms.Ingredient(parts), terms);
    }

    /** What satisfies every typed word, or a synonym of the whole. */
    Query text(TypedText typed, boolean loose) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (TypedWord word : typed.words()) {
            all.add(word(word, loose), Occur.FILTER);
        }
        Query words = any(all);
        if (typed.synonyms().isEmpty()) {
            return words;
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(words, Occur.SHOULD);
        typed.synonyms().forEach(s -> either.add(together(s), Occur.SHOULD));
        return any(either);
    }

    private Query word(TypedWord word, boolean loose) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String form : word.forms()) {
            if (!TypedWord.isLong(form)) {
                either.add(new TermQuery(new Term(TextDocuments.START, form)), Occur.SHOULD);
            }
        }
        either.add(
                new AnyTermQuery(TextDocuments.WORD, new WantedTerms.Word(word, loose), terms), Occur.SHOULD);
        word.others().stream().filter(o -> o.size() > 1).forEach(o -> either.add(together(o), Occur.SHOULD));
        return any(either);
    }

    /** A question that asks for no score; one that is only one question already is that one. */
    private static Query any(BooleanQuery.Builder built) {
        BooleanQuery all = built.build();
        return all.clauses().size() == 1 && !all.clauses().getFirst().isProhibited()
                ? all.clauses().getFirst().query()
                : new ConstantScoreQuery(all);
    }

    private static Query together(List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(w -> all.add(new TermQuery(new Term(TextDocuments.WORD, w)), Occur.FILTER));
        return all.build();
    }
}
