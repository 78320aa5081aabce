package app.larder.words;

/** A failure that knows its sentence for people in every language; its message is the English one. */
public interface Said {

    /** What to say about it. */
    Sentence sentence();
}
