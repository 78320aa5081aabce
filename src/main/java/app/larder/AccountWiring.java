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
import app.larder.account.view.AdoptionView;
import app.larder.account.view.ConnectView;
import app.larder.account.view.ConnectViewModel;
import app.larder.account.view.Doors;
import app.larder.account.view.FamilyView;
import app.larder.account.view.FamilyViewModel;
import app.larder.account.view.PeopleView;
import app.larder.account.view.PeopleViewModel;
import app.larder.account.view.SignInView;
import app.larder.backup.Rescued;
import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.OpenLarder;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.shell.WelcomeView;
import app.larder.store.CipherChange;
import app.larder.store.Database;
import app.larder.store.LarderOpenException;
import app.larder.store.Rescue;
import app.larder.store.RemoteServers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * Removes a person from this computer, whose larder is closed: the family's database is forgotten, what they keep is
     * put aside.
     *
     * @return where
     */
    Path remove(Entered entered) {
        new CipherChange().checkClosed(entered.folder());
        family(entered).disconnect();
        Path aside = people.remove(entered.person(), Instant.now());
        forgetSession();
        return aside;
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
            Wiring opened = directly ? openDirectly(entered) : open(entered);
            opened.tidy();
            return opened;
        } catch (LarderOpenException e) {
            throw failure(e);
        } catch (ServerProblemException e) {
            throw new CommandFailure(
                    e.problem().kind() == ServerProblem.Kind.SIGNED_OUT ? Exit.LOCKED : Exit.FAILED,
                    String.valueOf(e.getMessage()),
                    e);
        }
    }

    private static CommandFailure failure(LarderOpenException e) {
        return new CommandFailure(
                e.kind() == LarderOpenException.Kind.BUSY ? Exit.BUSY : Exit.FAILED, String.valueOf(e.getMessage()), e);
    }

    /**
     * Saves what can be read of a person's damaged file; one that opens is left alone.
     *
     * @throws CommandFailure if there is nothing to rescue, or nothing can be
     */
    Rescued rescue(Entered entered) {
        try {
            Database.local(entered.folder(), entered.key()).close();
        } catch (LarderOpenException e) {
            if (e.kind() != LarderOpenException.Kind.DAMAGED) {
                throw failure(e);
            }
            return Rescue.run(entered.folder(), entered.key());
        }
        throw new CommandFailure(Exit.FAILED, "The larder's file opens: there is nothing to rescue.");
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

    /**
     * The first screen, for whoever is there for the first time.
     *
     * @param start told whether sample recipes are wanted, if they start on this computer
     * @param connected told what to say once they are connected to the family's database
     */
    Map<Class<?>, Supplier<?>> welcome(
            Entered entered, WindowParts window, Consumer<Boolean> start, Consumer<String> connected) {
        ConnectViewModel connecting =
                new ConnectViewModel(family(entered), window.background(), window.texts(), connected);
        return Map.of(
                WelcomeView.class, () -> new WelcomeView(start, connecting),
                ConnectView.class, () -> new ConnectView(connecting, window.dialogs(), window.texts()),
                AdoptionView.class, () -> new AdoptionView(connecting, window.texts()));
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
                ConnectView.class, () -> new ConnectView(shared.connecting(), window.dialogs(), window.texts()),
                AdoptionView.class, () -> new AdoptionView(shared.connecting(), window.texts()));
    }
}
