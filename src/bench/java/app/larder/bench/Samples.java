package app.larder.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** Times of one operation, in nanoseconds: on the clock and, where asked for, of all processors in this process. */
final class Samples {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long[] times = new long[1024];
    private long cpuTime;
    private int count;

    void add(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = nanos;
    }

    /** Does something and takes its time, on the clock and of the processors. */
    <T> T time(Supplier<T> operation) {
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        T answer = operation.get();
        add(System.nanoTime() - start);
        cpuTime += PROCESS.getProcessCpuTime() - cpu;
        return answer;
    }

    int count() {
        return count;
    }

    /** The mean processor time in milliseconds; the system's clock for it is too coarse for one operation. */
    double meanCpuMillis() {
        return cpuTime / 1e6 / count;
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
