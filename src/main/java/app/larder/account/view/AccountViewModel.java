package app.larder.account.view;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The account of whoever is there: their name, their password, and the way out. */
public final class AccountViewModel {

    /** What is being done with the password. */
    enum Form {
        NONE,
        PROTECT,
        CHANGE,
        REMOVE,
        /** The person goes, with all they keep here. */
        LEAVE
    }

    private final People people;
    private final Entered entered;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final Doors doors;
    private final ReadOnlyObjectWrapper<Person> person;
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(Form.NONE);
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final Asking asking;

    /** The account of that person. */
    public AccountViewModel(
            People people, Entered entered, Background background, Notices notices, Texts texts, Doors doors) {
        this.people = people;
        this.entered = entered;
        this.background = background;
        this.asking = new Asking(background, texts);
        this.notices = notices;
        this.texts = texts;
        this.doors = doors;
        this.person = new ReadOnlyObjectWrapper<>(entered.person());
    }

    ReadOnlyObjectProperty<Person> personProperty() {
        return person.getReadOnlyProperty();
    }

    /** Whether their files are protected by a password. */
    boolean isLocked() {
        return entered.key() != null;
    }

    ReadOnlyObjectProperty<Form> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** What is wrong with the name, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    /** What is wrong with the password, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return asking.problemProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return asking.busyProperty();
    }

    void rename(String typed) {
        nameProblem.set("");
        if (typed.strip().equals(person.get().name())) {
            return;
        }
        Person before = person.get();
        background.run(
                () -> people.rename(before, typed),
                renamed -> {
                    person.set(renamed);
                    doors.renamed(renamed);
                },
                failure -> nameProblem.set(texts.why(failure, "failure.unexpected")));
    }

    void ask(Form asked) {
        asking.say("");
        form.set(asked);
    }

    /** Does what the form is about. The passwords are cleared, those that are not asked for are empty. */
    void apply(char[] old, char[] fresh, char[] repeated) {
        Form asked = form.get();
        boolean newOne = asked == Form.PROTECT || asked == Form.CHANGE;
        String wrong = newOne ? NewPassword.problem(fresh, repeated, texts) : null;
        Typed.clear(repeated);
        if (wrong == null && asked != Form.PROTECT && isLocked() && old.length == 0) {
            wrong = texts.get("account.password.empty");
        }
        if (wrong != null) {
            Typed.clear(old);
            Typed.clear(fresh);
            asking.say(wrong);
            return;
        }
        Person whose = person.get();
        switch (asked) {
            case PROTECT -> doors.reopen(() -> clearing(() -> people.protect(whose, fresh), fresh), texts.get("account.protected"));
            case CHANGE -> asking.run(
                    () -> clearing(() -> clearing(() -> people.changePassword(whose, old, fresh), fresh), old), this::changed);
            case REMOVE -> remove(whose, old);
            case LEAVE -> leaveForGood(whose, old);
            case NONE -> throw new IllegalStateException("Nothing was asked.");
        }
    }

    private void changed(boolean right) {
        if (right) {
            form.set(Form.NONE);
            notices.done(texts.get("account.password.changed"));
        } else {
            asking.say(texts.get("account.password.wrong", person.get().name()));
        }
    }

    private void remove(Person whose, char[] password) {
        trying(whose, password, () -> doors.reopen(
                () -> clearing(() -> unprotected(whose, password), password), texts.get("account.unprotected")));
    }

    private void leaveForGood(Person whose, char[] password) {
        if (isLocked()) {
            trying(whose, password, () -> {
                Typed.clear(password);
                doors.removed(entered.again());
            });
        } else {
            doors.removed(entered.again());
        }
    }

    /** The password is tried first: the larder is not closed for a wrong one. */
    private void trying(Person whose, char[] password, Runnable right) {
        asking.run(
                () -> {
                    Optional<Entered> tried = people.unlock(whose, password);
                    tried.ifPresent(Entered::close);
                    return tried.isPresent();
                },
                fits -> {
                    if (fits) {
                        right.run();
                    } else {
                        Typed.clear(password);
                        asking.say(texts.get("account.password.wrong", whose.name()));
                    }
                });
    }

    private Entered unprotected(Person whose, char[] password) {
        if (!people.unprotect(whose, password)) {
            throw new IllegalStateException(texts.get("account.password.wrong", whose.name()));
        }
        return people.enter(whose);
    }

    private static <T> T clearing(Callable<T> work, char[] password) throws Exception {
        try {
            return work.call();
        } finally {
            Typed.clear(password);
        }
    }

    void addPerson() {
        doors.leaveForNewPerson();
    }

    void leave() {
        doors.leave();
    }
}
