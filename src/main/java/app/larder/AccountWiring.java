package app.larder;

import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.Membership;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblemException;
import app.larder.account.view.AccountView;
import app.larder.account.view.AccountViewModel;
import app.larder.account.view.AddPersonView;
import app.larder.account.view.ConnectView;
import app.larder.account.view.Doors;
import app.larder.account.view.FamilyView;
import app.larder.account.view.FamilyViewModel;
import app.larder.account.view.PeopleView;
import app.larder.account.view.PeopleViewModel;
import app.larder.account.view.SignInView;
import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.OpenLarder;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.store.CipherChange;
import app.larder.store.LarderOpenException;
import app.larder.store.RemoteServers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts together who is let in, and where what they keep is opened: on this computer or in the family's database. */
final class AccountWiring {

    private final People people;
    private SecretShelf session = SecretShelf.session();

    /** The people in a folder, which is made when the first of them comes in. */
    AccountWiring(ProfileFolder folder) {
        this.people = new People(folder, new CipherChange(), AccountWiring::sleep);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    People people() {
        return people;
    }

    /** Forgets what was kept for this session only. */
    synchronized void forgetSession() {
        session = SecretShelf.session();
    }

    private synchronized FamilyAccount family(Entered entered) {
        return new FamilyAccount(
                entered, new RemoteServers(), new SecretShelves(entered, session), Clock.systemUTC());
    }

    /**
     * Opens what a person keeps, where they work.
     *
     * @throws RuntimeException with a sentence for people; the person's key is forgotten then
     */
    Wiring open(Entered entered) {
        return worksDirectly(entered) ? openDirectly(entered) : Wiring.open(entered, family(entered));
    }

    /** Whether a person works in the family's database itself. */
    boolean worksDirectly(Entered entered) {
        return family(entered)
                .membership()
                .filter(membership -> membership.work() == Membership.Work.DIRECT)
                .isPresent();
    }

    private Wiring openDirectly(Entered entered) {
        FamilyAccount.Direct direct = family(entered).direct().orElse(null);
        if (direct == null) {
            entered.close();
            throw new ServerProblemException(ServerProblem.of(ServerProblem.Kind.SIGNED_OUT));
        }
        return Wiring.open(entered, direct);
    }

    /** From now on this person works on this computer. */
    void workHere(Entered entered) {
        family(entered).work(Membership.Work.HERE);
    }

    /**
     * As {@link #open}, with failures as the command line reports them.
     *
     * @param directly whether the family's database is wanted wherever the person works
     */
    OpenLarder forCommands(Entered entered, boolean directly) {
        try {
            return directly ? openDirectly(entered) : open(entered);
        } catch (LarderOpenException e) {
            throw new CommandFailure(
                    e.kind() == LarderOpenException.Kind.BUSY ? Exit.BUSY : Exit.FAILED,
                    String.valueOf(e.getMessage()),
                    e);
        } catch (ServerProblemException e) {
            throw new CommandFailure(
                    e.problem().kind() == ServerProblem.Kind.SIGNED_OUT ? Exit.LOCKED : Exit.FAILED,
                    String.valueOf(e.getMessage()),
                    e);
        }
    }

    /** The screens that ask who is cooking; {@code letIn} goes on with whoever was let in. */
    Map<Class<?>, Supplier<?>> entrance(
            Background background, Texts texts, Consumer<Entered> letIn, PeopleViewModel.Page first) {
        PeopleViewModel model = new PeopleViewModel(people, background, texts, letIn, first);
        return Map.of(
                PeopleView.class, () -> new PeopleView(model, texts),
                SignInView.class, () -> new SignInView(model, texts),
                AddPersonView.class, () -> new AddPersonView(model));
    }

    /** The cards in the settings of whoever is there. */
    Map<Class<?>, Supplier<?>> account(Entered entered, WindowParts window, Doors doors) {
        AccountViewModel own = new AccountViewModel(
                people, entered, window.background(), window.notices(), window.texts(), doors);
        FamilyViewModel shared = new FamilyViewModel(
                family(entered), entered, window.background(), window.notices(), window.texts(), doors);
        return Map.of(
                AccountView.class, () -> new AccountView(own, window.texts()),
                FamilyView.class, () -> new FamilyView(shared, window.texts()),
                ConnectView.class, () -> new ConnectView(shared.connecting(), window.dialogs(), window.texts()));
    }
}
