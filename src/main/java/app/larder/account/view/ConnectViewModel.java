package app.larder.account.view;

import app.larder.account.FamilyAccount;
import app.larder.account.FamilyAccount.Outcome;
import app.larder.account.SecretShelf;
import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck.Found;
import app.larder.account.ServerCheck.Report;
import app.larder.account.ServerCheck.Role;
import app.larder.account.ServerCheck.StepResult;
import app.larder.account.ServerCheck.Tables;
import app.larder.account.ServerSetUp.Invitation;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Connects a person to the family's database: tries the address, sets it up for its owner, signs in or up. */
public final class ConnectViewModel {

    /** How far it has come. */
    enum Page {
        CLOSED,
        ADDRESS,
        /** The address is the owner's, and another program made the tables. */
        ADOPTION,
        /** The address is the owner's: a login for this computer is made with it. */
        OWNER,
        ACCOUNT
    }

    private final FamilyAccount account;
    private final Background background;
    private final Texts texts;
    private final Consumer<String> connected;
    private final AdoptionViewModel adopting;
    private final Trial trial = new Trial();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final ObservableList<SecretShelf.Place> places = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.CLOSED);
    private final ReadOnlyObjectWrapper<@Nullable Path> certificate = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper server = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unverified = new ReadOnlyBooleanWrapper();
    private final Asking asking;
    private @Nullable ServerAddress address;
    private @Nullable Found found;

    /** Connects that person; {@code connected} is told once they are, and what to say about it. */
    public ConnectViewModel(
            FamilyAccount account, Background background, Texts texts, Consumer<String> connected) {
        this.account = account;
        this.background = background;
        this.asking = new Asking(background, texts);
        this.texts = texts;
        this.connected = connected;
        this.adopting = new AdoptionViewModel(account.servers(), background, texts, this::tryAgain);
    }

    /** What is asked if another program made the tables. */
    AdoptionViewModel adopting() {
        return adopting;
    }

    /** The steps of the trial, in order; empty before it begins. */
    ObservableList<Trial.Row> steps() {
        return trial.rows();
    }

    /** What the person should know before going on, in sentences. */
    ObservableList<String> warnings() {
        return warnings;
    }

    /** Where secrets can be kept, the best first. */
    ObservableList<SecretShelf.Place> places() {
        return places;
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Whether any of it is on screen. */
    public BooleanBinding openProperty() {
        return page.isNotEqualTo(Page.CLOSED);
    }

    /** The chosen root certificate; null for none. */
    ReadOnlyObjectProperty<@Nullable Path> certificateProperty() {
        return certificate.getReadOnlyProperty();
    }

    /** What is wrong and what to do, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return asking.problemProperty();
    }

    /** The code to sign up with, if one came with the address. */
    ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** Server and database, once they were tried. */
    ReadOnlyStringProperty serverProperty() {
        return server.getReadOnlyProperty();
    }

    /** Whether another computer could pose as the server. */
    ReadOnlyBooleanProperty unverifiedProperty() {
        return unverified.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return asking.busyProperty();
    }

    /** Asks for the address. */
    public void open() {
        forget();
        page.set(Page.ADDRESS);
    }

    void close() {
        forget();
        page.set(Page.CLOSED);
    }

    private void forget() {
        address = null;
        found = null;
        asking.say("");
        adopting.forget();
        code.set("");
        trial.clear();
        warnings.clear();
        unverified.set(false);
        certificate.set(null);
    }

    void certificate(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            certificate.set(chosen.getFirst());
        }
    }

    /** Tries an address, or what an invitation says. */
    void test(String pasted) {
        Pasted read = Pasted.of(pasted);
        code.set(read.code());
        test(new ServerAddress(read.address(), certificate.get()));
    }

    private void test(ServerAddress tried) {
        trial.begin();
        warnings.clear();
        asking.run(
                () -> account.servers().check().check(tried, result -> background.onScreen(() -> trial.heard(result))),
                report -> tried(tried, report));
    }

    private void tried(ServerAddress tried, Report report) {
        report.steps().forEach(trial::heard);
        found = report.found();
        if (found == null) {
            asking.say(report.steps().stream()
                    .map(StepResult::problem)
                    .filter(Objects::nonNull)
                    .map(wrong -> texts.say(Objects.requireNonNull(wrong).said()))
                    .findFirst()
                    .orElse(""));
            return;
        }
        address = tried;
        server.set(account.servers().shown(tried));
        unverified.set(!found.verified());
        warnings.setAll(found.warnings().stream().map(one -> texts.say(one.said())).toList());
        if (found.role() == Role.OWNER && found.tables() == Tables.OTHERS) {
            page.set(Page.ADOPTION);
            adopting.look(tried);
        } else if (found.role() == Role.OWNER) {
            page.set(Page.OWNER);
        } else {
            asking.run(account::places, this::askForAccount);
        }
    }

    private void askForAccount(List<SecretShelf.Place> known) {
        places.setAll(known);
        page.set(Page.ACCOUNT);
    }

    /** As the owner: makes or updates the tables and a login for this computer, and goes on with that. */
    void setUp(String computerName) {
        ServerAddress owner = Objects.requireNonNull(address);
        String name = computerName.strip();
        if (name.isEmpty()) {
            asking.say(texts.get("account.family.computer.empty"));
            return;
        }
        Tables tables = Objects.requireNonNull(found).tables();
        asking.run(
                () -> {
                    if (tables != Tables.CURRENT) {
                        account.servers().setUp().migrate(owner);
                    }
                    return account.servers().setUp().invite(owner, name);
                },
                invitation -> invited(owner, invitation));
    }

    private void invited(ServerAddress owner, Invitation invitation) {
        code.set(invitation.code());
        tryAgain(new ServerAddress(invitation.address(), owner.rootCertificate()));
    }

    private void tryAgain(ServerAddress next) {
        page.set(Page.ADDRESS);
        test(next);
    }

    /** Signs in with an account there is; the password is cleared. */
    void signIn(String username, char[] password, SecretShelf.Place place) {
        if (missing(username, password)) {
            return;
        }
        ServerAddress where = Objects.requireNonNull(address);
        boolean verified = Objects.requireNonNull(found).verified();
        asking.run(
                () -> {
                    try {
                        return account.connect(where, verified, username, password, place);
                    } finally {
                        Typed.clear(password);
                    }
                },
                outcome -> {
                    switch (outcome) {
                        case REFUSED -> asking.say(texts.get("account.family.refused"));
                        case WAITING -> asking.say(texts.get("account.family.waiting"));
                        case SIGNED_IN, SIGNED_IN_BACKEND, OFFLINE -> done(outcome);
                    }
                });
    }

    /** Makes an account with an invitation; the passwords are cleared. */
    void signUp(String username, char[] password, char[] repeated, String invitation, SecretShelf.Place place) {
        String wrong = NewPassword.problem(password, repeated, texts);
        Typed.clear(repeated);
        if (wrong != null) {
            Typed.clear(password);
            asking.say(wrong);
            return;
        }
        if (missing(username, password)) {
            return;
        }
        ServerAddress where = Objects.requireNonNull(address);
        boolean verified = Objects.requireNonNull(found).verified();
        asking.run(
                () -> {
                    try {
                        account.signUp(where, verified, invitation, username, password, place);
                        return Outcome.SIGNED_IN;
                    } finally {
                        Typed.clear(password);
                    }
                },
                this::done);
    }

    private boolean missing(String username, char[] password) {
        if (username.isBlank() || password.length == 0) {
            Typed.clear(password);
            asking.say(texts.get(username.isBlank() ? "account.name.empty" : "account.password.empty"));
            return true;
        }
        return false;
    }

    private void done(Outcome outcome) {
        close();
        connected.accept(said(outcome, texts));
    }

    /** What to say after a sign-in that the server took. */
    static String said(Outcome outcome, Texts texts) {
        return texts.get(
                outcome == Outcome.SIGNED_IN_BACKEND ? "account.family.connected.backend" : "account.family.connected");
    }
}
