package app.larder.cook;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Numbers for the keys of foods, given in the order they are met. Any thread may ask, one at a time may add. */
final class FoodKeys {

    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();

    /** The key's number, a new one if it has none yet. */
    int number(String key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int fresh = numbers.size();
        numbers.put(key, fresh);
        return fresh;
    }

    /** The key's number; -1 if it has none, as no row and no recipe has met it yet. */
    int known(String key) {
        return numbers.getOrDefault(key, -1);
    }
}
