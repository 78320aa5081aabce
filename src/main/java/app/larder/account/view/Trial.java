package app.larder.account.view;

import app.larder.account.ServerCheck.Step;
import app.larder.account.ServerCheck.StepResult;
import java.util.Arrays;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The steps of trying an address, as they are shown while it goes on. */
final class Trial {

    /** How a step stands. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** A step as shown. */
    record Row(Step step, State state) {}

    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /** The steps in order; none before it begins. */
    ObservableList<Row> rows() {
        return rows;
    }

    void begin() {
        rows.setAll(Arrays.stream(Step.values())
                .map(step -> new Row(step, step.ordinal() == 0 ? State.RUNNING : State.WAITING))
                .toList());
    }

    void clear() {
        rows.clear();
    }

    /** A step ended; the next one runs if it went well. */
    void heard(StepResult result) {
        int at = result.step().ordinal();
        rows.set(at, new Row(result.step(), result.done() ? State.DONE : State.FAILED));
        if (result.done() && at + 1 < rows.size() && rows.get(at + 1).state() == State.WAITING) {
            rows.set(at + 1, new Row(rows.get(at + 1).step(), State.RUNNING));
        }
    }
}
