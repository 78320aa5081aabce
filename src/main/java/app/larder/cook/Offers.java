package app.larder.cook;

import app.larder.kitchen.CupStandard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the rows at home offer; how the units of a food compare is worked out once. One thread at a time. */
final class Offers {

    private final CupStandard cups;
    private final Map<String, Weights> weights = new HashMap<>();
    private Stock stock;

    Offers(Stock stock, CupStandard cups) {
        this.stock = stock;
        this.cups = cups;
    }

    /** The rows are these now. */
    void change(Stock fresh) {
        stock = fresh;
    }

    /** The places of rows. */
    int slots() {
        return stock.slots();
    }

    /** The slots of the rows that answer an ask. */
    IntStream slots(Need.Ask ask) {
        return stock.holders(ask).stream().mapToInt(holder -> holder.row().slot());
    }

    /** What is offered, best first, to a food that is asked by these measures of one amount. */
    Offer[] of(Need.Ask ask, List<Size> sizes) {
        Weights ofFood = weights.computeIfAbsent(ask.food(), food -> new Weights(food, cups));
        List<Stock.Holder> holders = stock.holders(ask);
        Offer[] offers = new Offer[holders.size()];
        for (int i = 0; i < offers.length; i++) {
            offers[i] = new Offer(holders.get(i), sizes, ofFood);
        }
        return offers;
    }
}
