package app.larder.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The distinct terms of the index, one list per segment. Segments never change, so a list is made once and dropped with
 * its segment.
 */
final class TextTerms implements AnyTermQuery.Places {

    private record Key(Object segment, String field) {}

    private final Map<Key, TermList> lists = new ConcurrentHashMap<>();

    /** The terms of {@link TextDocuments#WORD} that satisfy a typed word of four letters or more, or its variants. */
    Set<String> words(IndexReader reader, TypedWord word, boolean loose) throws IOException {
        Set<String> found = new HashSet<>();
        Consumer<String> keep = term -> {
            if (word.in(term) != null) {
                found.add(term);
            }
        };
        for (TermList terms : lists(reader, TextDocuments.WORD)) {
            for (String form : word.forms()) {
                if (TypedWord.isLong(form)) {
                    terms.holding(form, keep);
                }
            }
            for (String other : singles(word)) {
                terms.holding(TypedWord.isLong(other) ? other + TermList.SEPARATOR : whole(other), keep);
            }
            if (loose) {
                near(terms.text(), word, found);
            }
        }
        return found;
    }

    /** The terms of {@link TextDocuments#INGREDIENT} that contain one of some parts. */
    Set<String> ingredients(IndexReader reader, Collection<String> parts) throws IOException {
        Set<String> found = new HashSet<>();
        for (TermList terms : lists(reader, TextDocuments.INGREDIENT)) {
            for (String part : parts) {
                terms.holding(part, found::add);
            }
        }
        return found;
    }

    /** Reads the lists of a reader's segments, so that the first search does not wait for it. */
    void warm(IndexReader reader) throws IOException {
        lists(reader, TextDocuments.WORD);
        lists(reader, TextDocuments.INGREDIENT);
    }

    @Override
    public @Nullable TermState of(LeafReaderContext leaf, String field, BytesRef term) throws IOException {
        TermList list = list(leaf, field);
        TermState known = list.places().get(term);
        if (known != null) {
            return known;
        }
        Terms terms = leaf.reader().terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        if (!each.seekExact(term)) {
            return null;
        }
        TermState place = each.termState();
        list.places().put(BytesRef.deepCopyOf(term), place);
        return place;
    }

    private static Collection<String> singles(TypedWord word) {
        return word.others().stream().filter(o -> o.size() == 1).map(o -> o.getFirst()).toList();
    }

    private static String whole(String term) {
        return TermList.SEPARATOR + term + TermList.SEPARATOR;
    }

    private static void near(String terms, TypedWord word, Set<String> found) {
        for (int start = 1; start < terms.length(); ) {
            int end = terms.indexOf(TermList.SEPARATOR, start);
            if (word.near(terms, start, end)) {
                found.add(terms.substring(start, end));
            }
            start = end + 1;
        }
    }

    private Iterable<TermList> lists(IndexReader reader, String field) throws IOException {
        try {
            return reader.leaves().stream().map(leaf -> list(leaf, field)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private TermList list(LeafReaderContext leaf, String field) {
        IndexReader.CacheHelper segment = leaf.reader().getCoreCacheHelper();
        Key key = new Key(segment.getKey(), field);
        TermList known = lists.get(key);
        if (known != null) {
            return known;
        }
        TermList list = read(leaf.reader(), field);
        if (lists.putIfAbsent(key, list) == null) {
            segment.addClosedListener(closed -> lists.remove(key));
        }
        return list;
    }

    private static TermList read(LeafReader reader, String field) {
        StringBuilder list = new StringBuilder().append(TermList.SEPARATOR);
        try {
            Terms terms = reader.terms(field);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                list.append(term.utf8ToString()).append(TermList.SEPARATOR);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TermList(list.toString());
    }
}
