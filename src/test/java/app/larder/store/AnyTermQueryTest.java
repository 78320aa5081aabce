package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
                TextTerms terms = new TextTerms();
                for (int round = 0; round < 60; round++) {
                    TypedWord left = some(random);
                    TypedWord right = some(random);
                    List<Integer> expected = found(searcher, both(inSet(left), inSet(right)));
                    Query ours = both(query(left, terms), query(right, terms));

                    assertEquals(expected, found(searcher, ours), left + " and " + right);
                    assertEquals(expected.size(), searcher.count(ours));
                    assertEquals(found(searcher, inSet(left)), found(searcher, query(left, terms)));
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

    private static TypedWord some(Random random) {
        List<String> forms = new ArrayList<>(List.of("none"));
        for (int i = random.nextInt(3); i >= 0; i--) {
            forms.add("word" + random.nextInt(WORDS));
        }
        return new TypedWord(forms, List.of(List.of("word" + random.nextInt(WORDS))));
    }

    private static Query query(TypedWord word, TextTerms terms) {
        return new AnyTermQuery(TextDocuments.WORD, new WantedTerms.Word(word, false), terms);
    }

    private static Query inSet(TypedWord word) {
        return new TermInSetQuery(
                TextDocuments.WORD,
                IntStream.range(0, WORDS)
                        .mapToObj(number -> "word" + number)
                        .filter(term -> word.in(term) != null)
                        .map(BytesRef::new)
                        .toList());
    }

    private static Query both(Query left, Query right) {
        return new BooleanQuery.Builder().add(left, Occur.FILTER).add(right, Occur.FILTER).build();
    }

    private static List<Integer> found(IndexSearcher searcher, Query query) throws IOException {
        return Arrays.stream(searcher.search(query, DOCUMENTS).scoreDocs).map(hit -> hit.doc).sorted().toList();
    }

    @Test
    void aListOfTermsFindsEveryPartWhateverTheLetters() throws IOException {
        List<String> terms = List.of("apfel", "apfelmus", "ei", "eis", "öl", "olivenöl", "豆腐", "x", "ananas");
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (String term : terms) {
                    Document document = new Document();
                    document.add(new StringField(TextDocuments.WORD, term, Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                TermList list = TermList.of(reader.leaves().getFirst().reader(), TextDocuments.WORD);
                assertEquals(terms.size(), list.size());
                for (String part :
                        List.of("apfel", "ei", "öl", "豆", "an", "as\n", "\nx\n", "\nei\n", "mus", "s", "pfelm", "zzz")) {
                    TreeSet<String> found = new TreeSet<>();
                    list.holding(part, term -> found.add(list.term(term)));
                    TreeSet<String> expected = new TreeSet<>(terms);
                    expected.removeIf(term -> !("\n" + term + "\n").contains(part));
                    assertEquals(expected, found, part);
                }
            }
        }
    }
}
