package app.larder.recipes;

import app.larder.words.Said;
import app.larder.words.Sentence;
import java.util.Locale;

/** Some bytes can't be kept as a photo; the reason says why not. */
public final class UnusablePhotoException extends RuntimeException implements Said {

    private static final long serialVersionUID = 1L;

    /** What is wrong with them. */
    public enum Reason {
        /** They are none of JPEG, PNG, GIF and WebP, whatever the file is called. */
        NO_PICTURE,
        /** They begin like a picture and don't go on like one. */
        DAMAGED,
        /** They are more than 20 MB. */
        TOO_LARGE,
        /** The picture has more than 50 million pixels. */
        TOO_MANY_PIXELS,
        /** The recipe is not there any more. */
        NO_RECIPE
    }

    private final Reason reason;

    /** For that reason. */
    public UnusablePhotoException(Reason reason) {
        super(sentence(reason).english());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public Sentence sentence() {
        return sentence(reason);
    }

    private static Sentence sentence(Reason reason) {
        return Sentence.of("photo." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
