package app.larder.store;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeSort;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What the search index keeps of a recipe: the set of its words, its ingredients' names, and keys to sort by. */
final class TextDocuments {

    /** Raised whenever what is written below changes; an index of another format is made anew. */
    static final int FORMAT = 2;

    /** Every distinct word of the recipe. */
    static final String WORD = "word";

    /** The first one, two and three letters of every word, so that a short prefix is one term. */
    static final String START = "start";

    /** Every ingredient's name in search form, as one term. */
    static final String INGREDIENT = "ingredient";

    static final String MINUTES = "minutes";
    static final String ID_HIGH = "idHigh";
    static final String ID_LOW = "idLow";

    private static final String ID = "id";
    private static final String CREATED_AT = "createdAt";
    private static final int LONGEST_START = 3;
    private static final int LONGEST_NAME = 8000;

    private static final FieldType SET = new FieldType();

    static {
        SET.setTokenized(true);
        SET.setOmitNorms(true);
        SET.setIndexOptions(IndexOptions.DOCS);
        SET.freeze();
    }

    private TextDocuments() {}

    /** The order recipes lie in: newest first, ties by id. A search in this order stops at its last wanted recipe. */
    static Sort newestFirst() {
        return by(new SortField(CREATED_AT, SortField.Type.LONG, true), false);
    }

    /** The order of a query; recipes without a value come last either way, ties are broken by id. */
    static Sort order(RecipeSort sort, boolean ascending) {
        return switch (sort) {
            case CREATED_AT -> by(new SortField(CREATED_AT, SortField.Type.LONG, !ascending), ascending);
            case PREP_TIME_MINUTES, INGREDIENTS -> {
                int last = ascending ? Integer.MAX_VALUE : Integer.MIN_VALUE;
                yield by(new SortField(sort.column(), SortField.Type.INT, !ascending, last), ascending);
            }
            case NAME, SOURCE, DESCRIPTION, INSTRUCTIONS -> {
                Object last = ascending ? SortField.STRING_LAST : SortField.STRING_FIRST;
                yield by(new SortField(sort.column(), SortField.Type.STRING, !ascending, last), ascending);
            }
            case ID -> new Sort(high(!ascending), low(!ascending));
        };
    }

    private static Sort by(SortField field, boolean ascending) {
        return new Sort(field, high(!ascending), low(!ascending));
    }

    private static SortField high(boolean reverse) {
        return new SortField(ID_HIGH, SortField.Type.LONG, reverse);
    }

    private static SortField low(boolean reverse) {
        return new SortField(ID_LOW, SortField.Type.LONG, reverse);
    }

    /** The term that finds a recipe by its id. */
    static Term id(UUID id) {
        return new Term(ID, bytes(id));
    }

    /** The id from the two numbers kept of it. */
    static UUID id(long high, long low) {
        return new UUID(high ^ Long.MIN_VALUE, low ^ Long.MIN_VALUE);
    }

    /** An ingredient's name, or a part of one, as it is compared in {@link #INGREDIENT}. */
    static String ingredient(String name) {
        String form = SearchKeys.form(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME))
                .replace(TermList.SEPARATOR, ' ');
        return form.length() <= LONGEST_NAME ? form : form.substring(0, LONGEST_NAME);
    }

    /** The document of a recipe. */
    static Document of(Recipe recipe) {
        Document document = new Document();
        UUID id = recipe.id();
        document.add(new StringField(ID, bytes(id), Field.Store.NO));
        // Signed order of these equals the unsigned order in which databases sort a UUID.
        document.add(new NumericDocValuesField(ID_HIGH, id.getMostSignificantBits() ^ Long.MIN_VALUE));
        document.add(new NumericDocValuesField(ID_LOW, id.getLeastSignificantBits() ^ Long.MIN_VALUE));
        document.add(new NumericDocValuesField(
                CREATED_AT, ChronoUnit.MICROS.between(Instant.EPOCH, recipe.createdAt())));
        key(document, RecipeSort.NAME, recipe.name());
        key(document, RecipeSort.SOURCE, recipe.source());
        key(document, RecipeSort.DESCRIPTION, recipe.description());
        key(document, RecipeSort.INSTRUCTIONS, recipe.instructions());
        document.add(new NumericDocValuesField(
                RecipeSort.INGREDIENTS.column(), recipe.ingredients().size()));
        if (recipe.prepTimeMinutes() != null) {
            document.add(
                    new NumericDocValuesField(RecipeSort.PREP_TIME_MINUTES.column(), recipe.prepTimeMinutes()));
        }
        Integer minutes = recipe.minutes();
        if (minutes != null) {
            document.add(new IntPoint(MINUTES, minutes));
        }
        words(document, Stream.concat(Stream.of(recipe.name()), TextHighlights.lines(recipe).stream()));
        Set<String> names = new HashSet<>();
        for (String form : SearchKeys.ingredientNames(recipe.ingredients()).keySet()) {
            String name = ingredient(form);
            if (!name.isEmpty() && names.add(name)) {
                document.add(new StringField(INGREDIENT, name, Field.Store.NO));
            }
        }
        return document;
    }

    /** Adds the words of some texts to a document. */
    static void words(Document document, Stream<String> texts) {
        Set<String> words = new HashSet<>();
        texts.forEach(text -> addWords(words, text));
        Set<String> starts = new HashSet<>();
        for (String word : words) {
            int end = 0;
            for (int i = 0; i < LONGEST_START && end < word.length(); i++) {
                end = word.offsetByCodePoints(end, 1);
                starts.add(word.substring(0, end));
            }
        }
        document.add(new Field(WORD, new Terms(words), SET));
        document.add(new Field(START, new Terms(starts), SET));
    }

    private static void addWords(Set<String> words, String text) {
        for (TextWords.Word word : TextWords.of(text)) {
            words.addAll(word.forms());
        }
    }

    private static void key(Document document, RecipeSort sort, @Nullable String text) {
        String key = SearchKeys.key(text);
        if (key != null) {
            document.add(new SortedDocValuesField(sort.column(), new BytesRef(key)));
        }
    }

    private static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** Hands the index a set of terms. */
    private static final class Terms extends TokenStream {

        private final Collection<String> terms;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private Iterator<String> rest;

        Terms(Collection<String> terms) {
            this.terms = terms;
            this.rest = terms.iterator();
        }

        @Override
        public void reset() {
            rest = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }
    }
}
