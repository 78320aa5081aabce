package app.larder.cook;

import app.larder.kitchen.CupStandard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rows at home offer, worked out once for each food and unit that is asked. One thread at a time. */
final class Offers {

    private static final String ANY = "";

    private final CupStandard cups;
    private final Map<Integer, Map<String, Offer[]>> known = new HashMap<>();
    private final Map<Integer, Set<Integer>> sorts = new HashMap<>();
    private final Map<String, Weights> weights = new HashMap<>();
    private Stock stock;

    Offers(Stock stock, CupStandard cups) {
        this.stock = stock;
        this.cups = cups;
    }

    /** The rows are these now; {@code touched} are the foods for which something changed. */
    void change(Stock fresh, Set<Integer> touched) {
        stock = fresh;
        for (int key : touched) {
            known.remove(key);
            sorts.getOrDefault(key, Set.of()).forEach(known::remove);
        }
    }

    /** The places of rows. */
    int slots() {
        return stock.slots();
    }

    /** What is offered, best first. An amount by two measures is worked out for itself. */
    Offer[] of(Need.Ask ask, List<Size> sizes) {
        if (sizes.size() > 1) {
            return fresh(ask, sizes);
        }
        Map<String, Offer[]> units = known.get(ask.key());
        if (units == null) {
            units = new HashMap<>();
            known.put(ask.key(), units);
            if (ask.general() >= 0) {
                sorts.computeIfAbsent(ask.general(), _ -> new HashSet<>()).add(ask.key());
            }
        }
        String unit = sizes.isEmpty() ? ANY : sizes.getFirst().unitKey();
        Offer[] offers = units.get(unit);
        if (offers == null) {
            offers = fresh(ask, sizes);
            units.put(unit, offers);
        }
        return offers;
    }

    private Offer[] fresh(Need.Ask ask, List<Size> sizes) {
        Weights ofFood = weights.computeIfAbsent(ask.food(), food -> new Weights(food, cups));
        List<Stock.Holder> holders = stock.holders(ask);
        Offer[] offers = new Offer[holders.size()];
        for (int i = 0; i < offers.length; i++) {
            offers[i] = new Offer(holders.get(i), sizes, ofFood);
        }
        return offers;
    }
}
