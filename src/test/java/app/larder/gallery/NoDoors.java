package app.larder.gallery;

import app.larder.account.Entered;
import app.larder.account.Person;
import app.larder.account.view.Doors;
import java.util.concurrent.Callable;

/** A window from which nobody goes. */
public final class NoDoors implements Doors {

    @Override
    public void leave() {}

    @Override
    public void leaveForNewPerson() {}

    @Override
    public void reopen(Callable<Entered> work, String done) {}

    @Override
    public void removed(Entered removed) {}

    @Override
    public void renamed(Person person) {}
}
