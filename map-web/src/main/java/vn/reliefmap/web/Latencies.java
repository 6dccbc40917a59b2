package vn.reliefmap.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took. Thread-safe. */
final class Latencies {
    private final Queue<Long> ns = new ConcurrentLinkedQueue<>();

    void add(long tookNs) {
        ns.add(tookNs);
    }

    void forget() {
        ns.clear();
    }

    /** The time within which so many in a hundred were answered; 0 when nobody asked. */
    double percentileMs(int percent) {
        long[] sorted = ns.stream().mapToLong(Long::longValue).toArray();
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        int at = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, at)] / 1e6;
    }

    /** The rest of the figures, in words. */
    String told() {
        return String.format(
                Locale.ROOT,
                "%d answers, p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
                ns.size(),
                percentileMs(50),
                percentileMs(99),
                percentileMs(100));
    }
}
