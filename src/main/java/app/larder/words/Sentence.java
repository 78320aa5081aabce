package app.larder.words;

import java.util.List;

/**
 * One plain sentence for people, in no language yet.
 *
 * @param key of its text among the window's texts
 * @param facts what its places are filled with, texts and numbers in their order
 */
public record Sentence(String key, List<Object> facts) {

    public Sentence {
        facts = List.copyOf(facts);
    }

    /** The sentence of that key. A path is given as its text, which no language changes. */
    public static Sentence of(String key, Object... facts) {
        return new Sentence(key, List.of(facts));
    }

    /** As the command line and the log say it. */
    public String english() {
        return English.of(key, facts);
    }
}
