package app.larder.chat;

import java.util.function.Consumer;

/** Hears of an answer while it is written, on threads of the backend's: never the JavaFX thread, one call at a time. */
public interface AnswerListener {

    /** Something is new in {@link Answering#soFar}. Called for every token: do no more here than to remember it. */
    void changed();

    /** The answer has come to its end, whichever; the last call, and exactly one. */
    void ended(Ended end);

    /** Hears of the end only. */
    static AnswerListener atEnd(Consumer<Ended> told) {
        return new AnswerListener() {
            @Override
            public void changed() {
                // Whoever wants to see it grow looks by themselves.
            }

            @Override
            public void ended(Ended end) {
                told.accept(end);
            }
        };
    }

    /** Somebody who does not want to know. */
    static AnswerListener nobody() {
        return atEnd(_ -> {});
    }
}
