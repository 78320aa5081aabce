package app.larder.chat;

import app.larder.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Trying a model: the steps in their order, each with its outcome. */
public final class ModelTest {

    private ModelTest() {}

    /** The steps, each of which needs the one before. */
    public enum Step {
        /** What was typed is an address. */
        ADDRESS,
        /** Something answers there, and it is a model's server. */
        REACH,
        /** It lets us in. */
        KEY,
        /** It has the model. */
        MODEL,
        /** The model answers. */
        ANSWER
    }

    /**
     * How a step ended; after one that failed no other is tried.
     *
     * @param problem what is wrong and what helps; null if it went well
     */
    public record Result(Step step, @Nullable Sentence problem) {

        public boolean done() {
            return problem == null;
        }
    }
}
