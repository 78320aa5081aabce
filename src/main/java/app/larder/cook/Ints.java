package app.larder.cook;

import java.util.Arrays;

/** A list of whole numbers without boxes. */
final class Ints {

    private int[] values = new int[2];
    private int count;

    void add(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    /** Takes one such number out, if there is one; the order of the others may change. */
    void remove(int value) {
        for (int i = count - 1; i >= 0; i--) {
            if (values[i] == value) {
                values[i] = values[--count];
                return;
            }
        }
    }

    /** Takes the last number out. */
    int take() {
        return values[--count];
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, count);
    }

    int get(int place) {
        return values[place];
    }
}
