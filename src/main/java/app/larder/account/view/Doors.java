package app.larder.account.view;

import app.larder.account.Entered;
import app.larder.account.Person;
import java.util.concurrent.Callable;

/** What the window does when people come and go. JavaFX thread only. */
public interface Doors {

    /** Keeps what was typed, closes the larder, forgets its key, and asks who is cooking. */
    void leave();

    /** As {@link #leave}, and asks for a new person's name at once. */
    void leaveForNewPerson();

    /**
     * Closes the larder, does {@code work} meanwhile, and opens the larder of whoever it lets in. If that fails, the
     * larder is opened as it was, or its password asked for.
     *
     * @param done said once it is open again
     */
    void reopen(Callable<Entered> work, String done);

    /**
     * Closes the larder, removes whoever was there from this computer, and lets in or asks who is there now. If that
     * fails, everything stays as it was.
     *
     * @param removed the person, let in once more; closed at the end
     */
    void removed(Entered removed);

    /** The person has another name now. */
    void renamed(Person person);
}
