package vn.reliefmap.routing.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** Processor time of the calling thread, which other programs on the machine disturb less than the clock on the wall. */
final class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private double totalMs;
    private int count;

    /** Does the work and adds its time. */
    <T> T time(Supplier<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        totalMs += (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        count++;
        return result;
    }

    double meanMs() {
        return totalMs / count;
    }

    double totalMs() {
        return totalMs;
    }
}
