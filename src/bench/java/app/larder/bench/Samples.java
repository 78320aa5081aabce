package app.larder.bench;

import java.util.Arrays;

/** Times of one operation, in nanoseconds. */
final class Samples {

    private long[] times = new long[1024];
    private int count;

    void add(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = nanos;
    }

    int count() {
        return count;
    }

    /** The time in milliseconds that a share of the samples did not exceed. */
    double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.ceil(share * count) - 1)] / 1e6;
    }

    double p50() {
        return millis(0.5);
    }

    double p95() {
        return millis(0.95);
    }
}
