package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.List;

/** One way to answer one line, while the rows are dealt out. */
final class LineWork {

    private final Need need;
    private final List<AskWork> asks = new ArrayList<>(1);

    /** The line answered by one of its alternatives. */
    LineWork(Need need, List<Need.Ask> option, Offers offers) {
        this.need = need;
        // An amount before several foods ("1 tsp salt and pepper") belongs to none of them alone.
        List<Size> sizes = option.size() == 1 ? need.sizes() : List.of();
        double needed = sizes.isEmpty() ? Double.NaN : sizes.getFirst().value();
        for (Need.Ask ask : option) {
            asks.add(new AskWork(ask, needed, offers.of(ask, sizes)));
        }
    }

    /** A line that asks one food, answered by these rows. */
    LineWork(Need need, Offer[] offers) {
        this.need = need;
        double needed = need.sizes().isEmpty() ? Double.NaN : need.sizes().getFirst().value();
        asks.add(new AskWork(need.options().getFirst().getFirst(), needed, offers));
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
