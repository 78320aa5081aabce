package app.larder.exchange.input;

/** Something that can't be read in; the message is one plain English sentence for the person who asked. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    public Unreadable(String sentence) {
        super(sentence);
    }

    Unreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
