package app.larder.account.view;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Who is cooking: lets one of the people on this computer in, or adds one. */
public final class PeopleViewModel {

    /** What is asked at the moment. */
    public enum Page {
        WHO,
        PASSWORD,
        NEW_PERSON
    }

    /**
     * A person as the list shows them.
     *
     * @param locked whether their password is asked for
     */
    record Card(Person person, boolean locked) {}

    private final People people;
    private final Background background;
    private final Texts texts;
    private final Consumer<Entered> letIn;
    private final ObservableList<Card> cards = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Page> page;
    private final ReadOnlyObjectWrapper<@Nullable Card> chosen = new ReadOnlyObjectWrapper<>();
    private final Asking asking;

    /**
     * Asks.
     *
     * @param letIn goes on with whoever was let in
     * @param first what is asked first; a single protected person is asked for the password at once
     */
    public PeopleViewModel(
            People people, Background background, Texts texts, Consumer<Entered> letIn, Page first) {
        this.people = people;
        this.background = background;
        this.asking = new Asking(background, texts);
        this.texts = texts;
        this.letIn = letIn;
        this.page = new ReadOnlyObjectWrapper<>(first);
    }

    /** Everybody, whoever was here last first. */
    ObservableList<Card> cards() {
        return cards;
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Whose password is asked for; null before somebody is chosen. */
    ReadOnlyObjectProperty<@Nullable Card> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What is wrong, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return asking.problemProperty();
    }

    /** Whether a password is being tried or a person made. */
    ReadOnlyBooleanProperty busyProperty() {
        return asking.busyProperty();
    }

    /** Looks who there is. */
    void load() {
        asking.run(
                () -> {
                    Person last = people.last();
                    return people.all().stream()
                            .map(person -> new Card(person, people.isProtected(person)))
                            .sorted((a, b) -> Boolean.compare(b.person().equals(last), a.person().equals(last)))
                            .toList();
                },
                this::show);
    }

    private void show(List<Card> all) {
        cards.setAll(all);
        if (page.get() == Page.WHO && all.size() == 1 && all.getFirst().locked()) {
            choose(all.getFirst());
        }
    }

    /** Lets that person in, or asks for their password. */
    void choose(Card card) {
        asking.say("");
        chosen.set(card);
        if (card.locked()) {
            page.set(Page.PASSWORD);
        } else {
            asking.run(() -> people.enter(card.person()), this::enter);
        }
    }

    /** Tries a password, which is cleared. */
    void signIn(char[] password) {
        Card card = chosen.get();
        if (card == null || password.length == 0) {
            asking.say(texts.get("account.password.empty"));
            return;
        }
        asking.run(
                () -> {
                    try {
                        return people.unlock(card.person(), password);
                    } finally {
                        Typed.clear(password);
                    }
                },
                entered -> opened(card, entered));
    }

    private void opened(Card card, Optional<Entered> entered) {
        entered.ifPresentOrElse(
                this::enter,
                () -> asking.say(texts.get("account.password.wrong", card.person().name())));
    }

    private void enter(Entered entered) {
        // "Who was here last" may be lost without harm.
        background.run(
                () -> {
                    people.remember(entered.person());
                    return true;
                },
                _ -> {},
                _ -> {});
        letIn.accept(entered);
    }

    /** Asks for a new person's name. */
    void newPerson() {
        asking.say("");
        page.set(Page.NEW_PERSON);
    }

    /** Back to the list; false if it is on screen. */
    boolean back() {
        if (page.get() == Page.WHO) {
            return false;
        }
        asking.say("");
        chosen.set(null);
        page.set(Page.WHO);
        return true;
    }

    /** A password was wanted and none typed. */
    void passwordMissing() {
        asking.say(texts.get("account.password.short", People.SHORTEST_PASSWORD));
    }

    /** Adds a person and lets them in; both passwords are empty for a person who needs none, and are cleared. */
    void add(String name, char[] password, char[] repeated) {
        String wrong = password.length == 0 && repeated.length == 0
                ? null
                : NewPassword.problem(password, repeated, texts);
        Typed.clear(repeated);
        if (wrong != null) {
            Typed.clear(password);
            asking.say(wrong);
            return;
        }
        asking.run(
                () -> {
                    try {
                        Person person = people.add(name, password.length == 0 ? null : password);
                        return password.length == 0
                                ? people.enter(person)
                                : people.unlock(person, password).orElseThrow();
                    } finally {
                        Typed.clear(password);
                    }
                },
                this::enter);
    }
}
