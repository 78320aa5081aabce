package app.larder.chat.view;

import app.larder.chat.AnswerSoFar;
import app.larder.chat.Answering;
import app.larder.chat.Ended;
import app.larder.chat.TurnProblem;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The answer that is awaited or written in the conversation on screen, if there is one. Used on the JavaFX thread only. */
final class LiveAnswer {

    private final ReadOnlyObjectWrapper<@Nullable AnswerSoFar> soFar = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TurnProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Answering answering;

    /** Something is about to be sent. */
    void awaited() {
        busy.set(true);
    }

    /** Nothing was sent after all. */
    void notSent() {
        busy.set(false);
    }

    /** It is tried once more: what went wrong before is over. */
    void again() {
        problem.set(null);
    }

    /** That answer is being written from now on. */
    void begins(Answering running) {
        answering = running;
        soFar.set(running.soFar());
    }

    /** That answer was being written already; one begins to look at it, unless one does. */
    void found(Answering running) {
        if (answering == null) {
            answering = running;
            busy.set(true);
        }
    }

    /** It stands among the messages now, or there is none. */
    void stored() {
        if (answering == null) {
            soFar.set(null);
        }
    }

    /** It is not looked at any more; it may go on being written. */
    void dropped() {
        answering = null;
        busy.set(false);
        problem.set(null);
    }

    /** Another conversation takes the place of its own. */
    void left() {
        dropped();
        soFar.set(null);
    }

    /** The answer being written; empty if there is none. */
    Optional<Answering> running() {
        return Optional.ofNullable(answering);
    }

    /** Ends it; what came of it stays. Returns false if there is none. */
    boolean stop() {
        running().ifPresent(Answering::stop);
        return answering != null;
    }

    /** Looks at it. Returns whether it has just ended. */
    boolean pulse() {
        Answering running = answering;
        if (running == null) {
            return false;
        }
        Optional<Ended> end = running.ended();
        soFar.set(running.soFar());
        if (end.isPresent()) {
            answering = null;
            busy.set(false);
            problem.set(end.get().problem());
        }
        return end.isPresent();
    }

    /** As it is, and until it stands among the messages; null if there is none. */
    ReadOnlyObjectProperty<@Nullable AnswerSoFar> soFarProperty() {
        return soFar.getReadOnlyProperty();
    }

    /** What kept the last answer from its end; null if nothing did. */
    ReadOnlyObjectProperty<@Nullable TurnProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether an answer is awaited or written. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
