package app.larder.account.view;

import app.larder.account.ServerCheck.Step;
import app.larder.account.ServerCheck.StepResult;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The steps of trying an address, as they are shown while it goes on. */
final class Trial {

    /** How a step stands. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        /** There was nothing to do. */
        NEEDLESS,
        FAILED
    }

    /** A step as shown. */
    record Row(Step step, State state) {}

    private static final List<Step> STEPS = List.of(Step.values());

    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /** The steps in order; none before it begins. */
    ObservableList<Row> rows() {
        return rows;
    }

    void begin() {
        rows.setAll(STEPS.stream()
                .map(step -> new Row(step, step == STEPS.getFirst() ? State.RUNNING : State.WAITING))
                .toList());
    }

    void clear() {
        rows.clear();
    }

    /** A step ended; the next one runs if it went well. */
    void heard(StepResult result) {
        int at = STEPS.indexOf(result.step());
        State done = result.needless() ? State.NEEDLESS : State.DONE;
        rows.set(at, new Row(result.step(), result.done() ? done : State.FAILED));
        if (result.done() && at + 1 < rows.size() && rows.get(at + 1).state() == State.WAITING) {
            rows.set(at + 1, new Row(rows.get(at + 1).step(), State.RUNNING));
        }
    }
}
