package app.larder.chat;

/** A tool has no answer to what a model asked; the sentence tells the model why. */
final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    Unanswerable(String why) {
        super(why);
        this.why = why;
    }

    String said() {
        return why;
    }
}
