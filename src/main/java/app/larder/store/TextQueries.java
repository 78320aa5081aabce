package app.larder.store;

import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.util.Collection;
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
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

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
        T asTyped = reading.of(of(query, typed, searcher, false));
        if (typed.isEmpty() || !nothing.test(asTyped) || searcher.count(text(typed, searcher, false)) > 0) {
            return asTyped;
        }
        return reading.of(of(query, typed, searcher, true));
    }

    /** Everything a query narrows the list by: text, ingredients, time. Its order is the caller's business. */
    private Query of(RecipeQuery query, TypedText typed, IndexSearcher searcher, boolean loose) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!typed.isEmpty()) {
            all.add(text(typed, searcher, loose), Occur.FILTER);
        }
        ingredients(query, searcher, all);
        if (query.maxMinutes() != null) {
            all.add(IntPoint.newRangeQuery(TextDocuments.MINUTES, 0, query.maxMinutes()), Occur.FILTER);
        }
        for (String name : query.without()) {
            if (!name.isBlank()) {
                all.add(ingredient(name, searcher), Occur.MUST_NOT);
            }
        }
        BooleanQuery built = all.build();
        if (built.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT)) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return new ConstantScoreQuery(all.build());
    }

    private void ingredients(RecipeQuery query, IndexSearcher searcher, BooleanQuery.Builder all) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        boolean asked = false;
        for (String name : query.ingredients()) {
            if (name.isBlank()) {
                continue;
            }
            if (query.anyIngredient()) {
                any.add(ingredient(name, searcher), Occur.SHOULD);
                asked = true;
            } else {
                all.add(ingredient(name, searcher), Occur.FILTER);
            }
        }
        if (asked) {
            all.add(any.build(), Occur.FILTER);
        }
    }

    private Query ingredient(String name, IndexSearcher searcher) throws IOException {
        String part = TextDocuments.ingredient(name.strip());
        Set<String> parts = new LinkedHashSet<>();
        parts.add(part);
        variants.apply(part).forEach(v -> parts.add(TextDocuments.ingredient(v.strip())));
        parts.remove("");
        return anyOf(TextDocuments.INGREDIENT, terms.ingredients(searcher.getIndexReader(), parts));
    }

    private Query text(TypedText typed, IndexSearcher searcher, boolean loose) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (TypedWord word : typed.words()) {
            all.add(word(word, searcher, loose), Occur.FILTER);
        }
        Query words = new ConstantScoreQuery(all.build());
        if (typed.synonyms().isEmpty()) {
            return words;
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(words, Occur.SHOULD);
        typed.synonyms().forEach(s -> either.add(together(s), Occur.SHOULD));
        return new ConstantScoreQuery(either.build());
    }

    private Query word(TypedWord word, IndexSearcher searcher, boolean loose) throws IOException {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String form : word.forms()) {
            if (!TypedWord.isLong(form)) {
                either.add(new TermQuery(new Term(TextDocuments.START, form)), Occur.SHOULD);
            }
        }
        Set<String> found = terms.words(searcher.getIndexReader(), word, loose);
        either.add(anyOf(TextDocuments.WORD, found), Occur.SHOULD);
        word.others().stream().filter(o -> o.size() > 1).forEach(o -> either.add(together(o), Occur.SHOULD));
        return new ConstantScoreQuery(either.build());
    }

    private static Query together(List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(w -> all.add(new TermQuery(new Term(TextDocuments.WORD, w)), Occur.FILTER));
        return all.build();
    }

    private static Query anyOf(String field, Collection<String> terms) {
        return terms.isEmpty()
                ? MatchNoDocsQuery.INSTANCE
                : new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
    }
}
