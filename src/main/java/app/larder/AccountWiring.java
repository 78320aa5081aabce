package app.larder;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.view.AccountView;
import app.larder.account.view.AccountViewModel;
import app.larder.account.view.AddPersonView;
import app.larder.account.view.Doors;
import app.larder.account.view.PeopleView;
import app.larder.account.view.PeopleViewModel;
import app.larder.account.view.SignInView;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.store.CipherChange;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts together what is there before anybody's larder is open: the people on this computer and the way in. */
final class AccountWiring {

    private AccountWiring() {}

    /** The people in a folder, which is made when the first of them comes in. */
    static People people(ProfileFolder folder) {
        return new People(folder, new CipherChange(), AccountWiring::sleep);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The screens that ask who is cooking; {@code letIn} goes on with whoever was let in. */
    static Map<Class<?>, Supplier<?>> entrance(
            People people, Background background, Texts texts, Consumer<Entered> letIn, PeopleViewModel.Page first) {
        PeopleViewModel model = new PeopleViewModel(people, background, texts, letIn, first);
        return Map.of(
                PeopleView.class, () -> new PeopleView(model, texts),
                SignInView.class, () -> new SignInView(model, texts),
                AddPersonView.class, () -> new AddPersonView(model));
    }

    /** The account card in the settings of whoever is there. */
    static Map<Class<?>, Supplier<?>> account(
            People people, Entered entered, Background background, Notices notices, Texts texts, Doors doors) {
        return Map.of(
                AccountView.class,
                () -> new AccountView(
                        new AccountViewModel(people, entered, background, notices, texts, doors), texts));
    }
}
