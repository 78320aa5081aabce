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
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The distinct terms of the index as one long text per segment, so that a part of a term is found by a plain text
 * search: a million recipes' words fit in a few megabytes and are scanned in about a millisecond. Segments never
 * change, so a list is made once and dropped with its segment.
 */
final class TextTerms {

    /** Stands before and after every term; no term holds it. */
    static final char SEPARATOR = '\n';

    private record Key(Object segment, String field) {}

    private final Map<Key, String> lists = new ConcurrentHashMap<>();

    /** The terms of {@link TextDocuments#WORD} that satisfy a typed word of four letters or more, or its variants. */
    Set<String> words(IndexReader reader, TypedWord word, boolean loose) throws IOException {
        Set<String> found = new HashSet<>();
        Consumer<String> keep = term -> {
            if (word.in(term) != null) {
                found.add(term);
            }
        };
        for (String terms : lists(reader, TextDocuments.WORD)) {
            for (String form : word.forms()) {
                if (TypedWord.isLong(form)) {
                    holding(terms, form, keep);
                }
            }
            for (String other : singles(word)) {
                holding(terms, other + SEPARATOR, keep);
            }
            if (loose) {
                near(terms, word, found);
            }
        }
        return found;
    }

    /** The terms of {@link TextDocuments#INGREDIENT} that contain one of some parts. */
    Set<String> ingredients(IndexReader reader, Collection<String> parts) throws IOException {
        Set<String> found = new HashSet<>();
        for (String terms : lists(reader, TextDocuments.INGREDIENT)) {
            for (String part : parts) {
                holding(terms, part, found::add);
            }
        }
        return found;
    }

    /** Reads the lists of a reader's segments, so that the first search does not wait for it. */
    void warm(IndexReader reader) throws IOException {
        lists(reader, TextDocuments.WORD);
        lists(reader, TextDocuments.INGREDIENT);
    }

    private static Collection<String> singles(TypedWord word) {
        return word.others().stream().filter(o -> o.size() == 1).map(o -> o.getFirst()).toList();
    }

    private static void holding(String terms, String part, Consumer<String> keep) {
        for (int at = terms.indexOf(part); at >= 0; ) {
            int start = terms.lastIndexOf(SEPARATOR, at) + 1;
            int end = terms.indexOf(SEPARATOR, at);
            keep.accept(terms.substring(start, end));
            at = terms.indexOf(part, end);
        }
    }

    private static void near(String terms, TypedWord word, Set<String> found) {
        for (int start = 1; start < terms.length(); ) {
            int end = terms.indexOf(SEPARATOR, start);
            if (word.near(terms, start, end)) {
                found.add(terms.substring(start, end));
            }
            start = end + 1;
        }
    }

    private Iterable<String> lists(IndexReader reader, String field) throws IOException {
        try {
            return reader.leaves().stream().map(leaf -> list(leaf, field)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String list(LeafReaderContext leaf, String field) {
        IndexReader.CacheHelper segment = leaf.reader().getCoreCacheHelper();
        Key key = new Key(segment.getKey(), field);
        String known = lists.get(key);
        if (known != null) {
            return known;
        }
        String list = read(leaf.reader(), field);
        if (lists.putIfAbsent(key, list) == null) {
            segment.addClosedListener(closed -> lists.remove(key));
        }
        return list;
    }

    private static String read(LeafReader reader, String field) {
        StringBuilder list = new StringBuilder().append(SEPARATOR);
        try {
            Terms terms = reader.terms(field);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                list.append(term.utf8ToString()).append(SEPARATOR);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list.toString();
    }
}
