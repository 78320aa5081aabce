package app.larder.sync.view;

import app.larder.sync.SyncDesk;

/** What a window can ask of an exchange that is going on. Calls may block. */
public interface Postman {

    /** What people look at and decide. */
    SyncDesk desk();

    /** Exchanges soon, whenever the next exchange was due. */
    void soon();

    /** Exchanges soon and compares everything with the server. */
    void compareSoon();

    /** Stops after the exchange that is under way, or goes on where it stopped. */
    void pause(boolean pause);

    /** Says whether as many rows may be deleted here as the server asks for; if not, they are sent to it again. */
    void answerDeletions(boolean delete);
}
