package app.larder.account.view;

import app.larder.account.Computer;
import app.larder.account.Entered;
import app.larder.account.FamilyAccount;
import app.larder.account.Membership;
import app.larder.account.SecretShelf;
import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck.Report;
import app.larder.account.ServerCheck.StepResult;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A person's account at the family's database. */
public final class FamilyViewModel {

    /**
     * How things stand.
     *
     * @param membership null if the person is not connected
     * @param signedIn whether the server's token is here
     * @param addressKnown whether the address is here; not if it was kept for an earlier session only
     * @param places where secrets can be kept, the best first
     */
    record Standing(
            @Nullable Membership membership,
            boolean signedIn,
            boolean addressKnown,
            List<SecretShelf.Place> places) {}

    private final FamilyAccount account;
    private final Entered entered;
    private final Notices notices;
    private final Texts texts;
    private final Doors doors;
    private final ConnectViewModel connecting;
    private final ObservableList<Computer> computers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final Asking asking;
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();

    /** The account of that person. */
    public FamilyViewModel(
            FamilyAccount account, Entered entered, Background background, Notices notices, Texts texts, Doors doors) {
        this.account = account;
        this.entered = entered;
        this.asking = new Asking(background, texts);
        this.notices = notices;
        this.texts = texts;
        this.doors = doors;
        this.connecting = new ConnectViewModel(account, background, texts, this::connected);
    }

    /** The way to a database. */
    public ConnectViewModel connecting() {
        return connecting;
    }

    /** The computers that were let into the database; empty if that is not known. */
    ObservableList<Computer> computers() {
        return computers;
    }

    /** How things stand; null before that is known. */
    ReadOnlyObjectProperty<@Nullable Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What is wrong and what to do, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return asking.problemProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return asking.busyProperty();
    }

    /** Whether a new password for the database is being typed. */
    ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    /** Looks how things stand. */
    void load() {
        changing.set(false);
        asking.run(this::look, this::show);
    }

    private Standing look() {
        Optional<Membership> membership = account.membership();
        return membership.isEmpty()
                ? new Standing(null, false, false, List.of())
                : new Standing(
                        membership.get(), account.isSignedIn(), account.address().isPresent(), account.places());
    }

    private void show(Standing now) {
        standing.set(now);
        computers.clear();
        if (now.signedIn()) {
            loadComputers();
        }
    }

    private void loadComputers() {
        asking.run(account::computers, computers::setAll);
    }

    private void connected(String said) {
        notices.done(said);
        load();
    }

    /** Signs in once more; the password is cleared. */
    void signIn(char[] password) {
        if (password.length == 0) {
            asking.say(texts.get("account.password.empty"));
            return;
        }
        asking.run(
                () -> {
                    try {
                        return account.signIn(password);
                    } finally {
                        Typed.clear(password);
                    }
                },
                outcome -> {
                    load();
                    switch (outcome) {
                        case SIGNED_IN, SIGNED_IN_BACKEND -> connected(ConnectViewModel.said(outcome, texts));
                        case OFFLINE -> notices.done(texts.get("account.family.offline"));
                        case WAITING -> asking.say(texts.get("account.family.waiting"));
                        case REFUSED -> asking.say(texts.get("account.family.refused"));
                    }
                });
    }

    /** Tries the address again. */
    void test() {
        asking.run(
                () -> {
                    ServerAddress address = account.address().orElseThrow();
                    return account.servers().check().check(address, _ -> {});
                },
                this::tested);
    }

    private void tested(Report report) {
        Optional<String> wrong = report.steps().stream()
                .map(StepResult::problem)
                .filter(Objects::nonNull)
                .map(one -> texts.say(Objects.requireNonNull(one).said()))
                .findFirst();
        wrong.ifPresentOrElse(asking::say, () -> notices.done(texts.get("account.family.works")));
    }

    void askForNewPassword(boolean asked) {
        asking.say("");
        changing.set(asked);
    }

    /** Changes the password at the database; all three are cleared. */
    void changePassword(char[] old, char[] fresh, char[] repeated) {
        String wrong = NewPassword.problem(fresh, repeated, texts);
        Typed.clear(repeated);
        if (wrong != null) {
            Typed.clear(old);
            Typed.clear(fresh);
            asking.say(wrong);
            return;
        }
        asking.run(
                () -> {
                    try {
                        return account.changePassword(old, fresh);
                    } finally {
                        Typed.clear(old);
                        Typed.clear(fresh);
                    }
                },
                right -> {
                    if (right) {
                        changing.set(false);
                        notices.done(texts.get("account.password.changed"));
                    } else {
                        asking.say(texts.get("account.family.refused"));
                    }
                });
    }

    void revoke(Computer computer) {
        asking.run(
                () -> {
                    account.revoke(computer);
                    return account.computers();
                },
                left -> {
                    computers.setAll(left);
                    notices.done(texts.get("account.family.revoked", computer.name()));
                });
    }

    /** Works elsewhere from now on: the larder is opened anew. */
    void work(Membership.Work work) {
        Standing now = standing.get();
        if (now == null || now.membership() == null || now.membership().work() == work) {
            return;
        }
        reopen(there -> there.work(work), texts.get("account.family.work.done." + work.name()));
    }

    void keepSecrets(SecretShelf.Place place) {
        Standing now = standing.get();
        if (now != null && now.membership() != null && now.membership().secrets() != place) {
            asking.run(
                    () -> {
                        account.keepSecrets(place);
                        return look();
                    },
                    standing::set);
        }
    }

    void signOut() {
        ending(FamilyAccount::signOut, "account.family.signedout");
    }

    void disconnect() {
        ending(FamilyAccount::disconnect, "account.family.disconnected");
    }

    /** Ends the sign-in or the connection; whoever worked in the database works on this computer again. */
    private void ending(Consumer<FamilyAccount> end, String said) {
        Standing now = standing.get();
        boolean direct =
                now != null && now.membership() != null && now.membership().work() == Membership.Work.DIRECT;
        if (direct) {
            reopen(
                    there -> {
                        there.work(Membership.Work.HERE);
                        end.accept(there);
                    },
                    texts.get(said));
            return;
        }
        asking.run(
                () -> {
                    end.accept(account);
                    return look();
                },
                left -> {
                    show(left);
                    notices.done(texts.get(said));
                });
    }

    /** Changes the account while the larder is closed, when the key of whoever was let in before is forgotten already. */
    private void reopen(Consumer<FamilyAccount> change, String done) {
        Entered again = entered.again();
        doors.reopen(() -> account.with(again, change), done);
    }
}
