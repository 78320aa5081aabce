package app.larder.words;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Something could not be read or kept, said in a sentence for the person who may be able to cure it. */
public final class FileFailure extends UncheckedIOException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /** What was not possible, and why. */
    public FileFailure(Sentence sentence, IOException cause) {
        super(sentence.english(), cause);
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
