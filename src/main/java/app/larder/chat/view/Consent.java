package app.larder.chat.view;

import app.larder.chat.Answerer;
import app.larder.chat.ChatRoom;
import app.larder.fx.Background;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Looks, before anything is sent, who would answer now, and lets it wait until the person has agreed that text goes
 * there. Used on the JavaFX thread only.
 */
final class Consent {

    private final ChatRoom room;
    private final ChosenModel chosen;
    private final Background background;
    private final LiveAnswer live;
    private final Supplier<UUID> here;
    private final Consumer<Exception> failed;

    private final ReadOnlyObjectWrapper<@Nullable Answerer> answerer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Answerer> asked = new ReadOnlyObjectWrapper<>();
    private Runnable onceAgreed = () -> {};

    /**
     * Consent to what that room sends.
     *
     * @param live told whether something is about to be sent
     * @param here the conversation on screen; what was to be sent from another one is not sent
     */
    Consent(
            ChatRoom room,
            ChosenModel chosen,
            Background background,
            LiveAnswer live,
            Supplier<UUID> here,
            Consumer<Exception> failed) {
        this.room = room;
        this.chosen = chosen;
        this.background = background;
        this.live = live;
        this.here = here;
        this.failed = failed;
    }

    /** Looks again who would answer: another model may have been chosen. */
    void look() {
        background.run(room::answerer, answerer::set, failed);
    }

    /** That is who would answer. */
    void found(Answerer now) {
        answerer.set(now);
    }

    /** Does something that sends text, once the person has agreed that it goes there; nothing while an answer is awaited. */
    void ask(Runnable sending) {
        if (live.busyProperty().get()) {
            return;
        }
        live.awaited();
        UUID place = here.get();
        background.run(room::answerer, now -> {
            answerer.set(now);
            if (!here.get().equals(place)) {
                return;
            }
            if (now.agreed()) {
                sending.run();
            } else {
                live.notSent();
                onceAgreed = sending;
                asked.set(now);
            }
        }, why -> {
            live.notSent();
            failed.accept(why);
        });
    }

    /** The person agrees that text goes there: what waited is sent. */
    void agree() {
        Answerer who = asked.get();
        if (who != null) {
            chosen.agreeTo(who.host());
            asked.set(null);
            ask(onceAgreed);
        }
    }

    /** The person does not want it to go there now; nothing was sent. Returns false if nothing waited. */
    boolean notAgreed() {
        boolean waited = asked.get() != null;
        asked.set(null);
        return waited;
    }

    /** The built-in helper is to answer from now on, also what waited. Returns false if nothing waited. */
    boolean useHelper() {
        chosen.useHelper();
        boolean waited = notAgreed();
        if (waited) {
            ask(onceAgreed);
        }
        return waited;
    }

    /** Who would answer; null before that is known. */
    ReadOnlyObjectProperty<@Nullable Answerer> answererProperty() {
        return answerer.getReadOnlyProperty();
    }

    /** Who wants to be agreed to before anything is sent; null if nothing waits for that. */
    ReadOnlyObjectProperty<@Nullable Answerer> askedProperty() {
        return asked.getReadOnlyProperty();
    }
}
