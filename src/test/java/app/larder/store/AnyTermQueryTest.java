package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class AnyTermQueryTest {

    private static final int DOCUMENTS = 30_000;
    private static final int WORDS = 300;

    @Test
    void itFindsWhatLucenesOwnQueryFindsOverManyStrides() throws IOException {
        Random random = new Random(7);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    writer.addDocument(document(random));
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                TextTerms places = new TextTerms();
                for (int round = 0; round < 60; round++) {
                    List<String> left = some(random);
                    List<String> right = some(random);
                    List<Integer> expected = found(searcher, both(inSet(left), inSet(right)));
                    Query ours = both(
                            new AnyTermQuery(TextDocuments.WORD, left, places),
                            new AnyTermQuery(TextDocuments.WORD, right, places));

                    assertEquals(expected, found(searcher, ours), left + " and " + right);
                    assertEquals(expected.size(), searcher.count(ours));
                    assertEquals(
                            found(searcher, inSet(left)),
                            found(searcher, new AnyTermQuery(TextDocuments.WORD, left, places)));
                }
            }
        }
    }

    /** A word of a low number stands in most documents, one of a high number in hardly any. */
    private static Document document(Random random) {
        Document document = new Document();
        for (int i = 0; i < 4; i++) {
            int word = (int) Math.pow(WORDS, random.nextDouble());
            document.add(new StringField(TextDocuments.WORD, "word" + word, Field.Store.NO));
        }
        return document;
    }

    private static List<String> some(Random random) {
        List<String> words = new ArrayList<>(List.of("none"));
        int first = random.nextInt(WORDS);
        for (int i = random.nextInt(20); i >= 0; i--) {
            words.add("word" + (first + random.nextInt(40)));
        }
        return words;
    }

    private static Query inSet(List<String> words) {
        return new TermInSetQuery(
                TextDocuments.WORD, new TreeSet<>(words).stream().map(BytesRef::new).toList());
    }

    private static Query both(Query left, Query right) {
        return new BooleanQuery.Builder().add(left, Occur.FILTER).add(right, Occur.FILTER).build();
    }

    private static List<Integer> found(IndexSearcher searcher, Query query) throws IOException {
        return Arrays.stream(searcher.search(query, DOCUMENTS).scoreDocs).map(hit -> hit.doc).sorted().toList();
    }

    @Test
    void aListOfTermsFindsEveryPartWhateverTheLetters() {
        List<String> terms = List.of("apfel", "apfelmus", "ei", "eis", "öl", "olivenöl", "豆腐", "x", "ananas");
        TermList list = new TermList("\n" + String.join("\n", terms) + "\n");

        for (String part : List.of("apfel", "ei", "öl", "豆", "an", "as\n", "\nx\n", "\nei\n", "mus", "s", "pfelm", "zzz")) {
            TreeSet<String> found = new TreeSet<>();
            list.holding(part, found::add);
            TreeSet<String> expected = new TreeSet<>(terms);
            expected.removeIf(term -> !("\n" + term + "\n").contains(part));
            assertEquals(expected, found, part);
        }
        assertTrue(list.places().isEmpty(), "nothing was looked for in an index");
    }
}
