package app.larder.cook;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.List;

/** One way to answer one line, while the rows are dealt out. */
final class LineWork {

    private final Need need;
    private final List<AskWork> asks = new ArrayList<>(1);

    /** The line answered by one of its alternatives. */
    LineWork(Need need, List<Need.Ask> option, Stock stock) {
        this.need = need;
        // An amount before several foods ("1 tsp salt and pepper") belongs to none of them alone.
        List<Size> sizes = option.size() == 1 ? need.sizes() : List.of();
        option.forEach(ask -> asks.add(new AskWork(ask, sizes, stock.holders(ask))));
    }

    /** A line that is not counted. */
    LineWork(Need need) {
        this.need = need;
    }

    Need need() {
        return need;
    }

    void take(FoodMatch level, double[] left, CupStandard cups) {
        asks.forEach(ask -> ask.take(level, left, cups));
    }

    void release(double[] left) {
        asks.forEach(ask -> ask.release(left));
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
