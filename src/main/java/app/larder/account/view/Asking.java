package app.larder.account.view;

import app.larder.fx.Background;
import app.larder.fx.Texts;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Work that a screen waits for: whether some is under way, and what is wrong with the last. JavaFX thread only. */
final class Asking {

    private final Background background;
    private final Texts texts;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    Asking(Background background, Texts texts) {
        this.background = background;
        this.texts = texts;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is wrong and what to do, in a sentence; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Says what is wrong; empty for nothing. */
    void say(String sentence) {
        problem.set(sentence);
    }

    /** Does work elsewhere and goes on with its result, or says what is wrong. */
    <T> void run(Callable<T> work, Consumer<T> then) {
        busy.set(true);
        problem.set("");
        background.run(
                work,
                result -> {
                    busy.set(false);
                    then.accept(Objects.requireNonNull(result));
                },
                failure -> {
                    busy.set(false);
                    problem.set(texts.why(failure, "failure.unexpected"));
                });
    }
}
