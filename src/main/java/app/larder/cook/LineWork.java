package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One way to answer one line, while the rows are dealt out. */
final class LineWork {

    private final Need need;
    private final List<AskWork> asks = new ArrayList<>(1);

    /** The line answered by one of its alternatives. */
    LineWork(Need need, List<Need.Ask> option, Offers offers) {
        this.need = need;
        // An amount before several foods ("1 tsp salt and pepper") belongs to none of them alone.
        boolean alone = option.size() == 1;
        for (Need.Ask ask : option) {
            AskWork work = new AskWork(ask, offers.of(ask, alone ? need.sizes() : List.of()));
            work.begin(alone ? need.needed() : Double.NaN);
            asks.add(work);
        }
    }

    /** A line that asks one food, perhaps another amount of it than the need says. */
    LineWork(Need need, AskWork ask) {
        this.need = need;
        asks.add(ask);
    }

    /** A line that is not counted. */
    LineWork(Need need) {
        this.need = need;
    }

    Need need() {
        return need;
    }

    void take(FoodMatch level, double[] left) {
        for (AskWork ask : asks) {
            ask.take(level, left);
        }
    }

    /** Puts back what was taken. */
    void release(double[] left) {
        asks.forEach(ask -> ask.release(left));
    }

    /** Makes everything as it was, if nothing else has been taken since. */
    void restore(double[] left) {
        asks.reversed().forEach(ask -> ask.restore(left));
    }

    /** Makes the rows it took from whole. */
    void refill(double[] left) {
        asks.forEach(ask -> ask.refill(left));
    }

    /** Goes through the slots of the rows it uses. */
    void rows(IntConsumer sink) {
        asks.forEach(ask -> ask.rows(sink));
    }

    List<Part> parts() {
        if (asks.size() == 1) {
            return asks.getFirst().parts();
        }
        return asks.stream().flatMap(ask -> ask.parts().stream()).toList();
    }

    Reason reason() {
        Reason uncounted = need.uncounted();
        if (uncounted != null) {
            return uncounted;
        }
        Reason worst = Reason.ENOUGH;
        boolean some = false;
        for (AskWork ask : asks) {
            Reason reason = ask.reason();
            worst = reason.compareTo(worst) > 0 ? reason : worst;
            some |= reason != Reason.NOT_AT_HOME;
        }
        return worst == Reason.NOT_AT_HOME && some ? Reason.NOT_ALL : worst;
    }
}
