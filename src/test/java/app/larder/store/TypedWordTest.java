package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the index keeps of a word finds what a look at the word itself would. */
class TypedWordTest {

    @Test
    void aTypedWordOfAFewLettersIsAPartOfExactlyTheWordsThatHaveIt() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String term = letters(random, 1 + random.nextInt(14));
            String form = letters(random, 1 + random.nextInt(9));
            Set<String> parts = new HashSet<>();
            TypedWord.parts(term, parts::add);
            TypedWord word = new TypedWord(List.of(form), List.of());
            boolean found = TypedWord.isPart(form) && word.in(term) != null;
            assertEquals(found, parts.contains(form), form + " in " + term);
            assertEquals(found, word.findsAsPart(term), form + " in " + term);
        }
    }

    /** Few letters, so that much is found. */
    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("ab".charAt(random.nextInt(2)));
        }
        return text.toString();
    }
}
